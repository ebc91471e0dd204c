import type { Chart } from './chart';
import { categories, frame, grid, short, tooltip } from './frame';
import { compact } from '../look/figures';

export interface HeatmapData {
  what: string;
  xTitle: string;
  yTitle: string;
  x: string[];
  y: string[];
  /** [y][x]; null where there is nothing. */
  cells: (number | null)[][];
  /** −1 … 1 around zero, or amounts from zero on. */
  signed?: boolean;
  /** The value that takes the strongest colour, where it is not 1 (signed) or the largest. */
  limit?: number;
  /** How a value is written. */
  show?: (value: number) => string;
}

export const heatmap: Chart<HeatmapData> = {
  name: 'heatmap',
  summary: 'Two properties crossed; the stronger the cell, the more.',
  draw(data, look) {
    const most = data.limit ?? Math.max(...data.cells.flat().map((v) => Math.abs(v ?? 0)), 1e-9);
    const limit = data.limit ?? 1;
    const show = data.show ?? compact;
    const mirrored = data.x.join('\n') === data.y.join('\n') && data.cells.every((row, y) => row.every((v, x) => v === data.cells[x][y]));
    // On a phone there is no room for many names below: the columns have the numbers of the rows.
    const numbered = mirrored && look.narrow && data.x.length > 8;
    const across = numbered ? data.x.map((_, i) => String(i + 1)) : data.x.map((t) => short(t, 22));
    const down = data.y.map((t, i) => short(numbered ? `${i + 1} ${t}` : t, look.narrow ? 16 : 24));
    const tight = data.x.length > (look.narrow ? 9 : 24);
    let best: [number, number, number] = [0, 0, -1];
    data.cells.forEach((row, y) => row.forEach((v, x) => {
      if (v !== null && Math.abs(v) > best[2] && !(mirrored && x === y)) best = [x, y, Math.abs(v)];
    }));
    const strongest = data.cells[best[1]]?.[best[0]];
    // A score alone is a number without a name.
    const named = (title: string, label: string) => (/^\d+$/.test(label) ? `${title} ${label}` : label);
    const words = strongest === undefined || strongest === null ? `${data.what}: nothing to show.` : `${data.what}: ${data.yTitle} against ${data.xTitle}. The strongest cell is ${named(data.yTitle, data.y[best[1]])} and ${named(data.xTitle, data.x[best[0]])} with ${show(strongest)}.`;
    const flat = data.cells.flatMap((row, y) => row.map((v, x) => [x, y, v] as const));
    const dark = (v: number) => (data.signed ? Math.abs(v) / limit > 0.62 : v / most > 0.55);
    return {
      words,
      columns: [data.yTitle, data.xTitle, data.what],
      rows: flat.map(([x, y, v]) => [data.y[y], data.x[x], v ?? '']),
      height: Math.max(220, 90 + data.y.length * (look.narrow ? 26 : 32)),
      hit: (mark) => mark.dataIndex,
      option: {
        ...frame(look, words),
        grid: grid({ top: 8, right: 8 }),
        tooltip: tooltip(look, { trigger: 'item', formatter: (mark: { value: [number, number, number] }) => `${data.y[mark.value[1]]}\n${data.x[mark.value[0]]}\n${show(mark.value[2])}` }),
        xAxis: categories(look, across, { splitArea: { show: false }, axisLabel: { interval: numbered ? 'auto' : 0, hideOverlap: numbered, rotate: !numbered && data.x.some((t) => t.length * data.x.length > (look.narrow ? 26 : 60)) ? (look.narrow ? 60 : 28) : 0 } }),
        yAxis: categories(look, down, { inverse: true, axisLabel: { color: look.ink, interval: 0, hideOverlap: false } }),
        visualMap: { show: false, type: 'continuous', min: data.signed ? -limit : 0, max: data.signed ? limit : most, inRange: { color: data.signed ? look.poles : look.ramp } },
        series: [{
          type: 'heatmap', animation: false, itemStyle: { borderColor: look.surface, borderWidth: tight ? 0.5 : 2, decal: { symbol: 'none' } },
          data: flat.map(([x, y, v]) => ({ value: [x, y, v ?? '-'], label: { color: v !== null && dark(v) !== look.dark ? '#ffffff' : look.dark && v !== null && dark(v) ? '#10141b' : look.ink } })),
          label: { show: data.x.length <= (look.narrow ? 6 : 16), fontSize: look.narrow ? 9 : 11, formatter: (mark: { value: [number, number, number | '-'] }) => (mark.value[2] === '-' ? '' : data.show ? data.show(mark.value[2] as number) : mark.value[2] === 0 ? '' : data.signed ? (mark.value[2] as number).toFixed(2).replace('-', '−') : compact(mark.value[2] as number)) },
        }],
      },
    };
  },
};
