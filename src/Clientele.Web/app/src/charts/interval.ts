import type { Chart } from './chart';
import { categories, frame, grid, short, tooltip, values } from './frame';
import { compact } from '../look/figures';

export interface IntervalData {
  what: string;
  unit: string;
  /** Value with the range that holds the truth 95 times in 100. */
  rows: { name: string; value: number; low: number; high: number; colour: number; strong?: boolean }[];
  /** A value to compare with, drawn as a line. */
  mark?: { name: string; value: number };
  format?: 'compact' | 'percent';
}

/** Points with their ranges, the first on top. */
export const interval: Chart<IntervalData> = {
  name: 'interval',
  summary: 'A figure per name, and how far it may be off.',
  draw(data, look) {
    const format = data.format === 'percent' ? (v: number) => `${(v * 100).toFixed(Math.abs(v) < 0.095 && v !== 0 ? 1 : 0)}%` : compact;
    const top = [...data.rows].sort((a, b) => b.value - a.value)[0];
    const words = top ? `${data.what}: ${top.name} is highest with ${format(top.value)}${data.unit ? ` ${data.unit}` : ''}, between ${format(top.low)} and ${format(top.high)} in 95 of 100 cases.${data.mark ? ` ${data.mark.name}: ${format(data.mark.value)}.` : ''}` : `${data.what}: nothing to show.`;
    return {
      words,
      axis: 'y',
      columns: ['Name', data.what, 'At least', 'At most'],
      rows: data.rows.map((r) => [r.name, r.value, r.low, r.high]),
      height: Math.max(130, 50 + data.rows.length * 30),
      option: {
        ...frame(look, words),
        grid: grid({ top: data.mark ? 22 : 6, right: 64 }),
        tooltip: tooltip(look, { trigger: 'axis', axisPointer: { type: 'shadow' }, formatter: (marks: { dataIndex: number }[]) => {
          const r = data.rows[marks[0].dataIndex];
          return `${r.name}\n${format(r.value)}\n${format(r.low)} to ${format(r.high)}`;
        } }),
        xAxis: values(look, '', format, { splitNumber: look.narrow ? 2 : 4, scale: false }),
        yAxis: categories(look, data.rows.map((r) => short(r.name, look.narrow ? 16 : 34)), { inverse: true, axisLabel: { color: look.ink, interval: 0, hideOverlap: false } }),
        series: [
          ...data.rows.map((r, i) => ({
            type: 'line', silent: true, data: [[r.low, i], [r.high, i]], symbol: 'rect', symbolSize: [2, 12], lineStyle: { color: look.colour(r.colour), width: 4, opacity: 0.55 }, itemStyle: { color: look.colour(r.colour) }, z: 2,
          })),
          {
            type: 'scatter', symbolSize: 13, z: 3,
            data: data.rows.map((r, i) => ({ value: [r.value, i], symbol: r.strong === false ? 'circle' : 'diamond', itemStyle: { color: r.strong === false ? look.surface : look.colour(r.colour), borderColor: look.colour(r.colour), borderWidth: 2 } })),
            label: { show: true, position: 'top', distance: 3, fontSize: 11, color: look.soft, formatter: (mark: { dataIndex: number }) => format(data.rows[mark.dataIndex].value) },
            markLine: data.mark ? { silent: true, symbol: 'none', lineStyle: { color: look.ink, type: 'dashed', width: 1 }, label: { formatter: `${data.mark.name} ${format(data.mark.value)}`, color: look.soft, position: 'end' }, data: [{ xAxis: data.mark.value }] } : undefined,
          },
        ],
      },
    };
  },
};
