import { el } from '../parts/dom';
import { get, post } from './api';
import { action, size } from './parts';
import { open } from './route';
import { request, settingsForm, startWith } from './settings';
import { understanding, type Said } from './understand';
import type { Catalogs, Job, PlanRequest, RunSummary, Source, Understanding } from './wire';

/** Runs on tables, as run.json calls them. */
export const tables = ['segment-table', 'cluster', 'describe'];

/** Understand and correct a file, set what is wanted, run. */
export async function sourcePage(id: string, main: HTMLElement): Promise<void> {
  const [sources, catalogs] = await Promise.all([get<Source[]>('/api/sources'), get<Catalogs>('/api/catalogs')]);
  const source = sources.find((s) => s.id === id);
  if (!source) throw new Error('This file is no longer there.');
  const said: Said = { reading: {}, table: {} };
  const settings = startWith(catalogs);
  const form = el('div', {});
  let shown = '';
  const changed = (seen: Understanding): void => {
    // The form stays as it is filled in while columns are corrected.
    const key = seen.kind + (seen.kind === 'table' ? seen.columns.map((c) => c.name).join('\n') : '');
    if (key === shown) return;
    shown = key;
    const kind = seen.kind === 'table' ? 'table' : 'sales';
    form.replaceChildren(settingsForm(catalogs, settings, kind, seen.columns.filter((c) => c.role === null).map((c) => c.name), sources.filter((s) => s.id !== id)), run(() => {
      const asked = request(settings, kind);
      return { source: id, kind, reading: said.reading, ...asked, ...(asked.table ? { table: { ...said.table, ...asked.table } } : {}), ...(asked.cluster && said.table.id ? { cluster: { ...asked.cluster, id: said.table.id } } : {}) };
    }));
  };
  main.replaceChildren(
    el('section', { class: 'part' }, el('h2', {}, source.name), el('p', { class: 'facts' }, size(source.bytes)), understanding(id, catalogs, said, changed)),
    el('section', { class: 'part' }, el('h2', {}, 'What is wanted'), form));
}

/** An earlier run with other settings. */
export async function againPage(id: string, main: HTMLElement): Promise<void> {
  const [run_, catalogs, sources] = await Promise.all([get<RunSummary>(`/api/runs/${id}`), get<Catalogs>('/api/catalogs'), get<Source[]>('/api/sources')]);
  const kind = tables.includes(run_.command) ? 'table' : 'sales';
  const settings = startWith(catalogs, run_.plan, run_);
  const day = settings.asOf;
  main.replaceChildren(el('section', { class: 'part' }, el('h2', {}, `${run_.inputs.join(', ')} again`),
    el('p', { class: 'lead' }, `The files and everything else stay as in ${run_.name}; the new run stands beside it.`),
    settingsForm(catalogs, settings, kind, settings.table.features, sources), run(() => ({ from: id, ...request(settings, kind, day) }))));
}

function run(plan: () => PlanRequest): HTMLElement {
  return el('p', { class: 'after' }, action('Run', async () => open({ page: 'job', job: (await post<Job>('/api/jobs', plan())).id }), 'main'));
}
