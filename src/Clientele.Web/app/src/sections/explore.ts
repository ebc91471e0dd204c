import { chart } from '../charts';
import type { HistogramData } from '../charts/histogram';
import type { Dimension } from '../engine/dimension';
import { box as boxOf, lorenz as lorenzOf } from '../engine/statistics';
import { words } from '../look/figures';
import { Many, many, one } from '../look/who';
import { Card } from '../parts/card';
import { choice, el } from '../parts/dom';
import type { View } from '../view';
import { groupings } from './groupings';
import type { Section } from './section';

/** Every measure and property as it is spread over the customers; each picture is a filter for all others. */
export const explore: Section = {
  key: 'explore',
  title: 'Explore',
  applies: (view) => view.dimensions.some((d) => d.kind !== 'group' && !d.hidden),
  build(view) {
    const bins = view.dimensions.filter((d) => d.kind === 'bins' && !d.hidden);
    return [
      el('p', { class: 'lead' }, `Click a bar, or drag over several: every other picture, the totals and the list of ${many()} follow. The pale ground is ${many() === 'rows' ? 'all rows' : 'everybody'}.`),
      el('div', { class: 'cards' }, ...bins.slice(0, 4).map((d) => histogramCard(view, d)), ...scores(view), ...concentration(view),
        ...view.dimensions.filter((d) => d.kind === 'month').map((d) => monthCard(view, d)), ...view.dimensions.filter((d) => d.kind === 'category').map((d) => categoryCard(view, d)),
        ...boxes(view), ...correlations(view)),
      bins.length > 4 ? el('details', {}, el('summary', {}, `${bins.length - 4} more measures`), el('div', { class: 'cards' }, ...bins.slice(4).map((d) => histogramCard(view, d)))) : '',
    ];
  },
};

function picker(view: View, d: Dimension): (rows: number[], several: boolean) => void {
  return (rows, several) => (several ? view.set(d.key, rows) : view.toggle(d.key, rows));
}

function histogramCard(view: View, d: Dimension): HTMLElement {
  const at = view.at(d.key);
  return new Card(view, {
    title: d.title, note: d.meaning, chart: chart('histogram'), pick: picker(view, d),
    data: (): HistogramData => ({
      measure: d.title, unit: d.unit, labels: d.labels, chosen: view.choice.get(d.key) ?? new Set(),
      counts: d.labels.map((_, i) => view.engine.tallies[at].customers[i]), all: d.labels.map((_, i) => view.engine.all[at].customers[i]),
    }),
  }).element;
}

function categoryCard(view: View, d: Dimension): HTMLElement {
  const at = view.at(d.key);
  return new Card(view, {
    title: d.title, note: d.meaning, chart: chart('bar'), tall: d.labels.length > 12, pick: picker(view, d),
    data: () => ({ what: d.title, unit: many(), labels: d.labels, chosen: view.choice.get(d.key), series: [{ name: Many(), values: d.labels.map((_, i) => view.engine.tallies[at].customers[i]) }] }),
  }).element;
}

function monthCard(view: View, d: Dimension): HTMLElement {
  const at = view.at(d.key);
  return new Card(view, {
    title: d.title, note: `${d.meaning} ${Many()} per month.`, chart: chart('line'), pick: picker(view, d),
    data: () => ({ what: d.title, unit: many(), labels: d.labels, area: true, series: [{ name: Many(), values: d.labels.map((_, i) => view.engine.tallies[at].customers[i]) }] }),
  }).element;
}

/** Recency against frequency, the map's own ground. */
function scores(view: View): HTMLElement[] {
  const [r, f] = [view.at('r'), view.at('f')];
  if (r < 0 || f < 0) return [];
  const grades = ['5', '4', '3', '2', '1'];
  const cells = (): number[][] => {
    const grid = grades.map(() => grades.map(() => 0));
    const { mask, counts, codes } = view.engine;
    for (let i = 0; i < view.engine.rows; i++) {
      if (mask[i] === 0 && codes[r][i] < 5 && codes[f][i] < 5) grid[4 - codes[f][i]][4 - codes[r][i]] += counts ? counts[i] : 1;
    }
    return grid;
  };
  return [new Card(view, {
    title: 'Scores: when they came, how often', note: 'Customers by recency score (right is longest ago) and frequency score (top is most often).', chart: chart('heatmap'),
    data: () => ({ what: 'Customers', xTitle: 'Recency score', yTitle: 'Frequency score', x: grades, y: grades, cells: cells() }),
    pick: (rows) => {
      view.set('r', [4 - (rows[0] % 5)]);
      view.set('f', [4 - Math.floor(rows[0] / 5)]);
    },
  }).element];
}

