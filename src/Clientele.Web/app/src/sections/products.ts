import { chart } from '../charts';
import type { ProductsData, RankedProduct } from '../data/shop';
import { count, percent, typical } from '../look/figures';
import { Card } from '../parts/card';
import { el, table } from '../parts/dom';
import { CustomerGrid, type GridColumn } from '../parts/grid';
import { chosenSegments } from '../parts/reach';
import type { View } from '../view';
import type { Section } from './section';

const most = 15;

/** What sells, what is steady, what the best customers lean on, when it is bought again, what to hold. */
export const products: Section = {
  key: 'products',
  title: 'Products',
  applies: (view) => (view.doc.products?.ranking.length ?? 0) > 0,
  build(view) {
    const data = view.doc.products!;
    const a = data.classes.filter((c) => c.abc === 'A');
    const few = a.reduce((n, c) => n + c.products, 0);
    return [
      el('p', { class: 'lead' }, `${count(few)} of ${count(data.count)} products bring ${percent(a.reduce((s, c) => s + c.share, 0))} of ${data.money ? 'the money' : 'the pieces'}. A: most of it, B: the next, C: the rest; X is steady demand, Y wavers, Z comes and goes.`),
      el('div', { class: 'cards' }, classes(view, data), stages(view, data), treemap(view, data)),
      el('div', { class: 'cards two' }, ...dependence(view, data), ...replenishment(view, data), ...cover(view, data)),
      el('h3', { class: 'between' }, `The ${data.ranking.length < data.count ? `first ${count(data.ranking.length)} ` : ''}products`), ranking(data),
      data.substitutes.length > 0 ? el('details', {}, el('summary', {}, 'Products that seem to stand in for each other'), table('Substitutes', [
        { title: 'One', cell: (s) => s.one }, { title: 'Other', cell: (s) => s.other }, { title: 'Alike', right: true, cell: (s) => typical(s.similarity) }, { title: 'Orders with both', right: true, cell: (s) => count(s.together) }, { title: 'By chance', right: true, cell: (s) => typical(s.expected) },
      ], data.substitutes)) : '',
      data.notes.length > 0 ? el('ul', { class: 'notes' }, ...data.notes.map((n) => el('li', {}, n))) : '',
    ];
  },
};

function classes(view: View, data: ProductsData): HTMLElement {
  const [y, x] = [['A', 'B', 'C'], ['X', 'Y', 'Z', 'too new']];
  const cell = (abc: string, xyz: string) => data.classes.find((c) => c.abc === abc && c.xyz === (xyz === 'too new' ? '' : xyz))?.products ?? 0;
  return new Card(view, {
    title: 'Classes of products', note: 'Products by what they bring (A to C) and how steadily they sell (X to Z).', chart: chart('heatmap'), reach: [],
    data: () => ({ what: 'Products', xTitle: 'how steady', yTitle: 'what they bring', x, y, cells: y.map((a) => x.map((b) => cell(a, b))) }),
  }).element;
}

function stages(view: View, data: ProductsData): HTMLElement {
  return new Card(view, {
    title: 'Life of products', note: `By orders in the last ${data.recentDays} days against as many before, the shop's own change taken out.`, chart: chart('bar'), reach: [],
    data: () => ({ what: 'Stage', unit: '', format: 'percent', labels: data.stages.map((s) => s.stage), series: [{ name: 'share of products', values: data.stages.map((s) => s.products / data.count) }, { name: data.money ? 'share of money' : 'share of pieces', values: data.stages.map((s) => s.share) }] }),
  }).element;
}

function treemap(view: View, data: ProductsData): HTMLElement {
  const shown = data.ranking.slice(0, 24);
  const together = shown.reduce((s, p) => s + p.share, 0);
  return new Card(view, {
    title: 'The largest products', note: `The first ${shown.length} bring ${percent(together)} of ${data.money ? 'the money' : 'the pieces'}; the area is the share of that.`, chart: chart('treemap'), reach: [],
    data: () => ({ what: 'Share', parts: shown.map((p, i) => ({ name: p.name, value: p.share, colour: i })) }),
  }).element;
}

