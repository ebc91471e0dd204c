import type { Chart } from './chart';
import { below, categories, frame, grid, tooltip, values } from './frame';
import { compact, count, people, percent } from '../look/figures';
import { Many, many } from '../look/who';

export interface HistogramData {
  measure: string;
  unit: string;
  labels: string[];
  /** Customers per bin under the filters. */
  counts: number[];
  /** Customers per bin without filters: the pale ground. */
  all: number[];
  /** Bins that are chosen; empty when none is. */
  chosen: Set<number>;
  colour?: number;
}

export const histogram: Chart<HistogramData> = {
  name: 'histogram',
  summary: 'How many customers lie in each stretch of a measure.',
  draw(data, look) {
    const total = data.counts.reduce((a, b) => a + b, 0);
    const top = data.counts.indexOf(Math.max(...data.counts));
    const words = total === 0 ? `${data.measure}: nobody.` : `${data.measure} of ${people(total)}. Most, ${percent(data.counts[top] / total)}, lie at ${data.labels[top]}${data.unit && data.unit !== 'money' ? ` ${data.unit}` : ''}.`;
    const colour = look.colour(data.colour ?? 0);
    return {
      words,
      axis: 'x',
      columns: [data.measure, Many(), 'Of all'],
      rows: data.labels.map((label, i) => [label, data.counts[i], data.all[i]]),
      option: {
        ...frame(look, words),
        grid: grid({ bottom: 22 }),
        tooltip: tooltip(look, { trigger: 'axis', axisPointer: { type: 'shadow' }, formatter: (marks: { dataIndex: number }[]) => {
          const i = marks[0].dataIndex;
          return `${data.labels[i]} ${data.unit === 'money' ? '' : data.unit}\n${count(data.counts[i])} of ${people(data.all[i])}`;
        } }),
        xAxis: categories(look, data.labels, below(data.unit)),
        yAxis: values(look, many(), compact),
        series: [
          { type: 'bar', silent: true, data: data.all, barGap: '-100%', barCategoryGap: '8%', itemStyle: { color: look.ghost, decal: { symbol: 'none' } }, z: 1 },
          { type: 'bar', barCategoryGap: '8%', z: 2, data: data.counts.map((value, i) => ({ value, itemStyle: { color: colour, opacity: data.chosen.size === 0 || data.chosen.has(i) ? 1 : 0.3 } })) },
        ],
      },
    };
  },
};
