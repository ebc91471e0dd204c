import type { ReportDocument } from './data/document';
import { cards } from './parts/card';
import { countWhat } from './look/who';
import { el } from './parts/dom';
import { filterBar } from './parts/filterbar';
import { sections } from './sections';
import { View } from './view';

const known = 1;

/** What a server adds to the page of a report. */
export interface Served {
  /** Stands above the title. */
  bar: HTMLElement;
  /** Shows one customer. */
  openCustomer: (customer: string) => void;
}

/** Draws a report: all of its sections, and what follows the person's choices. */
export function page(doc: ReportDocument, root: HTMLElement, served?: Served): void {
  if (doc.format !== known) throw new Error(`The data has format ${doc.format}; this page shows format ${known}.`);
  countWhat(doc.of);
  const view = new View(doc);
  view.openCustomer = served?.openCustomer ?? null;
  const shown = sections.filter((s) => s.applies(view));
  const title = (s: (typeof shown)[number]) => (typeof s.title === 'string' ? s.title : s.title(view));
  const parts = shown.map((s) => el('section', { id: s.key, class: 'part', 'aria-labelledby': `${s.key}-title` }, el('h2', { id: `${s.key}-title`, tabindex: '-1' }, title(s)), ...s.build(view)));
  const go = (key: string) => {
    const title = document.getElementById(`${key}-title`);
    title?.scrollIntoView({ behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth', block: 'start' });
    title?.focus({ preventScroll: true });
  };
  const nav = el('nav', { 'aria-label': 'Sections' }, ...shown.map((s) => el('button', { type: 'button', onclick: () => go(s.key) }, title(s))));
  const theme = el('button', { type: 'button', class: 'quiet', onclick: () => { document.documentElement.dataset.theme = view.look.dark ? 'light' : 'dark'; view.restyle(); } }, 'Light / dark');
  const patterns = el('button', { type: 'button', class: 'quiet', 'aria-pressed': 'false', onclick: () => {
    const on = document.documentElement.dataset.patterns !== 'on';
    document.documentElement.dataset.patterns = on ? 'on' : 'off';
    patterns.setAttribute('aria-pressed', String(on));
    view.restyle();
  } }, 'Patterns');
  const print = el('button', { type: 'button', class: 'quiet', onclick: () => window.print() }, 'Print');
  root.replaceChildren(
    el('header', { class: 'top' }, served?.bar, el('div', { class: 'brand' }, el('h1', {}, doc.of === 'rows' ? 'Your table' : 'Your customers'), el('div', { class: 'switches' }, theme, patterns, print)), nav),
    filterBar(view), el('main', {}, ...parts));
  follow(view);
}

function follow(view: View): void {
  view.open(location.hash);
  window.addEventListener('hashchange', () => view.open(location.hash));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => view.restyle());
  if (matchMedia('(prefers-contrast: more)').matches) document.documentElement.dataset.patterns = 'on';
  let timer = 0;
  window.addEventListener('resize', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => { view.restyle(); cards.forEach((c) => c.resize()); }, 150);
  });
  window.addEventListener('beforeprint', () => { document.documentElement.classList.add('printing'); view.restyle(); cards.forEach((c) => c.forPaper()); });
  window.addEventListener('afterprint', () => { document.documentElement.classList.remove('printing'); view.restyle(); cards.forEach((c) => c.forPaper()); });
}
