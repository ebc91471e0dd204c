import type { Chart } from './chart';
import { frame, grid, short, values } from './frame';
import { compact } from '../look/figures';

export interface DendrogramData {
  what: string;
  leaves: string[];
  /** [a, b, height]: leaves are 0 … n − 1, the merge of row i is n + i; heights do not fall. */
  merges: [number, number, number][];
}

/** Order of leaves from left to right, so that no two branches cross. */
export function leafOrder(leaves: number, merges: [number, number, number][]): number[] {
  const members: number[][] = Array.from({ length: leaves }, (_, i) => [i]);
  const inside = new Set<number>();
  merges.forEach(([a, b]) => {
    members.push([...members[a], ...members[b]]);
    inside.add(a).add(b);
  });
  return members.flatMap((m, i) => (inside.has(i) ? [] : m));
}

export const dendrogram: Chart<DendrogramData> = {
  name: 'dendrogram',
  summary: 'Which groups join at which distance.',
  draw(data, look) {
    const order = leafOrder(data.leaves.length, data.merges);
    const at: [number, number][] = [];
    order.forEach((leaf, x) => { at[leaf] = [x, 0]; });
    const points: ([number, number] | [null, null])[] = [];
    data.merges.forEach(([a, b, height], i) => {
      const [p, q] = [at[a], at[b]];
      points.push([p[0], p[1]], [p[0], height], [q[0], height], [q[0], q[1]], [null, null]);
      at[data.leaves.length + i] = [(p[0] + q[0]) / 2, height];
    });
    const last = data.merges[data.merges.length - 1];
    const words = last ? `${data.what}: ${data.leaves.length} groups join step by step; the last two join at ${compact(last[2])}.` : `${data.what}: nothing joins.`;
    const name = (i: number) => (i < data.leaves.length ? data.leaves[i] : `join ${i - data.leaves.length + 1}`);
    return {
      words,
      columns: ['First', 'Second', 'Distance'],
      rows: data.merges.map(([a, b, h]) => [name(a), name(b), h]),
      option: {
        ...frame(look, words),
        grid: grid({ bottom: 4 }),
        xAxis: { type: 'value', min: -0.5, max: order.length - 0.5, interval: 1, splitLine: { show: false }, axisTick: { show: false }, axisLine: { show: false },
          axisLabel: { color: look.ink, rotate: order.length > 6 ? 50 : 0, hideOverlap: true, formatter: (v: number) => (Number.isInteger(v) ? short(data.leaves[order[v]] ?? '', 18) : '') } },
        yAxis: values(look, 'distance', compact),
        series: [{ type: 'line', data: points, showSymbol: false, connectNulls: false, lineStyle: { color: look.accent, width: 2 }, animation: false }],
      },
    };
  },
};
