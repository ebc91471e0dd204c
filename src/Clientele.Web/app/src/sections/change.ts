import { chart } from '../charts';
import { number, records } from '../data/explored';
import { count, percent, typical, words } from '../look/figures';
import { Card } from '../parts/card';
import { el, table } from '../parts/dom';
import type { Section } from './section';

const who: Record<string, string> = { only_before: 'Left', only_after: 'Came', both: 'Stayed', neither: 'Returns of others' };

/** Why money changed between two periods, in parts that add up to the cent. */
export const change: Section = {
  key: 'change',
  title: 'What changed',
  applies: (view) => view.doc.explore?.change !== undefined && (view.doc.explore.change.cannotTell === null || view.doc.explore.change.cannotTell === undefined) && view.doc.explore.change.rows.length > 0,
  build(view) {
    const analysis = view.doc.explore!.change;
    const { figures } = analysis;
    const rows = records(analysis);
    const [from, to] = [String(figures.before), String(figures.after)];
    const [start, end] = [number(figures.money_before) ?? 0, number(figures.money_after) ?? 0];
    const share = number(figures.money_change_share);
    const signed = (v: number) => `${v < 0 ? '−' : '+'}${count(Math.abs(v))}`;
    const fall = (kind: string, title: string, note: string) => {
      const steps = rows.filter((r) => r.kind === kind);
      return steps.length === 0 ? '' : new Card(view, {
        title, note, chart: chart('waterfall'), reach: [],
        // The chart's steps take away.
        data: () => ({ what: 'Money', start: { name: from, value: start, text: count(start) }, end: { name: to, value: end, text: count(end) },
          steps: steps.map((r) => ({ name: who[String(r.name)] ?? words(String(r.name)), value: -(number(r.part) ?? 0), text: signed(number(r.part) ?? 0) })) }),
      }).element;
    };
    return [
      el('p', { class: 'lead' }, `${from} brought ${count(start)}, ${to} ${count(end)}${share === null ? '' : `: ${share < 0 ? '−' : '+'}${percent(Math.abs(share))}`}.`),
      el('div', { class: 'cards two' },
        fall('factor', 'By customers, frequency, basket and price', 'What each factor gave to the change; the parts add up exactly.'),
        fall('who', 'By who the customers are', 'The same change by customers who ordered in the first period only (left), in the second only (came), and in both (stayed).')),
      el('details', {}, el('summary', {}, 'The factors in numbers'), table('The factors in numbers', [
        { title: 'Factor', cell: (r) => words(String(r.name)) }, { title: 'What it is', cell: (r) => String(r.meaning) }, { title: 'Before', right: true, cell: (r) => typical(number(r.before)) },
        { title: 'After', right: true, cell: (r) => typical(number(r.after)) }, { title: 'Part of the change', right: true, cell: (r) => signed(number(r.part) ?? 0) },
      ], rows)),
      analysis.notes.length > 0 ? el('ul', { class: 'notes' }, ...analysis.notes.map((n) => el('li', {}, n))) : '',
    ];
  },
};
