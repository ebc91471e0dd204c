import type { Chart } from './chart';
import { below, frame, grid, short, values } from './frame';
import { compact, count } from '../look/figures';

export interface DendrogramData {
  what: string;
  leaves: string[];
  /** [a, b, height]: leaves are 0 … n − 1, the merge of row i is n + i; heights do not fall. */
  merges: [number, number, number][];
  /** Colour of each leaf; a branch whose leaves share one has it, too. */
  colours?: (number | null)[];
  /** Height at which each leaf was made, for leaves that are branches themselves. */
  feet?: number[];
  /** What each leaf holds, for words and table. */
  sizes?: number[];
  /** Where the tree is cut. */
  cut?: number | null;
}

/** Order of leaves from first to last, so that no two branches cross. */
export function leafOrder(leaves: number, merges: [number, number, number][]): number[] {
  const members: number[][] = Array.from({ length: leaves }, (_, i) => [i]);
  const inside = new Set<number>();
  merges.forEach(([a, b]) => {
    members.push([...members[a], ...members[b]]);
    inside.add(a).add(b);
  });
  return members.flatMap((m, i) => (inside.has(i) ? [] : m));
}

/** A lying tree: leaves stand below each other, so that their names can be read. */
export const dendrogram: Chart<DendrogramData> = {
  name: 'dendrogram',
  summary: 'Which groups join at which distance.',
  draw(data, look) {
    const n = data.leaves.length;
    const order = leafOrder(n, data.merges);
    const at: [number, number][] = [];
    const own: (number | null)[] = data.leaves.map((_, i) => data.colours ? data.colours[i] : 0);
    order.forEach((leaf, y) => { at[leaf] = [data.feet?.[leaf] ?? 0, y]; });
    const lines = new Map<number | null, ([number, number] | [null, null])[]>();
    const put = (colour: number | null, ...points: [number, number][]) => {
      const line = lines.get(colour) ?? [];
      line.push(...points, [null, null]);
      lines.set(colour, line);
    };
    data.merges.forEach(([a, b, height], i) => {
      const [p, q] = [at[a], at[b]];
      const joint = own[a] === own[b] ? own[a] : null;
      put(own[a], p, [height, p[1]]);
      put(own[b], [height, q[1]], q);
      put(joint, [height, p[1]], [height, q[1]]);
      at[n + i] = [height, (p[1] + q[1]) / 2];
      own[n + i] = joint;
    });
    const last = data.merges[data.merges.length - 1];
    const words = last ? `${data.what}: ${n} branches join step by step; the last two at ${compact(last[2])}${data.cut ? `, and the tree is cut at ${compact(data.cut)}` : ''}.` : `${data.what}: nothing joins.`;
    const name = (i: number) => (i < n ? data.leaves[i] : `join ${i - n + 1}`);
    return {
      words,
      columns: ['First', 'Second', 'Distance', ...(data.sizes ? ['Together'] : [])],
      rows: sized(data).map(([a, b, h, size]) => [name(a), name(b), h, ...(data.sizes ? [size] : [])]),
      height: Math.max(200, 64 + n * (look.narrow ? 20 : 21)),
      option: {
        ...frame(look, words),
        grid: grid({ top: data.cut ? 22 : 8, bottom: 28 }),
        xAxis: values(look, '', compact, { min: 0, ...below('distance') }),
        yAxis: { type: 'value', inverse: true, min: -0.5, max: n - 0.5, interval: 1, splitLine: { show: false }, axisTick: { show: false }, axisLine: { show: false },
          axisLabel: { color: look.ink, showMinLabel: true, showMaxLabel: true, formatter: (v: number) => (Number.isInteger(v) ? short(data.leaves[order[v]] ?? '', look.narrow ? 22 : 40) : ''), customValues: order.map((_, i) => i) } },
        series: [...lines].map(([colour, points], k) => ({
          type: 'line', data: points, showSymbol: false, connectNulls: false, silent: true, lineStyle: { color: colour === null || !data.colours ? (data.colours ? look.soft : look.accent) : look.colour(colour), width: 2, type: 'solid' }, animation: false,
          markLine: k > 0 || !data.cut ? undefined : { silent: true, symbol: 'none', lineStyle: { color: look.ink, type: 'dashed' }, label: { color: look.ink, formatter: () => 'cut', position: 'start' }, data: [{ xAxis: data.cut }] },
        })),
      },
    };
  },
};

/** Merges with what is below each. */
function sized(data: DendrogramData): [number, number, number, string][] {
  const sizes = [...(data.sizes ?? data.leaves.map(() => 1))];
  return data.merges.map(([a, b, h]) => {
    sizes.push(sizes[a] + sizes[b]);
    return [a, b, h, count(sizes[sizes.length - 1])];
  });
}
