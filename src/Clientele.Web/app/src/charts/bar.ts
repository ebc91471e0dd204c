import type { Chart } from './chart';
import { categories, frame, grid, short, tooltip, values } from './frame';
import { compact } from '../look/figures';

export interface BarData {
  what: string;
  unit: string;
  labels: string[];
  series: { name: string; values: number[]; colours?: number[] }[];
  /** How a value is written beside its bar and in the table. */
  format?: 'compact' | 'percent';
  chosen?: Set<number>;
  /** Room for long names: the card takes the whole row. */
  wide?: boolean;
  /** Said after the value of each bar of the last series. */
  notes?: string[];
  /** What there is to see, where "the longest leads" does not say it. */
  words?: string;
}

/** Lying bars, the first on top: names stay readable. */
export const bar: Chart<BarData> = {
  name: 'bar',
  summary: 'Sizes side by side, one bar per name.',
  draw(data, look) {
    const format = data.format === 'percent' ? (v: number) => `${(v * 100).toFixed(v > 0 && v < 0.095 ? 1 : 0)}%` : compact;
    const last = data.series[data.series.length - 1];
    const first = last?.values ?? [];
    const top = first.indexOf(Math.max(...first));
    const words = data.words ?? (data.labels.length === 0 ? `${data.what}: nothing to show.` : `${data.labels[top]} leads with ${format(first[top])}${data.unit ? ` ${data.unit}` : ''}${data.format === 'percent' ? ` (${last.name})` : ''}; ${data.labels.length} ${data.labels.length === 1 ? 'group' : 'groups'} in all.`);
    const several = data.series.length > 1;
    return {
      words,
      axis: 'y',
      columns: [data.what, ...data.series.map((s) => s.name), ...(data.notes ? ['In words'] : [])],
      rows: data.labels.map((label, i) => [label, ...data.series.map((s) => s.values[i]), ...(data.notes ? [data.notes[i]] : [])]),
      height: Math.max(140, 46 + data.labels.length * (several ? 19 * data.series.length + 14 : data.labels.length > 10 ? 22 : 26)),
      option: {
        ...frame(look, words),
        grid: grid({ top: several ? 30 : 4, right: data.notes ? 24 + 7 * Math.max(8, ...data.notes.map((n) => n.length + 6)) : 56 }),
        legend: several ? { top: 0, left: 0, textStyle: { color: look.ink }, itemWidth: 14, itemHeight: 10 } : undefined,
        tooltip: tooltip(look, { trigger: 'axis', axisPointer: { type: 'shadow' }, formatter: (marks: { dataIndex: number }[]) => {
          const i = marks[0].dataIndex;
          return [data.labels[i], ...data.series.map((s) => `${s.name}: ${format(s.values[i])}`)].join('\n');
        } }),
        xAxis: values(look, '', format, { splitNumber: look.narrow ? 2 : 4 }),
        yAxis: categories(look, data.labels.map((l) => short(l, look.narrow ? 16 : data.wide ? 48 : 26)), { inverse: true, axisLabel: { color: look.ink, hideOverlap: false, interval: 0 } }),
        series: data.series.map((s, k) => ({
          type: 'bar', name: s.name, barCategoryGap: '28%',
          itemStyle: { color: several ? (k === 0 ? look.soft : look.accent) : undefined, borderRadius: [0, 3, 3, 0] },
          label: { show: true, position: 'right', color: look.soft, formatter: (mark: { dataIndex: number }) => format(s.values[mark.dataIndex]) + (data.notes && k === data.series.length - 1 ? ` ${data.notes[mark.dataIndex]}` : '') },
          data: s.values.map((value, i) => ({
            value,
            itemStyle: {
              ...(several && !s.colours ? {} : { color: s.colours ? look.colour(s.colours[i]) : look.accent }),
              opacity: !data.chosen || data.chosen.size === 0 || data.chosen.has(i) ? 1 : 0.3,
            },
          })),
        })),
      },
    };
  },
};
