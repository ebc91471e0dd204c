import { describe, expect, it } from 'vitest';
import { chart, charts } from '../src/charts';
import type { BoxData } from '../src/charts/box';
import { leafOrder } from '../src/charts/dendrogram';
import { svg } from '../src/charts/canvas';
import { look } from '../src/look/look';

const evil = '</script><b>{a|x}</b>';

/** Each chart on a small piece of data with a hostile name in it. */
export const examples: Record<string, unknown> = {
  histogram: { measure: 'Days', unit: 'days', labels: ['0–19', '20–39', evil], counts: [5, 2, 1], all: [9, 4, 1], chosen: new Set([1]) },
  bar: { what: 'Share', unit: '', labels: [evil, 'Loyal'], format: 'percent', series: [{ name: 'customers', values: [0.2, 0.8] }, { name: 'money', values: [0.7, 0.3], colours: [0, 1] }] },
  line: { what: 'Month', unit: 'orders', labels: ['2024-01', '2024-02', '2024-03'], series: [{ name: evil, values: [1, null, 3] }, { name: 'b', values: [2, 2, 2] }] },
  scatter: { x: 'Days', y: 'Money', logX: false, logY: true, groups: [{ name: evil, colour: 0, points: [[1, 10], [2, 100]] }], ghost: [[3, 5]], sample: '' },
  heatmap: { what: 'Customers', xTitle: 'x', yTitle: 'y', x: ['a', evil], y: ['c', 'd'], cells: [[1, null], [3, 40]] },
  box: { measure: 'Money', unit: 'money', log: false, groups: [{ name: evil, colour: 0, stats: [1, 2, 3, 4, 9] }, { name: 'b', colour: 1, stats: [0, 1, 2, 3, 4] }] },
  silhouette: { mean: 0.4, clusters: [{ name: evil, colour: 0, customers: 20, mean: 0.5, scores: [0.9, 0.5, 0.1] }, { name: 'b', colour: 1, customers: 1, mean: null, scores: [0] }] },
  elbow: { chosen: 3, elbow: 3, trials: [{ k: 2, inertia: 10, silhouette: 0.3 }, { k: 3, inertia: 5, silhouette: 0.4 }, { k: 4, inertia: 4, silhouette: null }] },
  dendrogram: { what: 'Products', leaves: ['a', 'b', evil, 'd'], merges: [[0, 2, 1], [1, 3, 2], [4, 5, 5]], colours: [0, 1, 0, 1], feet: [0, 0, 0.5, 0], sizes: [10, 20, 5, 1], cut: 3.5 },
  snake: { measures: ['Days', 'Orders'], groups: [{ name: evil, colour: 0, values: [-1.5, 2] }, { name: 'b', colour: 1, values: [null, 0] }] },
  parallel: { measures: ['Days', 'Orders'], groups: [{ name: evil, colour: 0, lines: [[1, 2], [3, 4]] }] },
  treemap: { what: 'Money', parts: [{ name: evil, value: 70, colour: 0 }, { name: 'b', value: 30, colour: 1 }, { name: 'none', value: 0, colour: 2 }] },
  sankey: { from: 'map', to: 'cluster', left: [{ name: evil, colour: 0 }, { name: 'same', colour: 1 }], right: [{ name: 'same', colour: 0 }], flows: [[3], [4]] },
  lorenz: { points: [[0, 0], [0.5, 0.1], [0.8, 0.3], [0.9, 0.45], [1, 1]], gini: 0.6 },
  waterfall: { what: 'Lines', start: { name: 'Read', value: 10, text: '10' }, steps: [{ name: evil, value: 3, text: '3' }, { name: 'cancelled', value: -1, text: '-1' }], end: { name: 'Kept', value: 8, text: '8' } },
  interval: { what: 'Share', unit: '', format: 'percent', mark: { name: 'all', value: 0.2 }, rows: [{ name: evil, value: 0.2, low: 0.1, high: 0.4, colour: 0 }, { name: 'b', value: 0.1, low: 0.05, high: 0.2, colour: 1, strong: false }] },
};

describe('charts', () => {
  it('all have an example here', () => expect(Object.keys(examples)).toEqual(charts.map((c) => c.name)));

  it.each(charts.map((c) => c.name))('%s draws, says it in words and as a table, and lets no name become markup', (name) => {
    for (const style of [look(false, false, false), look(true, true, true)]) {
      const figure = chart(name).draw(examples[name], style);
      expect(figure.words.length).toBeGreaterThan(20);
      expect(figure.words).not.toMatch(/NaN|undefined|Infinity/);
      expect(figure.rows.length).toBeGreaterThan(0);
      for (const row of figure.rows) expect(row.length).toBe(figure.columns.length);
      expect(JSON.stringify(figure.rows)).not.toMatch(/NaN|undefined|Infinity/);
      const picture = svg(figure.option, 600, figure.height ?? 260);
      expect((picture.match(/<path|<text|<polyline/g) ?? []).length).toBeGreaterThan(3);
      expect(picture).not.toContain('<b>');
      expect(picture).not.toMatch(/<script|NaN/);
      expect((figure.option.tooltip as { renderMode: string }).renderMode).toBe('richText');
    }
  });

  it('names the choice when there is no such chart', () => expect(() => chart('pie')).toThrow(/no chart 'pie'.*histogram/));

  it('marks can be picked by their row', () => {
    const heat = chart('heatmap').draw(examples.heatmap, look(false, false, false));
    expect(heat.hit?.({ dataIndex: 3, seriesIndex: 0, name: '', data: null })).toBe(3);
    const tree = chart('treemap').draw(examples.treemap, look(false, false, false));
    expect(tree.hit?.({ dataIndex: 0, seriesIndex: 0, name: '', data: { row: 1 } })).toBe(1);
  });

  it('the diagonal of a heatmap is passed over only where it says nothing', () => {
    const names = ['1', '2'];
    const scores = chart('heatmap').draw({ what: 'Customers', xTitle: 'Recency score', yTitle: 'Frequency score', x: names, y: names, cells: [[625, 3], [40, 20]] }, look(false, false, false));
    expect(scores.words).toContain('The strongest cell is Frequency score 1 and Recency score 1 with 625.');
    const related = chart('heatmap').draw({ what: 'Correlation', xTitle: 'measure', yTitle: 'measure', x: ['a', 'b'], y: ['a', 'b'], cells: [[1, -0.4], [-0.4, 1]], signed: true }, look(false, false, false));
    expect(related.words).toContain('The strongest cell is a and b');
  });

  it('leaves of a dendrogram stand so that branches do not cross', () => expect(leafOrder(4, [[0, 2, 1], [1, 3, 2], [4, 5, 5]])).toEqual([0, 2, 1, 3]));

  it('a waterfall ends where it should', () => {
    const figure = chart('waterfall').draw(examples.waterfall, look(false, false, false));
    const [bases, blocks] = (figure.option.series as { data: (number | { value: number })[] }[]).map((s) => s.data);
    expect(bases).toEqual([0, 7, 7, 0]);
    expect((blocks as { value: number }[]).map((b) => b.value)).toEqual([10, 3, 1, 8]);
  });

  it('segments keep their colours in every chart', () => {
    const style = look(false, false, false);
    const box = chart('box').draw(examples.box as BoxData, style).option.series as { data: { itemStyle: { borderColor: string } }[] }[];
    expect(box[0].data[1].itemStyle.borderColor).toBe(style.colour(1));
    const tree = chart('treemap').draw(examples.treemap, style).option.series as { data: { itemStyle: { color: string } }[] }[];
    expect(tree[0].data[1].itemStyle.color).toBe(style.colour(1));
  });
});
