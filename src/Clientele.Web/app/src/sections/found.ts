import { chart } from '../charts';
import type { ScatterData } from '../charts/scatter';
import { typical, words } from '../look/figures';
import { Card } from '../parts/card';
import { choice, el, table } from '../parts/dom';
import type { View } from '../view';
import type { Section } from './section';

const mostPoints = 3000;

/** How the segments came about: which numbers were tried, how clear they are, how map and clusters meet. */
export const found: Section = {
  key: 'found',
  title: 'How they were found',
  applies: (view) => view.doc.search !== undefined || view.doc.crossing !== undefined || (view.doc.notes ?? []).length > 0,
  build(view) {
    const made: HTMLElement[] = [];
    const { search, silhouettes, crossing, agreement } = view.doc;
    const clusters = view.doc.segmentations?.find((s) => s.key === 'cluster')?.segments ?? [];
    if (search && search.trials.length > 1) made.push(new Card(view, { title: 'How many clusters', note: search.reason, chart: chart('elbow'), data: () => search }).element);
    if (silhouettes && clusters.length > 0) {
      made.push(new Card(view, {
        title: 'How clear the clusters are', note: `One block per cluster${silhouettes.customers < (view.doc.customers?.count ?? 0) ? `, drawn from ${silhouettes.customers} customers` : ''}. Wide blocks lie well; what reaches left of zero would fit another cluster better.`, chart: chart('silhouette'),
        pick: (rows) => view.toggle('cluster', rows),
        data: () => ({ mean: silhouettes.mean, clusters: silhouettes.clusters.map((c, i) => ({ ...c, name: clusters[i]?.name ?? `Cluster ${i}`, colour: i })) }),
      }).element);
    }
    made.push(...points(view));
    if (crossing) made.push(...meeting(view, crossing, agreement ?? null));
    const notes = view.doc.notes ?? [];
    return [
      search ? el('p', { class: 'lead' }, `${search.reason} The clusters stand on ${search.features.map(words).join(', ').toLowerCase()}${view.doc.plan ? ` (${view.doc.plan.segments.transform === 'none' ? 'as they are' : view.doc.plan.segments.transform}, ${view.doc.plan.segments.scale} scale)` : ''}.`) : '',
      el('div', { class: 'cards two' }, ...made),
      search && clusters.length > 0 ? el('div', {}, el('h3', { class: 'between' }, 'Centres of the clusters'), table('Centres of the clusters', [
        { title: 'Cluster', cell: (r: { name: string; centre: number[] }) => r.name },
        ...search.features.map((f, i) => ({ title: words(f), right: true, cell: (r: { name: string; centre: number[] }) => typical(r.centre[i]) })),
      ], search.centres.map((centre, i) => ({ name: clusters[i]?.name ?? String(i), centre })))) : '',
      notes.length > 0 ? el('div', {}, el('h3', { class: 'between' }, 'Worth knowing'), el('ul', {}, ...notes.map((n) => el('li', {}, n)))) : '',
    ];
  },
};

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
      title: 'Segments by clusters', note: 'Customers in both.', chart: chart('heatmap'),
      data: () => ({ what: 'Customers', xTitle: 'Cluster', yTitle: 'Segment', x: clusters.labels, y: map.labels, cells: flows() }),
      pick: ([row]) => both(Math.floor(row / clusters.labels.length), row % clusters.labels.length),
    }).element,
  ];
}

/** Customers between two measures; a rectangle filters both, by their bins. */
function points(view: View): HTMLElement[] {
  const keys = [...view.measures.keys()].filter((k) => view.has(k));
  if (keys.length < 2 || (view.doc.segmentations ?? []).length === 0) return [];
  let [x, y] = [keys.includes('recency') ? 'recency' : keys[0], keys.includes('monetary') ? 'monetary' : keys[1]];
  const options = keys.map((k): [string, string] => [k, words(k)]);
  const groupings = (view.doc.segmentations ?? []).map((s): [string, string] => [s.key, s.key === 'segment' ? 'the map' : 'the clusters']);
  let by = view.has('cluster') ? 'cluster' : 'segment';
  const card: Card = new Card(view, {
    title: 'Customers between two measures', note: 'Each point is a customer. Drag a rectangle to filter to those inside.', chart: chart('scatter'), wide: true,
    tools: el('div', { class: 'tools' },
      choice('Across', options, x, (key) => { x = key; card.refresh(); }), choice('Up', options, y, (key) => { y = key; card.refresh(); }),
      groupings.length > 1 ? choice('Colours of', groupings, by, (key) => { by = key; card.refresh(); }) : null),
    data: () => scatterData(view, x, y, by),
    area: (across, up) => {
      view.set(x, inside(view, x, across));
      view.set(y, inside(view, y, up));
    },
  });
  return [card.element];
}

/** The bins that a stretch touches. */
function inside(view: View, key: string, [from, to]: [number, number]): number[] {
  const edges = view.dimensions[view.at(key)].edges ?? [];
  return edges.slice(0, -1).map((_, i) => i).filter((i) => edges[i] <= to && (edges[i + 1] > from || i === edges.length - 2));
}

function scatterData(view: View, x: string, y: string, by: string): ScatterData {
  const d = view.dimensions[view.at(by)];
  const [xs, ys] = [view.measures.get(x)!, view.measures.get(y)!];
  const step = Math.max(1, Math.ceil(view.engine.rows / mostPoints));
  const log = (key: string, values: Float64Array) => {
    const edges = view.dimensions[view.at(key)].edges;
    return edges !== null && edges.length > 3 && (edges[2] - edges[1]) * 3 < edges[edges.length - 1] - edges[edges.length - 2] && values.some((v) => v > 0);
  };
  const [logX, logY] = [log(x, xs), log(y, ys)];
  const groups = d.labels.map((name, colour) => ({ name, colour, points: [] as [number, number][] }));
  const ghost: [number, number][] = [];
  for (let i = 0; i < view.engine.rows; i += step) {
    if (Number.isNaN(xs[i]) || Number.isNaN(ys[i]) || (logX && xs[i] <= 0) || (logY && ys[i] <= 0)) continue;
    if (view.engine.mask[i] === 0) groups[d.codes[i]]?.points.push([xs[i], ys[i]]);
    else ghost.push([xs[i], ys[i]]);
  }
  return { x: words(x), y: words(y), logX, logY, groups: groups.filter((g) => g.points.length > 0), ghost, sample: step > 1 ? `one in ${step} drawn` : '' };
}
