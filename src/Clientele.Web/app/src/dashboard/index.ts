import { el } from '../parts/dom';
import { comparePage } from './compare';
import { jobPage } from './job';
import { read, type Route } from './route';
import { runPage } from './run';
import { againPage, sourcePage } from './source';
import { startPage } from './start';

/** Draws the page that the address names. */
export async function dashboard(root: HTMLElement): Promise<void> {
  const route = read(location.search);
  if (route.page === 'run') return runPage(route.run, root);
  const main = el('main', { class: 'dashboard' });
  root.replaceChildren(el('header', { class: 'top' }, el('div', { class: 'brand' }, el('h1', {}, el('a', { href: '/' }, 'Clientele')), el('a', { href: '/', class: 'quiet' }, 'All runs'))), main);
  return draw(route, main);
}

function draw(route: Route, main: HTMLElement): Promise<void> {
  switch (route.page) {
    case 'source': return sourcePage(route.source, main);
    case 'again': return againPage(route.from, main);
    case 'job': return jobPage(route.job, main);
    case 'compare': return comparePage(route, main);
    default: return startPage(main);
  }
}
