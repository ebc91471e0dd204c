import type { Chart } from './chart';
import { frame, short, tooltip } from './frame';
import { count } from '../look/figures';

export interface SankeyData {
  from: string;
  to: string;
  left: { name: string; colour: number }[];
  right: { name: string; colour: number }[];
  /** [left][right] customers. */
  flows: number[][];
}

export const sankey: Chart<SankeyData> = {
  name: 'sankey',
  summary: 'Who goes from which group on the left to which on the right.',
  draw(data, look) {
    const rows = data.flows.flatMap((row, l) => row.map((value, r) => ({ l, r, value })).filter((x) => x.value > 0));
    const top = [...rows].sort((a, b) => b.value - a.value)[0];
    const words = top ? `Customers by ${data.from} on the left and by ${data.to} on the right. The widest stream: ${count(top.value)} from ${data.left[top.l].name} to ${data.right[top.r].name}.` : 'There are no streams.';
    const title = new Map<string, string>();
    data.left.forEach((n, i) => title.set(`l${i}`, n.name));
    data.right.forEach((n, i) => title.set(`r${i}`, n.name));
    const used = new Set(rows.flatMap((x) => [`l${x.l}`, `r${x.r}`]));
    const node = (id: string, colour: number, side: string) => ({ name: id, itemStyle: { color: look.colour(colour), borderColor: look.colour(colour) }, label: { position: side } });
    return {
      words,
      columns: [data.from, data.to, 'Customers'],
      rows: rows.map((x) => [data.left[x.l].name, data.right[x.r].name, x.value]),
      height: Math.max(300, 30 + Math.max(data.left.length, data.right.length) * 38),
      hit: (mark) => (mark.dataType === 'edge' ? mark.dataIndex : -1),
      option: {
        ...frame(look, words),
        tooltip: tooltip(look, { trigger: 'item', formatter: (mark: { dataType: string; dataIndex: number; name: string; value: number }) => (mark.dataType === 'edge' ? `${data.left[rows[mark.dataIndex].l].name}\n→ ${data.right[rows[mark.dataIndex].r].name}\n${count(rows[mark.dataIndex].value)} customers` : `${title.get(mark.name) ?? ''}\n${count(mark.value)} customers`) }),
        series: [{
          type: 'sankey', left: look.narrow ? 86 : 150, right: look.narrow ? 96 : 220, top: 8, bottom: 8, nodeWidth: 12, nodeGap: 10, draggable: false, layoutIterations: 16, animation: false,
          label: { color: look.ink, fontSize: look.narrow ? 10 : 12, formatter: (mark: { name: string }) => short(title.get(mark.name) ?? '', look.narrow ? 13 : 32) },
          lineStyle: { color: 'source', opacity: look.dark ? 0.45 : 0.32 }, emphasis: { focus: 'adjacency' },
          data: [...data.left.map((n, i) => node(`l${i}`, n.colour, 'left')), ...data.right.map((n, i) => node(`r${i}`, n.colour, 'right'))].filter((n) => used.has(n.name)),
          links: rows.map((x) => ({ source: `l${x.l}`, target: `r${x.r}`, value: x.value })),
        }],
      },
    };
  },
};
