import { exact, parse } from '../data/money';
import { count, percent } from '../look/figures';
import { choice, el, table } from '../parts/dom';
import { get } from './api';
import { open, write, type Route } from './route';
import type { ComparedRun, Comparison } from './wire';

/** Shares of each row of the crossing, 0 where a row is empty. */
export function shares(crossing: number[][]): number[][] {
  return crossing.map((row) => {
    const sum = row.reduce((s, n) => s + n, 0);
    return row.map((n) => (sum > 0 ? n / sum : 0));
  });
}

/** Two runs side by side, and where the customers of one are in the other. */
export async function comparePage(route: Route & { page: 'compare' }, main: HTMLElement): Promise<void> {
  const found = await get<Comparison>(`/api/compare?a=${route.a}&b=${route.b}&by=${route.by}&otherBy=${route.otherBy}`);
  main.replaceChildren(
    el('section', { class: 'part' }, el('h2', {}, 'Two runs side by side'),
      el('p', { class: 'lead' }, `${count(found.both)} customers are in both${found.onlyA > 0 ? `, ${count(found.onlyA)} only in the first` : ''}${found.onlyB > 0 ? `, ${count(found.onlyB)} only in the second` : ''}.`),
      el('div', { class: 'cards two' }, side(found.a, (by) => open({ ...route, by })), side(found.b, (otherBy) => open({ ...route, otherBy })))),
    el('section', { class: 'part' }, el('h2', {}, 'Where the customers are'), el('p', { class: 'lead' }, 'Rows are the first run, columns the second; in each cell the customers and their share of the row.'), el('div', { class: 'crossing' }, crossingTable(found))));
}

function side(run: ComparedRun, by: (kind: string) => void): HTMLElement {
  const all = run.segments.reduce((sum, s) => sum + s.customers, 0);
  return el('div', { class: 'card side' }, el('h3', {}, el('a', { href: write({ page: 'run', run: run.id }) }, run.name)),
    el('div', { class: 'tools' }, choice('By', [['segment', 'segment'], ['cluster', 'cluster']], run.by, by)),
    table(run.name, [
      { title: 'Segment', cell: (s) => s.name },
      { title: 'Customers', right: true, cell: (s) => `${count(s.customers)} (${percent(s.customers / Math.max(1, all))})` },
      { title: 'Money', right: true, cell: (s) => (s.money === null ? '–' : exact(parse(s.money))) },
    ], run.segments));
}

function crossingTable({ a, b, crossing }: Comparison): HTMLElement {
  const part = shares(crossing);
  const rows = [...a.segments.map((s, i) => ({ name: s.name, i })), { name: 'not in the first', i: a.segments.length }].filter((r) => crossing[r.i].some((n) => n > 0));
  const columns = [...b.segments.map((s, i) => ({ name: s.name, i })), { name: 'not in the second', i: b.segments.length }].filter((c) => crossing.some((row) => row[c.i] > 0));
  return table('Where the customers are', [
    { title: 'Segment', cell: (r) => r.name },
    ...columns.map((c) => ({ title: c.name, right: true, cell: (r: { i: number }) => (crossing[r.i][c.i] === 0 ? '' : `${count(crossing[r.i][c.i])} (${percent(part[r.i][c.i])})`) })),
  ], rows);
}
