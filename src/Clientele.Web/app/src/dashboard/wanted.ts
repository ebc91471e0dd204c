import { words } from '../look/figures';
import { el } from '../parts/dom';
import { field, figure, pick, ticks, whole } from './fields';
import type { ActionsPlan, Catalogs, Choice, ClusterPlan, Join, SegmentsPlan, Source } from './wire';

/** Numbers as a person types them, rising; null when they are not. */
export function bounds(text: string): number[] | null {
  const numbers = text.split(/[\s,;]+/).filter((part) => part !== '').map(Number);
  const rising = numbers.every((n, i) => Number.isFinite(n) && (i === 0 || n > numbers[i - 1]));
  return rising && numbers.length <= 4 ? numbers : null;
}

/** Bounds for fixed scores, a field per measure. Shown while scores are fixed. */
export function thresholdFields(segments: SegmentsPlan): HTMLElement {
  return el('fieldset', {}, el('legend', {}, 'Fixed scores'), ...['recency', 'frequency', 'monetary'].map((measure) => {
    const said = el('small', {}, measure === 'recency' ? 'Days since the last order: rising bounds, like 30, 90, 180, 365.' : measure === 'frequency' ? 'Orders, like 1, 2, 4, 8.' : 'Money, like 100, 300, 800, 2000.');
    const input = el('input', { type: 'text', 'aria-label': `Bounds of ${measure}`, value: (segments.thresholds[measure] ?? []).join(', '), onchange: () => {
      const read = bounds(input.value);
      input.setCustomValidity(read ? '' : 'One to four numbers that rise.');
      input.reportValidity();
      if (read && read.length > 0) segments.thresholds[measure] = read;
      else if (read) delete segments.thresholds[measure];
    } });
    return el('label', { class: 'field' }, el('span', {}, words(measure)), input, said);
  }));
}

/** Tables to join: a file and, where it is not found out, its column of ids. */
export function joinFields(joins: Join[], sources: Source[]): HTMLElement {
  const box = el('fieldset', { class: 'joins' });
  const draw = (): void => {
    box.replaceChildren(el('legend', {}, 'Join by customer'),
      ...(sources.length === 0 ? [el('small', {}, 'Upload another file to join its columns to the customers.')] : []),
      ...joins.map((join, i) => el('div', { class: 'join' },
        el('select', { 'aria-label': `File ${i + 1} to join`, onchange: (event) => { join.source = (event.target as HTMLSelectElement).value; } }, ...sources.map((s) => el('option', { value: s.id, selected: s.id === join.source }, s.name))),
        el('input', { type: 'text', 'aria-label': `Column of ids in file ${i + 1}`, placeholder: 'column of ids: found out', maxlength: '200', value: join.key ?? '', onchange: (event) => { join.key = (event.target as HTMLInputElement).value.trim() || undefined; } }),
        el('button', { type: 'button', class: 'quiet', onclick: () => { joins.splice(i, 1); draw(); } }, 'Leave out'))),
      sources.length > 0 && joins.length < 8 ? el('button', { type: 'button', onclick: () => { joins.push({ source: sources[0].id }); draw(); } }, 'Join a table') : '');
  };
  draw();
  return box;
}

/** The day that recency, ages and days count to. */
export function dayField(value: string, changed: (value: string) => void): HTMLElement {
  return field('As of', 'The day that recency and ages count to; empty: the day after the latest date.', el('input', { type: 'date', value: value.slice(0, 10), onchange: (event) => changed((event.target as HTMLInputElement).value) }));
}

/** What actions are sized with. */
export function actionFields(actions: ActionsPlan, plays: Choice[]): HTMLElement[] {
  const changed = (play: string, knob: string, value: number): void => { actions.settings[`${play}.${knob}`] = value; };
  return [
    el('fieldset', {}, el('legend', {}, 'Actions'),
      figure('Margin', 'Share of a sale that stays with the shop.', actions.margin, 0.001, 1, 'any', (v) => { actions.margin = v; }),
      figure('Cost of a contact', 'Of reaching one customer once, in the money of the sales.', actions.contactCost, 0, 1e6, 'any', (v) => { actions.contactCost = v; }),
      whole('Days ahead', actions.horizonDays, 7, 730, (v) => { actions.horizonDays = v; }),
      whole('Actions, at most', actions.most, 1, 100, (v) => { actions.most = v; })),
    el('details', {}, el('summary', {}, 'What each play assumes'), ...plays.filter((p) => p.knobs.length > 0).map((p) => el('fieldset', {}, el('legend', {}, p.name), el('small', {}, p.summary),
      ...p.knobs.map((k) => figure(`${words(p.name)}: ${words(k.name)}`, k.summary, actions.settings[`${p.name}.${k.name}`] ?? k.default, k.least, k.most, k.whole ? '1' : 'any', (v) => changed(p.name, k.name, v)))))),
  ];
}

/** How the rows of any table are clustered. */
export function clusterFields(catalogs: Catalogs, cluster: ClusterPlan, columns: string[]): HTMLElement[] {
  const plain = (name: string, summary: string): Choice => ({ name, summary, standard: false, knobs: [] });
  const missing = [plain('refuse', 'Rows with a gap stop the run and are told.'), plain('drop', 'Rows with a gap are left out.'), plain('mean', 'A gap is the column’s mean.'), plain('median', 'A gap is the column’s median.')];
  const k = (end: 'leastK' | 'mostK', title: string): HTMLElement => {
    const input = el('input', { type: 'number', min: '1', max: '50', step: '1', value: String(cluster[end] ?? ''), placeholder: 'found out', onchange: () => {
      if (!input.checkValidity()) return;
      if (input.value === '') delete cluster[end];
      else cluster[end] = Number(input.value);
    } });
    return field(title, '', input);
  };
  return [
    el('fieldset', {}, el('legend', {}, 'Clusters'),
      pick('Way of clustering', catalogs.clusterMethods, cluster.method, (v) => { cluster.method = v; }), k('leastK', 'Clusters, at least'), k('mostK', 'Clusters, at most'),
      pick('Scale', catalogs.scales, cluster.scale, (v) => { cluster.scale = v; }), pick('Gaps', missing, cluster.missing, (v) => { cluster.missing = v; })),
    ticks('Columns to cluster by (none: every numeric one)', columns.map((name) => plain(name, '')), new Set(cluster.columns), (on) => { cluster.columns = columns.filter((c) => on.has(c)); }),
  ];
}
