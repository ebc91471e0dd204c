import type { Chart } from './chart';
import { categories, frame, grid, short, tooltip, values } from './frame';
import { compact, typical } from '../look/figures';
import { one } from '../look/who';

export interface BoxData {
  measure: string;
  unit: string;
  log: boolean;
  /** 5 %, lower quartile, median, upper quartile, 95 %. */
  groups: { name: string; colour: number; stats: [number, number, number, number, number] }[];
}

export const box: Chart<BoxData> = {
  name: 'box',
  summary: 'The middle half of each group, and how far nine in ten reach.',
  draw(data, look) {
    const order = [...data.groups].sort((a, b) => b.stats[2] - a.stats[2]);
    const words = order.length === 0 ? `${data.measure}: nobody.` : `${data.measure} by group: the middle ${one()} is highest in ${order[0].name} (${typical(order[0].stats[2])}) and lowest in ${order[order.length - 1].name} (${typical(order[order.length - 1].stats[2])}).`;
    const drawn = (v: number) => (data.log ? Math.max(v, 0.1) : v);
    return {
      words,
      axis: 'y',
      columns: ['Group', '5%', 'Lower quartile', 'Median', 'Upper quartile', '95%'],
      rows: data.groups.map((g) => [g.name, ...g.stats.map((v) => Math.round(v * 1e6) / 1e6)]),
      height: Math.max(160, 60 + data.groups.length * 30),
      option: {
        ...frame(look, words),
        grid: grid({ top: 6, bottom: 24 }),
        tooltip: tooltip(look, { trigger: 'item', formatter: (mark: { dataIndex: number }) => {
          const g = data.groups[mark.dataIndex];
          return `${g.name}\nnine in ten: ${typical(g.stats[0])} to ${typical(g.stats[4])}\nmiddle half: ${typical(g.stats[1])} to ${typical(g.stats[3])}\nmedian: ${typical(g.stats[2])}`;
        } }),
        xAxis: values(look, data.unit === 'money' ? '' : data.unit, compact, { type: data.log ? 'log' : 'value', nameLocation: 'middle', nameGap: 26 }),
        yAxis: categories(look, data.groups.map((g) => short(g.name, look.narrow ? 14 : 26)), { inverse: true, axisLabel: { color: look.ink, interval: 0, hideOverlap: false } }),
        series: [{ type: 'boxplot', boxWidth: [8, 18], data: data.groups.map((g) => ({ value: g.stats.map(drawn), itemStyle: { color: look.ghost, borderColor: look.colour(g.colour), borderWidth: 2 } })) }],
      },
    };
  },
};
