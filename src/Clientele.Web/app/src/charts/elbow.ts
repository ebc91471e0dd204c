import type { Chart } from './chart';
import { below, categories, frame, grid, tooltip, values } from './frame';
import { compact } from '../look/figures';

export interface ElbowData {
  chosen: number;
  elbow: number;
  trials: { k: number; inertia: number; silhouette: number | null }[];
}

export const elbow: Chart<ElbowData> = {
  name: 'elbow',
  summary: 'How well each number of clusters fits, and which one was taken.',
  draw(data, look) {
    const words = `${data.trials.length} numbers of clusters were tried, from ${data.trials[0]?.k} to ${data.trials[data.trials.length - 1]?.k}. ${data.chosen} were taken${data.elbow > 0 ? `; the inertia curve bends at ${data.elbow}` : '; the inertia curve has no bend'}.`;
    const at = data.trials.findIndex((t) => t.k === data.chosen);
    return {
      words,
      columns: ['Clusters', 'Inertia', 'Silhouette', 'Taken'],
      rows: data.trials.map((t) => [t.k, t.inertia, t.silhouette ?? '', t.k === data.chosen ? 'yes' : '']),
      option: {
        ...frame(look, words),
        grid: grid({ top: look.narrow ? 70 : 48, bottom: 26 }),
        legend: { top: 0, left: 0, textStyle: { color: look.ink } },
        tooltip: tooltip(look, { trigger: 'axis', formatter: (marks: { dataIndex: number }[]) => { const t = data.trials[marks[0].dataIndex]; return `${t.k} clusters\ninertia ${compact(t.inertia)}\nsilhouette ${t.silhouette === null ? 'not defined' : t.silhouette.toFixed(3)}`; } }),
        xAxis: categories(look, data.trials.map((t) => String(t.k)), below('clusters')),
        yAxis: [
          values(look, 'inertia', compact, { min: 0 }),
          values(look, 'silhouette', (v) => v.toFixed(1), { min: 0, nameTextStyle: { color: look.soft, align: 'right' }, splitLine: { show: false } }),
        ],
        series: [
          { type: 'line', name: 'inertia (lower is tighter)', data: data.trials.map((t) => t.inertia), symbol: 'circle', symbolSize: 8, color: look.soft, lineStyle: { width: 2 },
            markLine: at < 0 ? undefined : { silent: true, symbol: 'none', lineStyle: { color: look.ink, type: 'dashed' }, label: { color: look.ink, formatter: () => 'taken', padding: at === 0 ? [0, 0, 0, 78] : at === data.trials.length - 1 ? [0, 78, 0, 0] : 0 }, data: [{ xAxis: at }] } },
          { type: 'line', name: 'silhouette (higher is clearer)', yAxisIndex: 1, data: data.trials.map((t) => t.silhouette), symbol: 'diamond', symbolSize: 10, color: look.accent, lineStyle: { width: 2, type: 'dashed' } },
        ],
      },
    };
  },
};
