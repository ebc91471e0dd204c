import { chart } from '../charts';
import { words } from '../look/figures';
import { many, one } from '../look/who';
import { Card } from '../parts/card';
import type { View } from '../view';
import { groupings } from './groupings';

const mostLines = 240;
const mostAxes = 8;

/** Single rows as lines across the measures that formed the groups; every axis runs from the lowest to the highest rank. */
export function strands(view: View): HTMLElement[] {
  const by = groupings(view).slice(-1)[0]?.[0];
  const features = (view.doc.search?.features ?? view.doc.components?.features ?? view.doc.clustered?.columns ?? []).filter((k) => view.measures.has(k));
  const keys = (features.length > 2 ? features : [...new Set([...features, ...view.measures.keys()])]).slice(0, mostAxes);
  if (!by || keys.length < 3 || !(view.doc.segmentations ?? []).length) return [];
  const ranks = keys.map((k) => ranked(view.measures.get(k)!));
  return [new Card(view, {
    title: `Single ${many()} across the measures`, chart: chart('parallel'), full: true,
    note: `A line is one ${one()}; on every axis 0 is the lowest and 100 the highest of all. Bundles that run alike belong together. Click a name to hide its lines.`,
    data: () => {
      const d = view.dimensions[view.at(by)];
      const passing = [];
      for (let i = 0; i < view.engine.rows; i++) if (view.engine.mask[i] === 0 && ranks.every((r) => !Number.isNaN(r[i]))) passing.push(i);
      const step = Math.max(1, Math.ceil(passing.length / mostLines));
      const drawn = passing.filter((_, i) => i % step === 0);
      const groups = d.labels.map((name, colour) => ({ name, colour, lines: drawn.filter((i) => d.codes[i] === colour).map((i) => ranks.map((r) => Math.round(r[i]))) })).filter((g) => g.lines.length > 0);
      return groups.length === 0 ? null : { measures: keys.map(words), groups };
    },
  }).element];
}

/** Share of values below each, equal ones in the middle of theirs, from 0 to 100. */
export function ranked(values: Float64Array): Float64Array {
  const order = Array.from({ length: values.length }, (_, i) => i).filter((i) => !Number.isNaN(values[i])).sort((a, b) => values[a] - values[b]);
  const ranks = new Float64Array(values.length).fill(NaN);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to]] === values[order[from]]) to++;
    for (let p = from; p < to; p++) ranks[order[p]] = order.length < 2 ? 50 : (50 * (from + to - 1)) / (order.length - 1);
    from = to;
  }
  return ranks;
}
