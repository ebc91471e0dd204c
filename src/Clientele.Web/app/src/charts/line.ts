import type { Chart } from './chart';
import { legend } from './legend';
import { categories, frame, grid, tooltip, values } from './frame';
import { compact } from '../look/figures';

export interface LineData {
  what: string;
  unit: string;
  labels: string[];
  series: { name: string; values: (number | null)[]; colour?: number }[];
  area?: boolean;
}

const shapes = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'arrow'];

export const line: Chart<LineData> = {
  name: 'line',
  summary: 'How something runs over time or along a scale.',
  draw(data, look) {
    const several = data.series.length > 1;
    const names = legend(look, data.series.map((s) => s.name));
    const first = (data.series[0]?.values ?? []).map((v) => v ?? -Infinity);
    const top = first.indexOf(Math.max(...first));
    const words = first.length === 0 ? `${data.what}: nothing to show.` : `${data.what} from ${data.labels[0]} to ${data.labels[data.labels.length - 1]}. ${several ? `${data.series[0].name}, highest` : 'Highest'}: ${data.labels[top]} with ${compact(first[top])}${data.unit ? ` ${data.unit}` : ''}.`;
    return {
      words,
      axis: 'x',
      columns: [data.what, ...data.series.map((s) => s.name)],
      rows: data.labels.map((label, i) => [label, ...data.series.map((s) => s.values[i] ?? '')]),
      height: names.top > 30 ? 240 + names.top : undefined,
      option: {
        ...frame(look, words),
        grid: grid({ top: several ? names.top + 24 : 28 }),
        legend: names.legend,
        tooltip: tooltip(look, { trigger: 'axis', formatter: (marks: { dataIndex: number }[]) => {
          const i = marks[0].dataIndex;
          return [data.labels[i], ...data.series.map((s) => `${s.name}: ${s.values[i] === null ? '–' : compact(s.values[i] as number)}`)].join('\n');
        } }),
        xAxis: categories(look, data.labels, { boundaryGap: false }),
        yAxis: values(look, data.unit, compact),
        series: data.series.map((s, k) => ({
          type: 'line', name: s.name, data: s.values, symbol: shapes[k % shapes.length], symbolSize: 7, showSymbol: data.labels.length <= 31,
          lineStyle: { width: 2, type: ['solid', 'dashed', 'dotted'][k % 3] }, areaStyle: data.area ? { opacity: 0.14 } : undefined,
          color: look.colour(s.colour ?? k),
        })),
      },
    };
  },
};
