import { chart } from '../charts';
import type { ClusteredData } from '../data/clustered';
import { compact, count, percent } from '../look/figures';
import { Card } from '../parts/card';
import { el, table } from '../parts/dom';
import type { View } from '../view';
import { understood } from './columns';
import type { Section } from './section';

type Method = NonNullable<ClusteredData['comparison']>['methods'][number];

/** How well the clusters fit, and how other methods did on the same rows. */
export const clustered: Section = {
  key: 'clustered',
  title: 'How well they fit',
  applies: (view) => view.doc.clustered !== undefined,
  build(view) {
    const data = view.doc.clustered!;
    const { scores, comparison } = data;
    const tile = (value: string, what: string) => el('div', { class: 'tile' }, el('b', {}, value), el('span', {}, what));
    return [
      el('p', { class: 'lead' }, `${comparison ? comparison.recommendation : `Method: ${data.method}, by ${data.columns.join(', ')} (${data.scale} scale).`}${data.model ? ' These rows were put into clusters that were found before; nothing was fitted.' : ''}`),
      el('div', { class: 'tiles' }, tile(score3(scores.silhouette), 'silhouette: 1 is clear, 0 is none'), tile(scores.calinskiHarabasz === null ? '–' : compact(scores.calinskiHarabasz), 'Calinski–Harabasz: higher is tighter'), tile(score3(scores.daviesBouldin), 'Davies–Bouldin: lower is better'),
        tile(scores.inertia === null ? '–' : compact(scores.inertia), 'inertia: squared distances left'), ...(scores.noise > 0 ? [tile(count(scores.noise), 'rows in no cluster')] : []), ...(data.read > data.rows ? [tile(count(data.read - data.rows), 'rows left out for gaps')] : [])),
      comparison ? el('div', { class: 'cards two' }, ...compared(view, comparison)) : '',
      comparison ? table('Methods compared', [
        { title: 'Method', cell: (m: Method) => (m.name === comparison.recommended ? el('b', {}, `${m.name} (recommended)`) : m.name) }, { title: 'Clusters', right: true, cell: (m) => (m.k === undefined ? '–' : String(m.k)) },
        { title: 'Silhouette', right: true, cell: (m) => score3(m.silhouette) }, { title: 'Calinski–Harabasz', right: true, cell: (m) => (m.calinskiHarabasz === null || m.calinskiHarabasz === undefined ? '–' : compact(m.calinskiHarabasz)) },
        { title: 'Davies–Bouldin', right: true, cell: (m) => score3(m.daviesBouldin) }, { title: 'Inertia', right: true, cell: (m) => (m.inertia === null || m.inertia === undefined ? '–' : compact(m.inertia)) },
        { title: 'Largest', right: true, cell: (m) => (m.sizes?.length ? percent(Math.max(...m.sizes) / Math.max(1, data.rows)) : '–') }, { title: 'In none', right: true, cell: (m) => (m.noise ? count(m.noise) : '–') }, { title: 'Why not', cell: (m) => m.leftOut ?? '' },
      ], comparison.methods) : '',
      ...understood(view),
    ];
  },
};

function compared(view: View, comparison: NonNullable<ClusteredData['comparison']>): HTMLElement[] {
  const ran = comparison.methods.filter((m) => typeof m.silhouette === 'number').sort((a, b) => b.silhouette! - a.silhouette!);
  if (ran.length < 2) return [];
  return [new Card(view, {
    title: 'Methods by silhouette', chart: chart('bar'), reach: [], full: true, note: 'How clear the clusters of each method are: 1 is far apart, 0 is no clusters. Methods that leave rows out look better than they are.',
    data: () => ({ what: 'Method', unit: '', labels: ran.map((m) => m.name), words: `${ran[0].name} has the clearest clusters by this measure (${score3(ran[0].silhouette)}); recommended is ${comparison.recommended}.`, series: [{ name: 'Silhouette', values: ran.map((m) => Math.round(m.silhouette! * 1000) / 1000) }], notes: ran.map((m) => `with ${m.k} ${m.k === 1 ? 'cluster' : 'clusters'}${m.noise ? `, ${count(m.noise)} left out` : ''}`) }),
  }).element];
}

function score3(v: number | null | undefined): string {
  return v === null || v === undefined ? '–' : v.toFixed(3).replace('-', '−');
}
