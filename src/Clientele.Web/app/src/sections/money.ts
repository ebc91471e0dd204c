import { chart } from '../charts';
import { number, records } from '../data/explored';
import { compact, percent } from '../look/figures';
import { Card } from '../parts/card';
import { choice, el } from '../parts/dom';
import { chosenSegments, summed } from '../parts/reach';
import type { View } from '../view';
import { distributions } from './returning';
import type { Section } from './section';

const kinds = { country: 'Countries', store: 'Stores', category: 'Categories' } as const;

/** Where the money comes from: how few bring it, from where, at which prices, in which orders, and what comes back. */
export const money: Section = {
  key: 'money',
  title: 'Where the money comes from',
  applies: (view) => ['concentration', 'places', 'prices', 'returns', 'basket'].some((k) => view.doc.explore?.[k] !== undefined),
  build(view) {
    const explore = view.doc.explore!;
    const notes = ['concentration', 'places', 'prices', 'returns', 'basket'].flatMap((k) => [...(explore[k]?.cannotTell ? [explore[k].cannotTell as string] : []), ...(explore[k]?.notes ?? [])]);
    return [
      el('div', { class: 'cards' }, ...lorenz(view), ...pareto(view), ...places(view), ...prices(view), ...distributions(view, explore.basket, { value: 'Value of an order', lines: 'Lines of an order' }, 'orders'), ...returns(view)),
      notes.length > 0 ? el('ul', { class: 'notes' }, ...notes.map((n) => el('li', {}, n))) : '',
    ];
  },
};

/** Customers stand under Explore, where filters move them; here are the products. */
function lorenz(view: View): HTMLElement[] {
  const points = records(view.doc.explore?.concentration).filter((r) => r.what === 'products' && r.kind === 'lorenz').map((r): [number, number] => [r.share as number, r.money_share as number]);
  const gini = number(view.doc.explore?.concentration?.figures.products_gini);
  if (points.length < 3 || gini === null) return [];
  return [new Card(view, { title: 'Concentration on products', note: 'The further the line sags, the fewer products carry the shop.', chart: chart('lorenz'), reach: [], data: () => ({ points, gini, of: 'products' }) }).element];
}

function pareto(view: View): HTMLElement[] {
  const rows = records(view.doc.explore?.concentration).filter((r) => r.kind === 'pareto');
  const shares = [...new Set(rows.map((r) => r.money_share as number))];
  const what = [...new Set(rows.map((r) => String(r.what)))];
  if (shares.length === 0) return [];
  const share = (w: string, s: number) => rows.find((r) => r.what === w && r.money_share === s)?.share as number ?? 0;
  return [new Card(view, {
    title: 'How few bring how much', note: 'The smallest share of customers, and of products, that brings so much of the money.', chart: chart('bar'), reach: [],
    data: () => ({ what: 'Share of the money', unit: '', format: 'percent', labels: shares.map((s) => `${Math.round(s * 100)}% of the money`), words: shares.map((s) => `${what.map((w) => `${percent(share(w, s))} of ${w}`).join(' and ')} bring ${percent(s)} of the money`).slice(0, 2).join('; ') + '.', series: what.map((w) => ({ name: `share of ${w}`, values: shares.map((s) => share(w, s)) })) }),
  }).element];
}

function places(view: View): HTMLElement[] {
  const { key } = chosenSegments(view);
  return (view.doc.slices?.places ?? []).map((place) => {
    const top = summed(place.amounts, place.amounts.map((_, i) => i))[0] / Math.max(1, summed(place.amounts, place.amounts.map((_, i) => i)).reduce((a, b) => a + b, 0));
    let rest = place.kind === 'country' && top > 0.6 ? 'rest' : 'all';
    const card: Card = new Card(view, {
      title: kinds[place.kind], note: `By ${place.unit}, before returns.`, chart: chart('bar'), reach: [key],
      tools: top > 0.6 && place.labels.length > 2 ? el('div', { class: 'tools' }, choice('Show', [['rest', `without ${place.labels[0]}`], ['all', 'all']], rest, (next) => { rest = next; card.refresh(); })) : undefined,
      data: () => {
        const values = summed(place.amounts, chosenSegments(view).chosen);
        const from = rest === 'rest' ? 1 : 0;
        return { what: kinds[place.kind], unit: place.unit === 'money' ? '' : place.unit, labels: place.labels.slice(from), series: [{ name: place.unit, values: values.slice(from) }] };
      },
    });
    return card.element;
  });
}

