import type { Chart } from './chart';
import { below, frame, grid, tooltip, values } from './frame';
import { percent } from '../look/figures';

export interface LorenzData {
  /** [share of customers, share of money], from (0, 0) to (1, 1). */
  points: [number, number][];
  gini: number;
  /** What is counted, in the plural; customers where it is missing. */
  of?: string;
}

export const lorenz: Chart<LorenzData> = {
  name: 'lorenz',
  summary: 'How much of the money comes from how few customers.',
  draw(data, look) {
    const of = data.of ?? 'customers';
    const first = data.of ? 'smallest first' : 'poorest first';
    const at = (share: number) => data.points.find((p) => p[0] >= share - 1e-9)?.[1] ?? 1;
    const words = `The best tenth of ${of} brings ${percent(1 - at(0.9))} of the money, the best fifth ${percent(1 - at(0.8))}, the lower half ${percent(at(0.5))}. Gini coefficient ${data.gini.toFixed(2)}: 0 is all alike, 1 is one alone.`;
    return {
      words,
      columns: [`${of.charAt(0).toUpperCase()}${of.slice(1)}, ${first}`, 'Their share of the money'],
      rows: data.points.map((p) => [Math.round(p[0] * 1e4) / 1e4, Math.round(p[1] * 1e4) / 1e4]),
      option: {
        ...frame(look, words),
        grid: grid({ bottom: 26 }),
        tooltip: tooltip(look, { trigger: 'axis', formatter: (marks: { value: [number, number] }[]) => `the lower ${percent(marks[0].value[0])} of ${of}\nbring ${percent(marks[0].value[1])} of the money` }),
        xAxis: values(look, '', percent, { min: 0, max: 1, ...below(`${of}, ${first}`) }),
        yAxis: values(look, 'money', percent, { min: 0, max: 1 }),
        series: [
          { type: 'line', data: data.points, showSymbol: false, color: look.accent, lineStyle: { width: 2.5 }, areaStyle: { opacity: 0.15 } },
          { type: 'line', data: [[0, 0], [1, 1]], showSymbol: false, silent: true, color: look.soft, lineStyle: { width: 1, type: 'dashed' } },
        ],
      },
    };
  },
};
