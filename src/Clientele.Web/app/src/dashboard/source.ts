import { el } from '../parts/dom';
import { get, post } from './api';
import { action, size } from './parts';
import { open } from './route';
import { request, settingsForm, startWith } from './settings';
import { understanding, type Said } from './understand';
import type { Catalogs, Job, PlanRequest, RunSummary, Source, Understanding } from './wire';

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
    form.replaceChildren(settingsForm(catalogs, settings, kind, seen.columns.filter((c) => c.role === null).map((c) => c.name)), run(() => ({
      source: id, kind, reading: said.reading, ...request(settings, kind), ...(kind === 'table' ? { table: { ...said.table, ...request(settings, kind).table } } : {}),
    })));
  };
  main.replaceChildren(
    el('section', { class: 'part' }, el('h2', {}, source.name), el('p', { class: 'facts' }, size(source.bytes)), understanding(id, catalogs, said, changed)),
    el('section', { class: 'part' }, el('h2', {}, 'What is wanted'), form));
}

/** An earlier run with other settings. */
export async function againPage(id: string, main: HTMLElement): Promise<void> {
  const [run_, catalogs] = await Promise.all([get<RunSummary>(`/api/runs/${id}`), get<Catalogs>('/api/catalogs')]);
  const kind = run_.command === 'segment-table' ? 'table' : 'sales';
  const settings = startWith(catalogs, run_.plan);
  main.replaceChildren(el('section', { class: 'part' }, el('h2', {}, `${run_.inputs.join(', ')} again`),
    el('p', { class: 'lead' }, `The files and everything else stay as in ${run_.name}; the new run stands beside it.`),
    settingsForm(catalogs, settings, kind, settings.table.features), run(() => ({ from: id, ...request(settings, kind) }))));
}

function run(plan: () => PlanRequest): HTMLElement {
  return el('p', { class: 'after' }, action('Run', async () => open({ page: 'job', job: (await post<Job>('/api/jobs', plan())).id }), 'main'));
}
