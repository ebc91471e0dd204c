import type { Chart } from './chart';
import { legend } from './legend';
import { below, frame, grid, tooltip, values } from './frame';
import { compact, people, typical } from '../look/figures';

export interface ScatterData {
  x: string;
  y: string;
  /** Powers of ten at even distance; values must lie above zero. */
  logX: boolean;
  logY: boolean;
  groups: { name: string; colour: number; points: [number, number][] }[];
  /** Points that the filters leave out. */
  ghost: [number, number][];
  /** "every 3rd customer", or empty. */
  sample: string;
}

const shapes = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'arrow'];

export const scatter: Chart<ScatterData> = {
  name: 'scatter',
  summary: 'Each customer as a point between two measures.',
  draw(data, look) {
    const shown = data.groups.reduce((sum, g) => sum + g.points.length, 0);
    const words = `${data.x} against ${data.y} of ${people(shown)} in ${data.groups.length} ${data.groups.length === 1 ? 'group' : 'groups'}${data.sample ? ` (${data.sample})` : ''}: ${data.groups.map((g) => g.name).join(', ')}.`;
    const names = legend(look, data.groups.map((g) => g.name));
    const axis = (name: string, log: boolean, more: object) => values(look, name, compact, { type: log ? 'log' : 'value', scale: true, axisLine: { show: false, onZero: false }, ...more });
    return {
      words,
      columns: ['Group', data.x, data.y],
      rows: data.groups.flatMap((g) => g.points.slice(0, 200).map((p) => [g.name, p[0], p[1]])),
      height: (look.narrow ? 330 : 390) + names.top,
      option: {
        ...frame(look, words),
        grid: grid({ top: names.top + 26, bottom: 26 }),
        legend: names.legend,
        tooltip: tooltip(look, { trigger: 'item', formatter: (mark: { seriesName: string; value: [number, number] }) => `${mark.seriesName}\n${data.x}: ${typical(mark.value[0])}\n${data.y}: ${typical(mark.value[1])}` }),
        xAxis: axis(data.x, data.logX, below(data.x)),
        yAxis: axis(data.y, data.logY, {}),
        series: [
          { type: 'scatter', name: 'left out', silent: true, data: data.ghost, symbolSize: 4, itemStyle: { color: look.ghost }, z: 1, animation: false },
          ...data.groups.map((g, k) => ({
            type: 'scatter', name: g.name, data: g.points, symbol: shapes[k % shapes.length], symbolSize: look.narrow ? 5 : 6, z: 2,
            itemStyle: { color: look.colour(g.colour), opacity: 0.72 }, animation: false,
          })),
        ],
      },
    };
  },
};
