import type { Chart } from './chart';
import { frame, grid, short, tooltip, values } from './frame';
import { people } from '../look/figures';
import { Many, one } from '../look/who';

export interface SilhouetteData {
  mean: number;
  clusters: { name: string; colour: number; customers: number; mean: number | null; scores: number[] }[];
}

/** Falling lines, one block per cluster: long blocks to the right lie well, what reaches left of zero would fit elsewhere better. */
export const silhouette: Chart<SilhouetteData> = {
  name: 'silhouette',
  summary: 'How well each customer lies in its cluster.',
  draw(data, look) {
    const best = [...data.clusters].sort((a, b) => (b.mean ?? -1) - (a.mean ?? -1))[0];
    const words = `Mean silhouette ${data.mean.toFixed(3)} over ${data.clusters.length} clusters; ${best?.name ?? 'none'} is the most distinct${best?.mean === null || !best ? '' : ` (${best.mean.toFixed(2)})`}. From .5 on clusters are clearly apart; below 0 a ${one()} would fit better elsewhere.`;
    const total = data.clusters.reduce((sum, c) => sum + c.customers, 0);
    const gap = total * 0.02;
    let from = 0;
    const blocks = data.clusters.map((c) => {
      const points = c.scores.map((s, i) => [s, from + (c.scores.length === 1 ? 0 : (i / (c.scores.length - 1)) * c.customers)] as [number, number]);
      const block = { ...c, from, points: [[0, from], ...points, [0, from + c.customers]] as [number, number][] };
      from += c.customers + gap;
      return block;
    });
    return {
      words,
      columns: ['Cluster', `${Many()} drawn`, 'Mean silhouette'],
      rows: data.clusters.map((c) => [c.name, c.customers, c.mean ?? '']),
      height: Math.max(260, 70 + data.clusters.length * 56),
      hit: (mark) => mark.seriesIndex,
      option: {
        ...frame(look, words),
        grid: grid({ top: 18, bottom: 26 }),
        tooltip: tooltip(look, { trigger: 'item', formatter: (mark: { seriesIndex: number }) => { const b = blocks[mark.seriesIndex]; return `${b.name}\n${people(b.customers)} drawn\nmean ${b.mean === null ? 'not defined' : b.mean.toFixed(3)}`; } }),
        xAxis: values(look, 'silhouette', (v) => v.toFixed(1).replace('-', '−'), { min: (v: { min: number }) => Math.min(0, Math.floor(v.min * 10) / 10), max: 1, nameLocation: 'middle', nameGap: 26 }),
        yAxis: values(look, '', () => '', { inverse: true, min: 0, max: Math.max(1, from - gap), splitLine: { show: false }, axisLabel: { show: false } }),
        series: blocks.map((b, k) => ({
          type: 'line', name: b.name, data: b.points, showSymbol: false, triggerEvent: true, lineStyle: { width: 1, color: look.colour(b.colour) },
          areaStyle: { color: look.colour(b.colour), opacity: 0.75, origin: 'start' }, animation: false,
          endLabel: { show: false },
          markPoint: { symbol: 'rect', symbolSize: 0.1, silent: true, data: [{ coord: [1, b.from + b.customers / 2] }], label: { show: true, position: 'left', distance: 0, color: look.ink, fontSize: look.narrow ? 10 : 11, textBorderColor: look.surface, textBorderWidth: 3, formatter: () => `${short(b.name, look.narrow ? 20 : 40)} · ${b.mean === null ? '–' : b.mean.toFixed(2)}` } },
          markLine: k > 0 ? undefined : { silent: true, symbol: 'none', lineStyle: { color: look.ink, type: 'dashed' }, label: { color: look.ink, formatter: () => `mean ${data.mean.toFixed(2)}`, position: 'start', distance: 2 }, data: [{ xAxis: data.mean }] },
        })),
      },
    };
  },
};
