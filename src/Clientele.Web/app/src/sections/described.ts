import { chart } from '../charts';
import type { DescribedColumn } from '../data/described';
import { count, day, people, percent, typical, within, words } from '../look/figures';
import { Card } from '../parts/card';
import { el, table } from '../parts/dom';
import type { View } from '../view';
import { cleaned, understood } from './columns';
import { points } from './points';
import type { Section } from './section';

const mostMissing = 25;

/** A described table in a sentence and a few figures. */
export const overview: Section = {
  key: 'overview',
  title: 'At a glance',
  applies: (view) => view.doc.described !== undefined,
  build(view) {
    const data = view.doc.described!;
    const missing = data.columns.reduce((sum, c) => sum + c.missing, 0);
    const gaps = data.columns.filter((c) => c.missing > 0).length;
    const cells = Math.max(1, data.rows * data.columns.length);
    const tile = (value: string, what: string) => el('div', { class: 'tile' }, el('b', {}, value), el('span', {}, what));
    const kinds = [['numbers', (c: DescribedColumn) => c.mean !== undefined], ['categories', (c: DescribedColumn) => c.mode !== undefined], ['dates', (c: DescribedColumn) => c.first !== undefined]] as const;
    return [
      el('p', { class: 'headline' }, `${people(data.rows)} in ${count(data.columns.length)} columns. ${missing === 0 ? 'Nothing is missing.' : `${count(missing)} values are missing, in ${gaps === 1 ? 'one column' : `${gaps} columns`}.`}`),
      el('div', { class: 'tiles' }, tile(count(data.rows), data.table ? 'customers kept' : 'customers'), ...kinds.map(([name, is]) => [name, data.columns.filter(is).length] as const).filter(([, n]) => n > 0).map(([name, n]) => tile(count(n), `columns of ${name}`)),
        tile(percent(1 - missing / cells), 'of all cells are filled'), ...(data.cleaning && data.cleaning.read > data.cleaning.kept ? [tile(count(data.cleaning.read - data.cleaning.kept), 'rows left out')] : [])),
      data.strongest.length > 0 ? el('div', {}, el('h3', { class: 'between' }, 'What goes together most'), el('ul', {}, ...data.strongest.slice(0, 6).map((s) => el('li', {}, together(s))))) : '',
      el('div', { class: 'cards two' }, ...gapsCard(view, data.columns), ...associations(view), ...points(view)),
    ];
  },
};

/** "Income and Spend: rise together (rank correlation 0.81)." */
function together(s: { a: string; b: string; measure: string; value: number | null }): (Node | string) {
  const v = s.value ?? 0;
  const size = Math.abs(v);
  const how = `${size >= 0.7 ? 'strongly' : size >= 0.4 ? 'clearly' : 'slightly'}`;
  const said = s.measure === 'rank correlation' ? (v > 0 ? `rise together ${how}` : `run against each other ${how}`) : `go together ${how}`;
  return el('span', {}, el('b', {}, `${words(s.a)} and ${within(s.b)}`), ` ${said} (${s.measure} ${v < 0 ? '−' : ''}${size.toFixed(2)}).`);
}

function gapsCard(view: View, columns: DescribedColumn[]): HTMLElement[] {
  const gaps = columns.filter((c) => c.missing > 0).sort((a, b) => b.missing - a.missing);
  if (gaps.length === 0) return [];
  const shown = gaps.slice(0, mostMissing);
  return [new Card(view, {
    title: 'What is missing', chart: chart('bar'), reach: [], note: gaps.length > shown.length ? `The ${shown.length} columns with the most gaps, of ${gaps.length}.` : 'Share of empty cells per column; columns that are not here are complete.',
    data: () => ({ what: 'Column', unit: '', format: 'percent', labels: shown.map((c) => words(c.name)), words: `${words(gaps[0].name)} has the most gaps: ${count(gaps[0].missing)} (${percent(gaps[0].missing / Math.max(1, gaps[0].missing + gaps[0].count))}).`, series: [{ name: 'Missing', values: shown.map((c) => c.missing / Math.max(1, c.missing + c.count)) }], notes: shown.map((c) => `(${count(c.missing)})`) }),
  }).element];
}

/** Numbers and categories on one scale. */
function associations(view: View): HTMLElement[] {
  const a = view.doc.described!.associations;
  if (!a) return [];
  return [new Card(view, {
    title: 'What goes with what, categories too', full: true, chart: chart('heatmap'), reach: [],
    note: '0 is nothing in common, 1 is one tells the other: rank correlation of two numbers without its sign, Cramér’s V of two categories, correlation ratio of a number and a category.',
    data: () => ({ what: 'Association', xTitle: 'column', yTitle: 'column', x: a.columns.map(words), y: a.columns.map(words), cells: a.matrix.map((row, y) => row.map((v, x) => (x === y ? null : v))), limit: 1, show: (v: number) => (v < 0.05 ? '' : v.toFixed(2).replace(/^0/, '')) }),
  }).element];
}

/** Every column in figures, and what was done to the table. */
export const described: Section = {
  key: 'described',
  title: 'Every column',
  applies: (view) => view.doc.described !== undefined,
  build(view) {
    const data = view.doc.described!;
    const numbers = data.columns.filter((c) => c.mean !== undefined);
    const others = data.columns.filter((c) => c.mean === undefined);
    const missing = { title: 'Missing', right: true, cell: (c: DescribedColumn) => (c.missing === 0 ? '–' : count(c.missing)) };
    const spread = (i: number) => (c: DescribedColumn) => typical(c.spread?.[i]);
    return [
      numbers.length > 0 ? el('div', {}, el('h3', { class: 'between' }, 'Numbers'), table('Columns of numbers', [
        { title: 'Column', cell: (c) => words(c.name) }, { title: 'Is', cell: (c) => c.type + (c.unit ? `, ${c.unit}` : '') }, missing, { title: 'Mean', right: true, cell: (c) => typical(c.mean) }, { title: 'Spread (sd)', right: true, cell: (c) => typical(c.sd) },
        { title: 'Least', right: true, cell: spread(0) }, { title: 'A quarter below', right: true, cell: spread(1) }, { title: 'Middle', right: true, cell: spread(2) }, { title: 'A quarter above', right: true, cell: spread(3) }, { title: 'Most', right: true, cell: spread(4) },
        { title: 'Skewness', right: true, cell: (c) => typical(c.skewness) },
      ], numbers)) : '',
      others.length > 0 ? el('div', {}, el('h3', { class: 'between' }, 'Categories, dates and texts'), table('Other columns', [
        { title: 'Column', cell: (c) => c.name }, { title: 'Is', cell: (c) => c.type }, missing, { title: 'Different', right: true, cell: (c) => count(c.distinct) },
        { title: 'Most often, or from – to', cell: (c) => (c.first ? `${day(c.first)} – ${c.last ? day(c.last) : ''}` : c.mode ?? '–') },
      ], others)) : '',
      el('details', {}, el('summary', {}, 'What each column means, and why it is thought so'), table('Meaning of columns', [
        { title: 'Column', cell: (c) => c.name }, { title: 'Means', cell: (c) => c.meaning || (c.expression ? `= ${c.expression}` : '–') }, { title: 'Because', cell: (c) => c.why || '–' },
      ], data.columns)),
      ...(data.cleaning ? cleaned(view, data.cleaning) : []), ...understood(view),
    ];
  },
};
