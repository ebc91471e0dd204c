import type { ReportDocument } from '../data/document';
import { exact, parse } from '../data/money';
import { count } from '../look/figures';
import { page } from '../page';
import { el, table } from '../parts/dom';
import { get, post } from './api';
import { renamed } from './names';
import { showOrders } from './orders';
import { action, size, trouble } from './parts';
import { open, write } from './route';
import type { Catalogs, Job, RunFile, RunSummary } from './wire';

/** One run: its report where there is one, and what can be done with it. */
export async function runPage(id: string, root: HTMLElement): Promise<void> {
  const [run, files] = await Promise.all([get<RunSummary>(`/api/runs/${id}`), get<RunFile[]>(`/api/runs/${id}/files`)]);
  document.title = `${run.inputs.join(', ')} – Clientele`;
  if (!run.hasReport) {
    root.replaceChildren(el('header', { class: 'top' }, bar(run, files, null)), el('main', { class: 'dashboard' }, plain(run)));
    return;
  }
  const doc = await get<ReportDocument>(`/api/runs/${id}/report`);
  page(renamed(doc), root, { bar: bar(run, files, doc), openCustomer: (customer) => showOrders(id, customer) });
}

function bar(run: RunSummary, files: RunFile[], doc: ReportDocument | null): HTMLElement {
  return el('div', { class: 'run-bar' },
    el('a', { href: '/' }, 'All runs'), el('span', { class: 'quiet' }, `${run.inputs.join(', ')} · ${run.name}`),
    run.command !== 'describe' ? el('a', { href: write({ page: 'again', from: run.id }), class: 'button' }, 'Change settings') : '',
    run.command === 'segment' || run.command === 'report' ? menu('Find a customer', () => Promise.resolve(finder(run))) : '',
    menu('Compare', () => others(run)),
    doc ? menu('Rename segments', () => Promise.resolve(names(run, doc))) : '',
    ['segment', 'report', 'segment-table'].includes(run.command) ? menu('Hand over', () => handOver(run)) : '',
    menu('Files', () => Promise.resolve(el('div', {}, ...files.map((f) => el('a', { href: `/api/runs/${run.id}/files/${encodeURIComponent(f.name)}`, download: f.name }, `${f.name} (${size(f.bytes)})`))))));
}

/** Folders for other programs: those that lie in the run are taken away packed, others are made by a run beside it. */
async function handOver(run: RunSummary): Promise<HTMLElement> {
  const { exports } = await get<Catalogs>('/api/catalogs');
  return el('div', { class: 'exports' }, ...exports.map((e) => el('div', {},
    run.exports.includes(e.name) ? el('a', { href: `/api/runs/${run.id}/exports/${e.name}`, download: `${e.name}.zip` }, `${e.name}.zip`)
      : action(`Make ${e.name}`, async () => open({ page: 'job', job: (await post<Job>('/api/jobs', { from: run.id, exports: [...run.exports, e.name] })).id })),
    el('small', {}, e.summary))));
}

/** A fold whose content is made when it is opened first. */
function menu(title: string, content: () => Promise<HTMLElement>): HTMLElement {
  const box = el('div', { class: 'menu wide-menu' });
  const details = el('details', { class: 'more', ontoggle: () => {
    if (details.open && box.childElementCount === 0) content().then((c) => box.replaceChildren(c)).catch((problem: unknown) => box.replaceChildren(trouble(problem)));
  } }, el('summary', { class: 'button' }, title), box);
  return details;
}

/** Orders by id: also where a report holds groups of customers instead of each one. */
function finder(run: RunSummary): HTMLElement {
  const input = el('input', { type: 'text', 'aria-label': 'Id of the customer', placeholder: 'Id', maxlength: '200' });
  const show = (): void => { if (input.value.trim()) showOrders(run.id, input.value.trim()); };
  input.addEventListener('keydown', (event) => { if (event.key === 'Enter') show(); });
  return el('div', { class: 'names' }, el('div', {}, input, el('button', { type: 'button', onclick: show }, 'Show orders')));
}

async function others(run: RunSummary): Promise<HTMLElement> {
  const runs = (await get<RunSummary[]>('/api/runs')).filter((r) => r.id !== run.id && r.hasSegments);
  if (runs.length === 0) return el('p', {}, 'There is no other run yet: change the settings to make one.');
  return el('div', {}, ...runs.map((r) => el('a', { href: write({ page: 'compare', a: r.id, b: run.id, by: 'segment', otherBy: 'segment' }) }, `${r.inputs.join(', ')} · ${r.name}`)));
}

function names(run: RunSummary, doc: ReportDocument): HTMLElement {
  return el('div', { class: 'names' }, ...(doc.segmentations ?? []).flatMap((s) => s.segments.map((x) => {
    const input = el('input', { type: 'text', maxlength: '60', value: doc.names?.[s.key]?.[x.name] ?? x.name, 'aria-label': `Name of ${x.name}` });
    return el('div', {}, input, action('Save', async () => {
      await post(`/api/runs/${run.id}/names`, { kind: s.key, from: x.name, to: input.value });
      location.reload();
    }));
  })));
}

/** A run without a report: its segments in a table. */
function plain(run: RunSummary): HTMLElement {
  const money = run.segments.some((s) => s.money !== null);
  return el('section', { class: 'part' }, el('h2', {}, `${run.customers === null ? '' : `${count(run.customers)} customers`}`),
    run.segments.length > 0 ? table('Segments', [
      { title: 'Segment', cell: (s) => s.name },
      { title: 'Customers', right: true, cell: (s) => count(s.customers) },
      ...(money ? [{ title: 'Money', right: true, cell: (s: RunSummary['segments'][number]) => (s.money === null || !/^-?[0-9.]+$/.test(s.money) ? s.money ?? '–' : exact(parse(s.money))) }] : []),
      { title: 'What sets them apart', cell: (s) => s.why },
    ], run.segments) : el('p', { class: 'lead' }, 'This run has no page of its own. Its files hold what it found.'));
}
