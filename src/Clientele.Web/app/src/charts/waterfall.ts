import type { Chart } from './chart';
import { categories, frame, grid, short, tooltip, values } from './frame';
import { compact } from '../look/figures';

export interface WaterfallData {
  what: string;
  start: { name: string; value: number; text: string };
  /** What each step takes away; a negative value gives back. */
  steps: { name: string; value: number; text: string }[];
  end: { name: string; value: number; text: string };
}

export const waterfall: Chart<WaterfallData> = {
  name: 'waterfall',
  summary: 'From what was there to what is left, step by step.',
  draw(data, look) {
    const rows = [data.start, ...data.steps, data.end];
    const most = [...data.steps].sort((a, b) => Math.abs(b.value) - Math.abs(a.value))[0];
    const words = `${data.what}: from ${data.start.text} to ${data.end.text}.${most && most.value !== 0 ? ` The largest step: ${most.name}, ${most.text}.` : ''}`;
    let level = data.start.value;
    const blocks = rows.map((row, i) => {
      if (i === 0 || i === rows.length - 1) return { from: 0, to: row.value };
      const block = { from: level, to: level - row.value };
      level = block.to;
      return block;
    });
    return {
      words,
      columns: ['Step', data.what],
      rows: rows.map((r) => [r.name, r.text]),
      height: Math.max(160, 44 + rows.length * 28),
      option: {
        ...frame(look, words),
        grid: grid({ top: 4, right: 76 }),
        tooltip: tooltip(look, { trigger: 'axis', axisPointer: { type: 'shadow' }, formatter: (marks: { dataIndex: number }[]) => `${rows[marks[0].dataIndex].name}\n${rows[marks[0].dataIndex].text}` }),
        xAxis: values(look, '', compact, { splitNumber: look.narrow ? 2 : 4 }),
        yAxis: categories(look, rows.map((r) => short(r.name, look.narrow ? 18 : 34)), { inverse: true, axisLabel: { color: look.ink, interval: 0, hideOverlap: false } }),
        series: [
          { type: 'bar', stack: 'w', silent: true, itemStyle: { color: 'transparent', decal: { symbol: 'none' } }, data: blocks.map((b) => Math.min(b.from, b.to)) },
          { type: 'bar', stack: 'w', barCategoryGap: '30%', data: blocks.map((b, i) => ({ value: Math.abs(b.to - b.from), itemStyle: { color: i === 0 || i === rows.length - 1 ? look.accent : rows[i].value < 0 ? look.colour(2) : look.colour(5), borderRadius: 2 } })),
            label: { show: true, position: 'right', color: look.soft, formatter: (mark: { dataIndex: number }) => (mark.dataIndex === 0 || mark.dataIndex === rows.length - 1 ? compact(rows[mark.dataIndex].value) : rows[mark.dataIndex].value === 0 ? '0' : `${rows[mark.dataIndex].value > 0 ? '−' : '+'}${compact(Math.abs(rows[mark.dataIndex].value))}`) } },
        ],
      },
    };
  },
};
