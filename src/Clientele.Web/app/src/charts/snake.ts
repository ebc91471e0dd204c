import type { Chart } from './chart';
import { many } from '../look/who';
import { legend } from './legend';
import { categories, frame, grid, tooltip, values } from './frame';

export interface SnakeData {
  measures: string[];
  /** Distance of each group from all customers: 0 is like all, 1 is one spread above; null where not defined. */
  groups: { name: string; colour: number; values: (number | null)[] }[];
}

const shapes = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'arrow'];

export const snake: Chart<SnakeData> = {
  name: 'snake',
  summary: 'What sets each group apart from all customers, measure by measure.',
  draw(data, look) {
    let best = { name: '', measure: '', value: 0 };
    for (const g of data.groups) g.values.forEach((v, i) => { if (v !== null && Math.abs(v) > Math.abs(best.value)) best = { name: g.name, measure: data.measures[i], value: v }; });
    const words = best.name === '' ? `No group differs from all ${many()}.` : `What sets groups apart. The strongest: ${best.name}, whose ${best.measure.toLowerCase()} lies ${Math.abs(best.value).toFixed(1)} spreads ${best.value > 0 ? 'above' : 'below'} all ${many()}.`;
    const names = legend(look, data.groups.map((g) => g.name));
    return {
      words,
      columns: ['Measure', ...data.groups.map((g) => g.name)],
      rows: data.measures.map((m, i) => [m, ...data.groups.map((g) => (g.values[i] === null ? '' : Math.round((g.values[i] as number) * 100) / 100))]),
      height: (look.narrow ? 330 : 310) + names.top,
      option: {
        ...frame(look, words),
        grid: grid({ top: names.top + 28 }),
        legend: names.legend,
        tooltip: tooltip(look, { trigger: 'axis', formatter: (marks: { dataIndex: number }[]) => [data.measures[marks[0].dataIndex], ...data.groups.map((g) => `${g.name}: ${g.values[marks[0].dataIndex]?.toFixed(2).replace('-', '−') ?? '–'}`)].join('\n') }),
        xAxis: categories(look, data.measures, { axisLabel: { interval: 0, hideOverlap: false, rotate: data.measures.length > 4 ? 28 : 0, color: look.ink } }),
        yAxis: values(look, 'spreads from all', (v) => (v > 0 ? `+${v}` : String(v).replace('-', '−'))),
        series: [
          ...data.groups.map((g, k) => ({ type: 'line', name: g.name, data: g.values, color: look.colour(g.colour), symbol: shapes[k % shapes.length], symbolSize: 9, lineStyle: { width: 2.5, type: ['solid', 'dashed', 'dotted'][Math.floor(k / 6) % 3] },
            markLine: k > 0 ? undefined : { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: look.ink, width: 1, type: 'solid' }, data: [{ yAxis: 0 }] } })),
        ],
      },
    };
  },
};
