import type { Chart } from './chart';
import { frame, tooltip } from './frame';
import { compact, percent } from '../look/figures';

export interface TreemapData {
  what: string;
  parts: { name: string; value: number; colour: number; dimmed?: boolean }[];
}

export const treemap: Chart<TreemapData> = {
  name: 'treemap',
  summary: 'The whole cut into parts; the area is the share.',
  draw(data, look) {
    const parts = data.parts.map((p, row) => ({ ...p, row })).filter((p) => p.value > 0);
    const total = parts.reduce((sum, p) => sum + p.value, 0);
    const top = [...parts].sort((a, b) => b.value - a.value)[0];
    const words = top ? `${data.what} as areas. The largest is ${top.name} with ${percent(top.value / total)}.` : `${data.what}: nothing to show.`;
    return {
      words,
      columns: ['Part', data.what, 'Share'],
      rows: data.parts.map((p) => [p.name, p.value, total > 0 ? Math.round((p.value / total) * 1e4) / 1e4 : 0]),
      height: look.narrow ? 300 : 320,
      hit: (mark) => (mark.data as { row?: number } | null)?.row ?? -1,
      option: {
        ...frame(look, words),
        tooltip: tooltip(look, { formatter: (mark: { name: string; value: number }) => (mark.name ? `${mark.name}\n${compact(mark.value)} (${percent(mark.value / total)})` : '') }),
        series: [{
          type: 'treemap', roam: false, nodeClick: false, breadcrumb: { show: false }, left: 0, right: 0, top: 0, bottom: 0, animation: false,
          itemStyle: { borderColor: look.surface, borderWidth: 2, gapWidth: 2 },
          label: { show: true, fontSize: 13, lineHeight: 17, color: '#ffffff', textBorderColor: 'rgba(0,0,0,.55)', textBorderWidth: 2.5, overflow: 'truncate', formatter: (mark: { name: string; value: number }) => (mark.value / total < 0.025 ? '' : `${mark.name}\n${percent(mark.value / total)}`) },
          data: parts.map((p) => ({ name: p.name, value: p.value, row: p.row, itemStyle: { color: look.colour(p.colour), opacity: p.dimmed ? 0.3 : 1 } })),
        }],
      },
    };
  },
};
