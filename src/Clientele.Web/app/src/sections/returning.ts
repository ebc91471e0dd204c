import { chart } from '../charts';
import { number, records, type AnalysisData } from '../data/explored';
import { compact, percent } from '../look/figures';
import { Card } from '../parts/card';
import { choice, el } from '../parts/dom';
import { chosenSegments, summed } from '../parts/reach';
import type { View } from '../view';
import type { Section } from './section';

/** Who is new, who comes back, and after how long. */
export const returning: Section = {
  key: 'returning',
  title: 'New and returning',
  applies: (view) => view.doc.explore?.returning !== undefined || view.doc.explore?.cohorts !== undefined || view.doc.explore?.gaps !== undefined,
  build(view) {
    const explore = view.doc.explore!;
    // The notes of gaps explain the columns of its file.
    const notes = ['returning', 'cohorts', 'gaps'].flatMap((k) => [...(explore[k]?.cannotTell ? [explore[k].cannotTell as string] : []), ...(k === 'gaps' ? [] : explore[k]?.notes ?? [])]);
    return [
      el('div', { class: 'cards two' }, ...cohorts(view), ...fresh(view), ...distributions(view, explore.customers, { orders: 'Orders per customer' }, 'customers'), ...distributions(view, explore.gaps, { gap: 'Days between orders', second_order: 'Days to the second order' }, 'count')),
      notes.length > 0 ? el('ul', { class: 'notes' }, ...notes.map((n) => el('li', {}, n))) : '',
    ];
  },
};

function cohorts(view: View): HTMLElement[] {
  const rows = records(view.doc.explore?.cohorts);
  if (rows.length === 0) return [];
  const names = [...new Set(rows.map((r) => String(r.cohort)))];
  const ages = Math.max(...rows.filter((r) => r.state !== 'ahead').map((r) => r.age as number));
  const at = new Map(rows.map((r) => [`${r.cohort}/${r.age}`, r]));
  const size = new Map(rows.map((r) => [String(r.cohort), r.customers as number]));
  const money = view.doc.explore!.cohorts.columns.includes('money');
  let what = 'retention';
  const card: Card = new Card(view, {
    title: 'Cohorts: do they come back?', chart: chart('heatmap'), full: true, reach: [],
    note: 'One row per month of the first order; the columns are months after it. The first number is the size of the cohort.',
    tools: money ? el('div', { class: 'tools' }, choice('Show', [['retention', 'share who order again'], ['money', 'their money in the month'], ['cumulative_per_customer', 'money per customer so far']], what, (next) => { what = next; card.refresh(); })) : undefined,
    data: () => {
      const from = what === 'retention' ? 1 : 0;
      const x = Array.from({ length: ages - from + 1 }, (_, i) => String(i + from));
      return {
        what: what === 'retention' ? 'Share who order again' : 'Money', xTitle: 'months after', yTitle: 'Cohort', x, y: names.map((n) => `${n} (${size.get(n)})`),
        cells: names.map((n) => x.map((a) => { const r = at.get(`${n}/${a}`); return r && r.state !== 'ahead' ? number(r[what]) : null; })),
        show: what === 'retention' ? percent : compact,
      };
    },
  });
  return [card.element];
}

function fresh(view: View): HTMLElement[] {
  const slices = view.doc.slices;
  if (!slices || slices.months.length < 2) return [];
  const { key } = chosenSegments(view);
  const card = (title: string, unit: string, a: number[][], b: number[][]) => new Card(view, {
    title, note: 'In the first months of a file many old customers look new.', chart: chart('line'), reach: [key],
    data: () => {
      const { chosen } = chosenSegments(view);
      return { what: 'Month', unit, labels: slices.months, area: true, series: [{ name: 'Returning', values: summed(b, chosen), colour: 0 }, { name: 'New', values: summed(a, chosen), colour: 1 }] };
    },
  }).element;
  return [
    card('New and returning customers', 'customers', slices.newCustomers, slices.returningCustomers),
    ...(slices.newSales && slices.returningSales ? [card('Money of new and returning customers', 'money', slices.newSales, slices.returningSales)] : []),
  ];
}

/** Distributions of an analysis by their own stretches. */
export function distributions(view: View, analysis: AnalysisData | undefined, titles: Record<string, string>, counted: string): HTMLElement[] {
  return Object.entries(titles).flatMap(([measure, title]) => {
    const rows = records(analysis).filter((r) => r.measure === measure);
    if (rows.length === 0) return [];
    const whole = rows.every((r) => number(r.from) === null || Number.isInteger(r.from));
    const label = (r: Record<string, number | string | null>): string => {
      const [from, to] = [number(r.from), number(r.to)];
      if (from === null) return to === null ? 'all' : `below ${compact(to)}`;
      if (to === null) return `${compact(from)} and more`;
      return whole && to - from === 1 ? compact(from) : `${compact(from)}–${compact(whole && measure !== 'value' && to < 1000 ? to - 1 : to)}`;
    };
    const median = number(analysis!.figures[`${measure}_median`]);
    return [new Card(view, {
      title, note: median === null ? undefined : `The middle one is ${compact(median)}.`, chart: chart('bar'), reach: [],
      data: () => ({ what: title, unit: counted === 'count' ? 'gaps' : counted, labels: rows.map(label), series: [{ name: counted === 'count' ? 'Gaps' : counted.charAt(0).toUpperCase() + counted.slice(1), values: rows.map((r) => r[counted] as number) }] }),
    }).element];
  });
}