function prices(view: View): HTMLElement[] {
  const rows = records(view.doc.explore?.prices);
  if (rows.length === 0) return [];
  const of = (r: Record<string, number | string | null>, key: string) => number(r[key]) ?? 0;
  // Bands at either end that hold next to nothing are one.
  const empty = (r: Record<string, number | string | null>) => of(r, 'lines_share') < 0.005 && of(r, 'money_share') < 0.005;
  let [first, last] = [0, rows.length - 1];
  while (first < last && empty(rows[first]) && empty(rows[first + 1])) first++;
  while (last > first && empty(rows[last]) && empty(rows[last - 1])) last--;
  const sum = (from: number, to: number, key: string) => rows.slice(from, to + 1).reduce((s, r) => s + of(r, key), 0);
  const bands = rows.slice(first, last + 1).map((_, i) => {
    const [from, to] = [i === 0 ? 0 : first + i, first + i === last ? rows.length - 1 : first + i];
    const [low, high] = [number(rows[from].from), number(rows[to].to)];
    const label = from < first || low === null ? (high === null ? 'all' : `below ${compact(high)}`) : to > last || high === null ? `${compact(low)} and more` : `${compact(low)} – ${compact(high)}`;
    return { label, lines: sum(from, to, 'lines_share'), money: sum(from, to, 'money_share') };
  });
  return [new Card(view, {
    title: 'Price bands', note: 'Which price of one piece brings lines, and which brings money.', chart: chart('bar'), reach: [],
    data: () => ({ what: 'Price of one piece', unit: '', format: 'percent', labels: bands.map((b) => b.label), series: [{ name: 'share of lines', values: bands.map((b) => b.lines) }, { name: 'share of money', values: bands.map((b) => b.money) }] }),
  }).element];
}

function returns(view: View): HTMLElement[] {
  const rows = records(view.doc.explore?.returns);
  const rate = view.doc.explore?.returns?.columns.includes('money_rate') ? 'money_rate' : 'lines_rate';
  const months = rows.filter((r) => r.kind === 'month');
  const products = rows.filter((r) => r.kind === 'product').slice(0, 12);
  const back = rate === 'money_rate' ? 'returned_money' : 'returned_lines';
  return [
    ...(months.length > 1 && months.some((r) => (number(r[back]) ?? 0) > 0) ? [new Card(view, { title: 'Returns by month', note: rate === 'money_rate' ? 'Money given back, of money sold, in per cent.' : 'Lines returned, of lines sold, in per cent.', chart: chart('line'), reach: [],
      data: () => ({ what: 'Month', unit: '%', area: true, labels: months.map((r) => String(r.name)), series: [{ name: 'Returned', values: months.map((r) => (number(r[rate]) === null ? null : Math.round((r[rate] as number) * 1e4) / 100)), colour: 5 }] }) }).element] : []),
    ...(products.length > 0 ? [new Card(view, { title: 'What comes back most', note: rate === 'money_rate' ? 'Money given back, by product.' : 'Returned lines, by product.', chart: chart('bar'), reach: [],
      data: () => ({ what: 'Product', unit: rate === 'money_rate' ? '' : 'lines', labels: products.map((r) => String(r.description || r.name)), series: [{ name: 'Returned', values: products.map((r) => number(r[back]) ?? 0) }] }) }).element] : []),
  ];
}
