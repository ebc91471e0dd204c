import { amount, exact } from '../data/money';
import { numbers } from '../data/decode';
import { label } from '../engine/dimension';
import { count, people, typical, words } from '../look/figures';
import { Many, many } from '../look/who';
import { el } from '../parts/dom';
import { csv, download } from '../parts/download';
import { lazily } from '../parts/seen';
import { CustomerGrid, type GridColumn } from '../parts/grid';
import type { View } from '../view';
import type { Section } from './section';

/** The customers that pass the filters, one by one. */
export const customers: Section = {
  key: 'customers',
  title: 'One by one',
  applies: (view) => view.doc.customers !== undefined,
  build(view) {
    const data = view.doc.customers!;
    if (data.aggregated) return [el('p', { class: 'lead' }, `With ${people(data.count)} this page holds groups of like ${many()} instead of each one. The list of all stands in the files beside it; the totals here are the same.`)];
    const columns = gridColumns(view);
    const start = Math.max(0, columns.findIndex((c) => c.title === words('monetary')));
    const grid = new CustomerGrid(columns, { column: start, down: true }, Many());
    const said = el('p', { class: 'lead' });
    const passing = (): Int32Array => {
      const rows = new Int32Array(view.engine.rows);
      let n = 0;
      for (let i = 0; i < rows.length; i++) if (view.engine.mask[i] === 0) rows[n++] = i;
      return rows.slice(0, n);
    };
    // The list is sorted anew only where somebody can see it.
    const list = lazily(grid.element, () => grid.show(passing()));
    const refresh = (): void => {
      said.textContent = `${count(view.engine.customers)} of ${people(view.engine.rows)}. Click a title to sort.${data.ids ? '' : ' Their ids were left out of this page.'}`;
      list.refresh();
    };
    view.follow({ refresh });
    refresh();
    const save = el('button', { type: 'button', onclick: () => download('customers.csv', csv(columns.map((c) => c.title), [...passing()].map((r) => columns.map((c) => c.text(r)))), 'text/csv;charset=utf-8') }, 'Save this list as CSV');
    return [said, grid.element, el('p', { class: 'after' }, save)];
  },
};

function gridColumns(view: View): GridColumn[] {
  const data = view.doc.customers!;
  const columns: GridColumn[] = [];
  if (data.ids) {
    const ids = data.ids;
    const open = view.openCustomer;
    columns.push({ title: view.doc.of === 'rows' ? 'Row' : 'Customer', width: 110, text: (r) => ids[r], order: (r) => r, ...(open ? { open: (r: number) => open(ids[r]) } : {}) });
  }
  const limbs = data.money.limbs.map((l) => numbers(l, 'i32'));
  for (const d of view.dimensions) {
    if (d.kind === 'group') columns.push({ title: d.title, width: d.key === 'cluster' ? 210 : 150, text: (r) => label(d, d.codes[r]), order: (r) => d.codes[r] });
    else if (d.key === 'monetary') columns.push({ title: d.title, width: 120, right: true, text: (r) => exact(amount(limbs.map((l) => l[r]), data.money.decimals)), order: (r) => view.engine.money[r] });
    else if (d.kind === 'bins' && !d.hidden && view.measures.has(d.key)) {
      const values = view.measures.get(d.key)!;
      columns.push({ title: d.title, width: 120, right: true, text: (r) => typical(values[r]), order: (r) => values[r] });
    } else if (d.kind === 'category') columns.push({ title: d.title, width: 140, text: (r) => label(d, d.codes[r]), order: (r) => d.labels[d.codes[r]] ?? '' });
  }
  const [r, f, m] = ['r', 'f', 'm'].map((k) => view.dimensions[view.at(k)]);
  if (r && f && m) {
    const code = (row: number) => [r, f, m].map((d) => (d.codes[row] < 5 ? d.labels[d.codes[row]] : '–')).join('');
    columns.splice(data.ids ? 3 : 2, 0, { title: 'Score', width: 70, text: code, order: code });
  }
  return columns;
}
