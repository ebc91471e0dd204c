import { binLabels, type Dimension } from './dimension';

const bins = 40;

/** A place on a principal component as something to filter by: even bins with round edges. */
export function placeDimension(key: string, title: string, values: Float64Array): Dimension {
  let [least, most] = [Infinity, -Infinity];
  for (const v of values) [least, most] = [Math.min(least, v), Math.max(most, v)];
  const raw = (most - least) / bins || 1;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((f) => f * power >= raw) ?? 10) * power;
  const first = Math.floor(least / step);
  const edges = Array.from({ length: Math.max(1, Math.floor(most / step) - first + 1) + 1 }, (_, i) => Number(((first + i) * step).toPrecision(10)));
  const codes = Uint8Array.from(values, (v) => Math.min(edges.length - 2, Math.max(0, Math.floor(v / step) - first)));
  return { key, title, kind: 'bins', unit: '', meaning: '', labels: binLabels(edges), tokens: edges.slice(0, -1).map((from, i) => `${from}..${edges[i + 1]}`), edges, codes, hidden: true };
}
