import { count } from '../look/figures';
import { el } from '../parts/dom';
import { get, remove } from './api';
import { action } from './parts';
import { write } from './route';
import type { Job } from './wire';

const stages = ['', 'reading', 'customers', 'segments', 'writing'];

/** How far a job is, 0 to 1: reading is most of the work. */
export function share(job: Job): number {
  if (job.state === 'done') return 1;
  const within = job.total > 0 ? Math.min(1, job.done / job.total) : 0;
  const ends = [0, 0.6, 0.65, 0.9, 1];
  const at = stages.indexOf(job.stage);
  return at <= 0 ? 0 : ends[at - 1] + (ends[at] - ends[at - 1]) * within;
}

/** Progress until the run is there, then the run. */
export async function jobPage(id: string, main: HTMLElement): Promise<void> {
  const bar = el('progress', { max: '1', value: '0', 'aria-label': 'Progress' });
  const said = el('p', { class: 'lead', role: 'status' });
  const title = el('h2', {});
  const stop = action('Stop', () => remove(`/api/jobs/${id}`));
  main.replaceChildren(el('section', { class: 'part' }, title, bar, said, stop));
  for (;;) {
    const job = await get<Job>(`/api/jobs/${id}`);
    title.textContent = job.title;
    bar.value = share(job);
    said.textContent = job.state === 'waiting' ? 'Waits for the run before it.' : `${job.stage || 'starting'}${job.lines > 0 ? `, ${count(job.lines)} lines` : ''}`;
    if (job.state === 'done' && job.run) {
      location.replace(write({ page: 'run', run: job.run }));
      return;
    }
    if (job.state === 'failed' || job.state === 'cancelled') {
      said.replaceChildren(job.trouble ? el('span', { class: 'trouble', role: 'alert' }, `${job.trouble.what} ${job.trouble.fix}`) : 'Stopped. Nothing was written.');
      stop.remove();
      return;
    }
    await new Promise((done) => setTimeout(done, 300));
  }
}
