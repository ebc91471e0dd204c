import { chart } from '../charts';
import { typical, within, words } from '../look/figures';
import { Many } from '../look/who';
import { Card } from '../parts/card';
import { el, table } from '../parts/dom';
import type { View } from '../view';
import { components, points } from './points';
import { clarity, stability, tree } from './proof';
import type { Section } from './section';
import { strands } from './strands';

/** How the segments came about: which numbers were tried, how clear and stable they are, where they lie, how map and clusters meet. */
export const found: Section = {
  key: 'found',
  title: 'How they were found',
  applies: (view) => view.doc.search !== undefined || view.doc.crossing !== undefined || view.doc.components !== undefined || (view.doc.notes ?? []).length > 0,
  build(view) {
    const { search, crossing, agreement } = view.doc;
    const clusters = (view.doc.segmentations?.find((s) => s.key === 'cluster') ?? view.doc.segmentations?.[0])?.segments ?? [];
    const tried = search && search.trials.length > 1 ? [new Card(view, { title: 'How many groups', note: 'Every number that was tried: how tight the groups are, and how clear.', chart: chart('elbow'), reach: [], data: () => search }).element] : [];
    const notes = view.doc.notes ?? [];
    return [
      search ? el('p', { class: 'lead' }, `${search.reason} The groups stand on ${search.features.map((f) => within(f)).join(', ')}${scaling(view)}.`) : '',
      el('div', { class: 'cards two' }, ...tried, ...clarity(view), ...components(view), ...points(view), ...(crossing ? meeting(view, crossing, agreement ?? null) : []), ...stability(view), ...tree(view), ...strands(view)),
      search && search.centres.length > 0 && search.centres.some((c) => c.some((v) => v !== null)) ? el('div', {}, el('h3', { class: 'between' }, 'Centres of the groups'), table('Centres of the groups', [
        { title: 'Group', cell: (r: { name: string; centre: number[] }) => r.name },
        ...search.features.map((f, i) => ({ title: words(f), right: true, cell: (r: { name: string; centre: number[] }) => typical(r.centre[i]) })),
      ], search.centres.map((centre, i) => ({ name: clusters[i]?.name ?? String(i), centre })))) : '',
      notes.length > 0 ? el('div', {}, el('h3', { class: 'between' }, 'Worth knowing'), el('ul', {}, ...notes.map((n) => el('li', {}, n)))) : '',
    ];
  },
};

function scaling(view: View): string {
  const plan = view.doc.plan?.segments;
  if (plan) return ` (${plan.transform === 'none' ? 'as they are' : plan.transform}, ${plan.scale} scale)`;
  return view.doc.clustered ? ` (${view.doc.clustered.scale} scale)` : '';
}

function meeting(view: View, crossing: number[][], agreement: number | null): HTMLElement[] {
  const [map, clusters] = [view.dimensions[view.at('segment')], view.dimensions[view.at('cluster')]];
  if (!map || !clusters) return [];
  const nodes = (labels: string[]) => labels.map((name, colour) => ({ name, colour }));
  const flows = (): number[][] => {
    const [a, b] = [map.codes, clusters.codes];
    const grid = crossing.map((row) => row.map(() => 0));
    for (let i = 0; i < a.length; i++) if (view.engine.mask[i] === 0) grid[a[i]][b[i]] += view.engine.counts ? view.engine.counts[i] : 1;
    return grid;
  };
  const note = agreement === null ? undefined : `Agreement of map and clusters: ${agreement.toFixed(2)} (adjusted Rand index; 1 is the same, 0 is chance).`;
  const both = (left: number, right: number) => { view.set('segment', [left]); view.set('cluster', [right]); };
  return [
    new Card(view, {
      title: 'From map to clusters', note, chart: chart('sankey'),
      data: () => ({ from: 'segment', to: 'cluster', left: nodes(map.labels), right: nodes(clusters.labels), flows: flows() }),
      pick: ([row]) => { const [l, r] = flows().flatMap((line, x) => line.map((v, y) => [x, y, v])).filter((f) => f[2] > 0)[row]; both(l, r); },
    }).element,
    new Card(view, {
      title: 'Segments by clusters', note: `${Many()} in both.`, chart: chart('heatmap'),
      data: () => ({ what: Many(), xTitle: 'Cluster', yTitle: 'Segment', x: clusters.labels, y: map.labels, cells: flows() }),
      pick: ([row]) => both(Math.floor(row / clusters.labels.length), row % clusters.labels.length),
    }).element,
  ];
}
