import './style.css';
import './dashboard/style.css';
import { dashboard } from './dashboard';
import type { ReportDocument } from './data/document';
import { page } from './page';
import { el } from './parts/dom';

/** The data in the page; where there is none, the server that sent the page has it. */
async function show(root: HTMLElement): Promise<void> {
  const own = document.getElementById('report')?.textContent?.trim();
  if (own) page(JSON.parse(own) as ReportDocument, root);
  else await dashboard(root);
}

const root = document.getElementById('app') as HTMLElement;
show(root).then(() => {
  performance.mark('ready');
  root.dataset.ready = 'yes';
}).catch((problem: Error) => {
  root.replaceChildren(el('main', {}, el('h1', {}, 'This page cannot be shown'), el('p', { role: 'alert' }, problem.message), location.protocol === 'file:' ? '' : el('p', {}, el('a', { href: '/' }, 'Back to the start'))));
});
