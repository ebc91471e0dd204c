import { chart } from '../charts';
import type { BasketsData, RuleData } from '../data/shop';
import { count, percent, typical } from '../look/figures';
import { Card } from '../parts/card';
import { el } from '../parts/dom';
import { CustomerGrid, type GridColumn } from '../parts/grid';
import { chosenSegments, sayReach } from '../parts/reach';
import type { View } from '../view';
import type { Section } from './section';

/** What goes together, what each segment leans to, and what to offer next. */
export const baskets: Section = {
  key: 'baskets',
  title: 'Baskets',
  applies: (view) => view.doc.baskets !== undefined,
  build(view) {
    const data = view.doc.baskets!;
    return [
      el('p', { class: 'lead' }, `Sets that stand in ${typical(data.support * 100)}% of the orders or more. Proved rules are more than chance after correction for all that were looked at, and say more than any shorter rule. ${count(data.customersWithNext)} customers can be offered a next ${data.level} with a reason: see the list of next ${data.level === 'category' ? 'categories' : 'products'} in the folder.`),
      ...rules(view, data),
      el('div', { class: 'cards two' }, ...affinity(view, data), ...next(view, data)),
      data.notes.length > 0 ? el('ul', { class: 'notes' }, ...data.notes.map((n) => el('li', {}, n))) : '',
    ];
  },
};

/** The rules of the shop; of one segment when it alone is chosen. */
function rules(view: View, data: BasketsData): HTMLElement[] {
  if (data.scopes.every((s) => s.best.length === 0)) return [];
  const said = el('p', { class: 'said' });
  const reach = el('p', { class: 'reach' });
  let shown: RuleData[] = data.scopes[0].best;
  const text = (title: string, width: number, of: (r: RuleData) => string): GridColumn => ({ title, width, text: (r) => of(shown[r]), order: (r) => of(shown[r]) });
  const value = (title: string, width: number, of: (r: RuleData) => number, show: (v: number) => string): GridColumn => ({ title, width, right: true, text: (r) => show(of(shown[r])), order: (r) => of(shown[r]) });
  const grid = new CustomerGrid([
    text('Who buys', 290, (r) => r.if), text('also buys', 250, (r) => r.then), value('So often', 90, (r) => r.confidence, percent), value('Times chance', 110, (r) => r.lift, (v) => v.toFixed(1)),
    value('Orders', 80, (r) => r.orders, count), value('Of all orders', 110, (r) => r.support, (v) => `${(v * 100).toFixed(1)}%`), text('Proved', 80, (r) => (r.proved ? 'yes' : 'no')),
  ], { column: 3, down: true }, 'Rules');
  const refresh = (): void => {
    const { chosen, all, names, key } = chosenSegments(view);
    const own = !all && chosen.length === 1 ? data.scopes.find((s) => s.segment === names[chosen[0]]) : undefined;
    const scope = own ?? data.scopes[0];
    shown = scope.best;
    said.textContent = `${scope.segment ?? 'The whole shop'}: ${count(scope.rules)} rules in ${count(scope.orders)} orders, ${count(scope.proved)} proved; the ${count(shown.length)} best are here.`;
    sayReach(view, reach, [key]);
    grid.show(Int32Array.from(shown.map((_, i) => i)));
  };
  view.follow({ refresh });
  refresh();
  return [el('h3', { class: 'between' }, 'Bought together'), said, grid.element, view.dimensions.length > 0 ? reach : el('span')];
}

/** Indexes on a scale where half and double are equally far from 100. */
function affinity(view: View, data: BasketsData): HTMLElement[] {
  return data.affinity.map((a) => new Card(view, {
    title: a.level === 'category' ? 'What segments lean to: categories' : 'What segments lean to: products', full: true, chart: chart('heatmap'), reach: [chosenSegments(view).key],
    note: '100 is as much as anybody, 200 twice as much, for all that the segment buys. Only what is more than chance is shown.',
    data: () => {
      const { chosen, names, all } = chosenSegments(view);
      const segments = all ? data.segments : data.segments.filter((s) => chosen.some((c) => names[c] === s));
      if (segments.length === 0) return null;
      const at = new Map(a.cells.filter((c) => c.proved && c.index > 0).map((c) => [`${c.segment}/${c.item}`, c.index]));
      const items = a.items.map((_, i) => i).filter((i) => segments.some((s) => at.has(`${s}/${i}`)));
      if (items.length === 0) return null;
      return {
        what: 'Affinity index', xTitle: 'Segment', yTitle: a.level === 'category' ? 'Category' : 'Product', x: segments, y: items.map((i) => a.items[i]), signed: true, limit: 2, show: (v: number) => String(Math.round(100 * 2 ** v)),
        cells: items.map((i) => segments.map((s) => { const index = at.get(`${s}/${i}`); return index === undefined ? null : Math.log2(index / 100); })),
      };
    },
  }).element);
}

function next(view: View, data: BasketsData): HTMLElement[] {
  const shown = data.next.slice(0, 15);
  if (shown.length === 0) return [];
  return [new Card(view, {
    title: 'What to offer next', note: 'The best next offer per customer, counted.', full: true, chart: chart('bar'), reach: [],
    data: () => ({ what: 'Offer', unit: 'customers', labels: shown.map((n) => n.name), series: [{ name: 'Customers', values: shown.map((n) => n.customers) }] }),
  }).element];
}