function concentration(view: View): HTMLElement[] {
  if (!view.has('monetary')) return [];
  return [new Card(view, {
    title: 'Concentration of money', note: 'The further the line sags below the dashes, the fewer customers carry the shop.', chart: chart('lorenz'),
    data: () => {
      const { mask, money, counts, rows } = view.engine;
      const kept: number[] = [];
      for (let i = 0; i < rows; i++) if (mask[i] === 0) kept.push(i);
      return lorenzOf(kept.map((i) => money[i]), counts ? kept.map((i) => counts[i]) : null);
    },
  }).element];
}

function boxes(view: View): HTMLElement[] {
  const keys = [...view.measures.keys()].filter((k) => view.has(k));
  const options = groupings(view);
  if (keys.length === 0 || options.length === 0) return [];
  let key = keys.includes('monetary') ? 'monetary' : keys[0];
  let by = options[0][0];
  const card: Card = new Card(view, {
    title: (view.doc.segmentations ?? []).length > 0 ? 'Spread by segment' : 'Spread by group', note: `The box is the middle half, the line the middle ${one()}, the whiskers hold nine in ten.`, chart: chart('box'), wide: true,
    tools: el('div', { class: 'tools' }, choice('Measure', keys.map((k) => [k, words(k)]), key, (next) => { key = next; card.refresh(); }),
      options.length > 1 ? choice('Groups by', options, by, (next) => { by = next; card.refresh(); }) : null),
    pick: (rows) => { const names = order(view, by); view.toggle(by, rows.map((r) => names[r])); },
    data: () => {
      const d = view.dimensions[view.at(by)];
      const values = view.measures.get(key)!;
      const groups = order(view, by).map((g) => ({ name: d.labels[g], colour: g, stats: boxOf(members(view, d.codes, g, values)) }));
      const top = Math.max(...groups.map((g) => g.stats[4]));
      const log = groups.every((g) => g.stats[0] >= 0) && top > 30 * Math.max(0.5, Math.min(...groups.map((g) => g.stats[2])));
      return { measure: words(key), unit: view.dimensions[view.at(key)]?.unit ?? '', log, groups };
    },
  });
  return [card.element];
}

/** Groups with somebody in them. */
function order(view: View, key: string): number[] {
  const at = view.at(key);
  return view.dimensions[at].labels.map((_, i) => i).filter((i) => view.engine.tallies[at].customers[i] > 0 && (view.choice.get(key)?.has(i) ?? true));
}

function members(view: View, codes: Uint8Array, group: number, values: Float64Array): Float64Array {
  const out: number[] = [];
  for (let i = 0; i < codes.length; i++) if (codes[i] === group && view.engine.mask[i] === 0 && !Number.isNaN(values[i])) out.push(values[i]);
  return Float64Array.from(out);
}

function correlations(view: View): HTMLElement[] {
  const c = view.doc.correlations;
  if (!c) return [];
  const step = Math.round((view.doc.customers?.count ?? c.customers) / c.customers);
  return [new Card(view, {
    title: 'What goes together', full: true, chart: chart('heatmap'),
    note: `Rank correlation (${c.method}) over ${step <= 1 ? `all ${many()}` : `one ${one()} in ${step}`}; filters do not change it. +1 rises together, −1 runs against each other.`,
    data: () => ({ what: 'Correlation', xTitle: 'measure', yTitle: 'measure', x: c.measures.map(words), y: c.measures.map(words), cells: c.matrix, signed: true }),
  }).element];
}
