import type { Chart } from './chart';
import { frame, short } from './frame';
import { legend } from './legend';
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
    const names = legend(look, data.groups.map((g) => g.name), true);
    const last = data.measures.length - 1;
    return {
      words,
      columns: ['Group', ...data.measures],
      rows: data.groups.flatMap((g) => g.lines.slice(0, 200).map((l) => [g.name, ...l])),
      height: 330 + names.top,
      option: {
        ...frame(look, words),
        legend: names.legend,
        parallel: { left: 14, right: 44, top: names.top + 34, bottom: 16 },
        parallelAxis: data.measures.map((name, dim) => ({ dim, name: short(name, look.narrow ? Math.max(6, Math.floor(44 / data.measures.length)) : Math.floor(150 / data.measures.length)), nameGap: 12, nameTextStyle: { color: look.ink, align: dim === 0 ? 'left' : dim === last ? 'right' : 'center', padding: dim === 0 ? [0, 0, 0, -12] : dim === last ? [0, -42, 0, 0] : 0 }, axisLabel: { color: look.soft, formatter: (v: number) => compact(v) }, axisLine: { lineStyle: { color: look.soft } } })),
        series: data.groups.map((g) => ({ type: 'parallel', name: g.name, data: g.lines, color: look.colour(g.colour), lineStyle: { color: look.colour(g.colour), width: 1, opacity: 0.4 }, animation: false })),
      },
    };
  },
};
