import { exact, parse } from '../data/money';
import { el, table } from '../parts/dom';
import { get } from './api';
import { moment, trouble } from './parts';
import type { Order, Orders } from './wire';

/** A customer's orders, read again from the files of the run. */
export function showOrders(run: string, customer: string): void {
  const body = el('div', {}, el('p', { class: 'lead', role: 'status' }, 'Reading the files of the run …'));
  const dialog = el('dialog', { class: 'orders', 'aria-labelledby': 'orders-title', onclose: () => dialog.remove() },
    el('header', {}, el('h2', { id: 'orders-title' }, `Customer ${customer}`), el('button', { type: 'button', onclick: () => dialog.close() }, 'Close')), body);
  document.body.append(dialog);
  dialog.showModal();
  get<Orders>(`/api/runs/${run}/orders?customer=${encodeURIComponent(customer)}`).then((found) => body.replaceChildren(
    el('p', { class: 'lead' }, `${found.orders.length} orders${found.returns.length > 0 ? `, ${found.returns.length} returns` : ''}. ${found.linesLeftOut > 0 ? `${found.linesLeftOut} lines of the oldest orders are not shown.` : ''}`),
    ...found.orders.map((o) => order(o)),
    ...(found.returns.length > 0 ? [el('h3', { class: 'between' }, 'Brought back'), ...found.returns.map((o) => order(o))] : []))).catch((problem: unknown) => body.replaceChildren(trouble(problem)));
}

function order(o: Order): HTMLElement {
  return el('details', { class: 'order' }, el('summary', {}, `${moment(o.at)} · ${exact(parse(o.money))}`), table(`Order of ${moment(o.at)}`, [
    { title: 'Product', cell: (l) => l.product },
    { title: 'Description', cell: (l) => l.description },
    { title: 'Units', right: true, cell: (l) => l.units },
    { title: 'Money', right: true, cell: (l) => exact(parse(l.money)) },
  ], o.lines));
}
