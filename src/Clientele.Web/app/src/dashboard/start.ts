import { count } from '../look/figures';
import { el, table } from '../parts/dom';
import { get, remove, upload } from './api';
import { action, moment, size, trouble } from './parts';
import { open, write } from './route';
import type { Job, RunSummary, Source } from './wire';

/** Drop a file, or pick a run. */
export async function startPage(main: HTMLElement): Promise<void> {
  const [runs, sources, jobs] = await Promise.all([get<RunSummary[]>('/api/runs'), get<Source[]>('/api/sources'), get<Job[]>('/api/jobs')]);
  const open = jobs.filter((j) => j.state === 'waiting' || j.state === 'running');
  main.replaceChildren(
    el('section', { class: 'part' }, el('h2', {}, 'Start with a file'), dropArea(), sources.length > 0 ? sourceList(sources) : ''),
    open.length > 0 ? el('section', { class: 'part' }, el('h2', {}, 'Under way'), el('ul', {}, ...open.map((j) => el('li', {}, el('a', { href: write({ page: 'job', job: j.id }) }, j.title), ` – ${j.state}`)))) : '',
    el('section', { class: 'part' }, el('h2', {}, 'Runs'), runs.length > 0 ? runList(runs) : el('p', { class: 'lead' }, 'There are none yet.')));
}

function dropArea(): HTMLElement {
  const said = el('p', { class: 'lead', role: 'status' }, 'A sales export or a table of customers: CSV or other delimited text, plain or .gz, .xlsx, .xls. It stays on this machine.');
  const take = (file: File | undefined): void => {
    if (!file) return;
    said.textContent = `Taking ${file.name} …`;
    upload(file, (share) => { said.textContent = `Taking ${file.name}: ${Math.round(share * 100)}%`; })
      .then((source) => open({ page: 'source', source: source.id }))
      .catch((problem: unknown) => said.replaceChildren(trouble(problem)));
  };
  const input = el('input', { type: 'file', id: 'file', class: 'unseen', onchange: () => take(input.files?.[0]) });
  const area = el('div', { class: 'drop' }, el('p', {}, 'Drop a file here, or ', el('label', { for: 'file', class: 'button' }, 'choose one')), input, said);
  const over = (event: Event, on: boolean): void => {
    event.preventDefault();
    area.classList.toggle('over', on);
  };
  area.addEventListener('dragover', (event) => over(event, true));
  area.addEventListener('dragleave', (event) => over(event, false));
  area.addEventListener('drop', (event) => { over(event, false); take(event.dataTransfer?.files[0]); });
  return area;
}

function sourceList(sources: Source[]): HTMLElement {
  return table('Files', [
    { title: 'File', cell: (s) => el('a', { href: write({ page: 'source', source: s.id }) }, s.name) },
    { title: 'Size', right: true, cell: (s) => size(s.bytes) },
    { title: '', cell: (s) => (s.uploaded ? action('Remove', async () => { await remove(`/api/sources/${s.id}`); location.reload(); }, 'quiet') : '') },
  ], sources);
}

/** The runs; two that are ticked can be compared. */
function runList(runs: RunSummary[]): HTMLElement {
  const ticked: string[] = [];
  const compare = el('button', { type: 'button', disabled: true, onclick: () => open({ page: 'compare', a: ticked[0], b: ticked[1], by: 'segment', otherBy: 'segment' }) }, 'Compare two');
  const tick = (run: RunSummary, on: boolean): void => {
    if (on) ticked.push(run.id);
    else ticked.splice(ticked.indexOf(run.id), 1);
    compare.toggleAttribute('disabled', ticked.length !== 2);
  };
  return el('div', {}, table('Runs', [
    { title: 'Run', cell: (r) => (r.trouble ? r.name : el('a', { href: write({ page: 'run', run: r.id }) }, r.name)) },
    { title: 'Of', cell: (r) => r.trouble ?? r.inputs.join(', ') },
    { title: 'Customers', right: true, cell: (r) => (r.customers === null ? '–' : count(r.customers)) },
    { title: 'Segments', right: true, cell: (r) => (r.segments.length > 0 ? String(r.segments.length) : '–') },
    { title: 'Written (UTC)', cell: (r) => moment(r.written) },
    { title: 'Compare', cell: (r) => (r.hasSegments ? el('input', { type: 'checkbox', 'aria-label': `Compare ${r.name}`, onchange: (event) => tick(r, (event.target as HTMLInputElement).checked) }) : '') },
  ], runs), el('p', { class: 'after' }, compare));
}