function dependence(view: View, data: ProductsData): HTMLElement[] {
  const shown = data.dependence.slice(0, most);
  if (shown.length === 0) return [];
  return [new Card(view, {
    title: 'What the best customers lean on', chart: chart('bar'), reach: [],
    note: data.money ? `All money of customers in ${data.best} who have it in half of their orders or more: what could leave with it.` : `Share of the orders of ${data.best} that hold it.`,
    data: () => ({ what: 'Product', unit: '', format: data.money ? 'compact' : 'percent', labels: shown.map((d) => d.name), series: [{ name: data.money ? 'Money at risk' : 'Share of orders', values: shown.map((d) => (data.money ? d.regularsMoney : d.orderShare)) }] }),
  }).element];
}

function replenishment(view: View, data: ProductsData): HTMLElement[] {
  const known = data.replenishment.filter((r) => r.median !== null && r.low !== null && r.high !== null);
  const shown = [...known.filter((r) => r.level === 'category'), ...known.filter((r) => r.level === 'product')].slice(0, most);
  if (shown.length === 0) return [];
  return [new Card(view, {
    title: 'When it is bought again', note: 'Days until half of those who buy it repeatedly have bought it again, with the range that holds it 95 times in 100.', chart: chart('interval'), reach: [],
    data: () => ({ what: 'Days to the next purchase', unit: 'days', rows: shown.map((r) => ({ name: r.name, value: r.median!, low: r.low!, high: r.high!, colour: r.level === 'category' ? 1 : 0 })) }),
  }).element];
}

function cover(view: View, data: ProductsData): HTMLElement[] {
  if (data.cover.length === 0) return [];
  const { key, names } = chosenSegments(view);
  const known = new Set(data.cover.map((c) => c.segment));
  return [new Card(view, {
    title: 'What to hold', full: true, chart: chart('interval'), reach: [key],
    note: `Pieces that will be asked for in ${data.coverWeeks} weeks, with the range that holds it 95 times in 100. Of one chosen segment its own demand; season is not in it.`,
    data: () => {
      const { chosen, all } = chosenSegments(view);
      const scope = !all && chosen.length === 1 && known.has(names[chosen[0]]) ? names[chosen[0]] : null;
      const rows = data.cover.filter((c) => c.segment === scope).slice(0, most);
      return { what: scope ? `Pieces for ${scope}` : 'Pieces', unit: 'pieces', rows: rows.map((c) => ({ name: c.name, value: c.expected, low: c.low, high: c.high, colour: scope ? chosen[0] : 0 })) };
    },
  }).element];
}

function ranking(data: ProductsData): HTMLElement {
  const p = data.ranking;
  const text = (title: string, width: number, of: (r: RankedProduct) => string): GridColumn => ({ title, width, text: (r) => of(p[r]), order: (r) => of(p[r]) });
  const value = (title: string, width: number, of: (r: RankedProduct) => number | null, show: (v: number) => string): GridColumn => ({ title, width, right: true, text: (r) => { const v = of(p[r]); return v === null ? '–' : show(v); }, order: (r) => of(p[r]) ?? NaN });
  const grid = new CustomerGrid([
    value('Rank', 70, (r) => r.rank, count), text('Product', 270, (r) => r.name), text('Code', 90, (r) => r.code), ...(p.some((r) => r.category !== '') ? [text('Category', 120, (r) => r.category)] : []),
    ...(data.money ? [value('Money', 100, (r) => r.money, count)] : []), value('Share', 80, (r) => r.share, (v) => `${(v * 100).toFixed(2)}%`), text('Class', 70, (r) => r.abc + r.xyz), text('Life', 90, (r) => r.stage),
    value('Orders', 80, (r) => r.orders, count), value('Customers', 100, (r) => r.customers, count), value('Returned', 90, (r) => r.returns, percent), value('Price', 80, (r) => r.price, typical), value('Sold cheaper', 110, (r) => r.discounted, percent),
  ], { column: 0, down: false }, 'Products');
  grid.show(Int32Array.from(p.map((_, i) => i)));
  return grid.element;
}
