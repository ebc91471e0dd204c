import type { Chart } from './chart';
import { frame } from './frame';
import { compact, count } from '../look/figures';

export interface ParallelData {
  measures: string[];
  groups: { name: string; colour: number; lines: number[][] }[];
}

export const parallel: Chart<ParallelData> = {
  name: 'parallel',
  summary: 'Each customer as a line across several measures.',
  draw(data, look) {
    const lines = data.groups.reduce((sum, g) => sum + g.lines.length, 0);
    const words = `${count(lines)} lines across ${data.measures.length} measures (${data.measures.join(', ')}) in ${data.groups.length} groups: ${data.groups.map((g) => g.name).join(', ')}.`;
    return {
      words,
      columns: ['Group', ...data.measures],
      rows: data.groups.flatMap((g) => g.lines.slice(0, 200).map((l) => [g.name, ...l])),
      height: 360,
      option: {
        ...frame(look, words),
        legend: { top: 0, left: 0, type: 'scroll', textStyle: { color: look.ink } },
        parallel: { left: 40, right: 60, top: 70, bottom: 24 },
        parallelAxis: data.measures.map((name, dim) => ({ dim, name, nameTextStyle: { color: look.ink }, axisLabel: { color: look.soft, formatter: (v: number) => compact(v) }, axisLine: { lineStyle: { color: look.soft } } })),
        series: data.groups.map((g) => ({ type: 'parallel', name: g.name, data: g.lines, color: look.colour(g.colour), lineStyle: { color: look.colour(g.colour), width: 1, opacity: 0.4 }, animation: false })),
      },
    };
  },
};
