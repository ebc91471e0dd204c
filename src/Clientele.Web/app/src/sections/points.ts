import { chart } from '../charts';
import type { ScatterData } from '../charts/scatter';
import { bytes, numbers } from '../data/decode';
import type { ComponentsData } from '../data/found';
import { percent, within, words } from '../look/figures';
import { many, one } from '../look/who';
import { Card } from '../parts/card';
import { choice, el } from '../parts/dom';
import type { View } from '../view';
import { groupings } from './groupings';

const mostPoints = 3000;

/** Places of rows on some axes, whichever way the page has them. */
interface Cloud {
  rows: number;
  step: number;
  axis: (key: string) => Float64Array;
  passes: (row: number) => boolean;
  group: (by: string, row: number) => number;
}

/** Rows on the two axes along which they differ most. */
export function components(view: View): HTMLElement[] {
  const c = view.doc.components;
  const by = groupings(view).slice(-1)[0]?.[0];
  if (!c || !by) return [];
  const keys = c.shares.map((_, i) => `component-${i + 1}`);
  const cloud = view.places.length > 0 ? all(view) : sampled(view, c);
  const titles = c.shares.map((s, i) => `Component ${i + 1} (${percent(s)})`);
  return [new Card(view, {
    title: 'Where the groups lie', chart: chart('scatter'), reach: cloud.step > 1 && view.places.length === 0 ? [by] : undefined,
    note: `The two directions in which ${many()} differ most (principal components of the scaled measures); together they hold ${percent(c.shares[0] + c.shares[1])} of all differences. ${['To the right', 'Upwards'].map((way, i) => `${way}: ${loading(c.features, c.loadings[i])}`).join('. ')}.`,
    data: () => scatterData(view, cloud, [keys[0], keys[1]], [titles[0], titles[1]], by, () => false),
    area: view.places.length > 0 ? (across, up) => { view.set(keys[0], inside(view, keys[0], across)); view.set(keys[1], inside(view, keys[1], up)); } : undefined,
  }).element];
}

/** "high orders, money spent; low days since last order": what weighs at least half as much as the heaviest. */
export function loading(features: string[], weights: number[]): string {
  const most = Math.max(...weights.map(Math.abs));
  const heavy = features.map((f, i) => ({ f: within(f), w: weights[i] })).filter((x) => Math.abs(x.w) >= most / 2).sort((a, b) => Math.abs(b.w) - Math.abs(a.w)).slice(0, 5);
  const said = (sign: number) => heavy.filter((x) => Math.sign(x.w) === sign).map((x) => x.f).join(', ');
  return [['high', said(1)], ['low', said(-1)]].filter(([, f]) => f !== '').map(([how, f]) => `${how} ${f}`).join('; ');
}

/** Rows between any two measures; a rectangle filters both, by their bins. */
export function points(view: View): HTMLElement[] {
  const c = view.doc.components;
  const aggregated = view.measures.size === 0 && (c?.values?.length ?? 0) > 1;
  const keys = aggregated ? c!.values!.map((v) => v.key) : [...view.measures.keys()].filter((k) => view.has(k));
  const options = groupings(view);
  if (keys.length < 2 || options.length === 0) return [];
  const cloud = aggregated ? sampled(view, c!) : all(view);
  let [x, y] = [keys.includes('recency') ? 'recency' : keys[0], keys.includes('monetary') ? 'monetary' : keys[1]];
  const axes = keys.map((k): [string, string] => [k, words(k)]);
  let by = aggregated || view.has('cluster') ? options[options.length - 1][0] : options[0][0];
  const card: Card = new Card(view, {
    title: `${many() === 'rows' ? 'Rows' : 'Customers'} between two measures`, chart: chart('scatter'), reach: aggregated ? [by] : undefined,
    note: `Each point is a ${one()}.${aggregated ? '' : ' Drag a rectangle to filter to those inside.'}`,
    tools: el('div', { class: 'tools' },
      choice('Across', axes, x, (key) => { x = key; card.refresh(); }), choice('Up', axes, y, (key) => { y = key; card.refresh(); }),
      options.length > 1 && !aggregated ? choice('Colours of', options, by, (key) => { by = key; card.refresh(); }) : null),
    data: () => scatterData(view, cloud, [x, y], [words(x), words(y)], by, (key) => skewed(view, cloud, key)),
    area: aggregated ? undefined : (across, up) => {
      view.set(x, inside(view, x, across));
      view.set(y, inside(view, y, up));
    },
  });
  return [card.element];
}

function all(view: View): Cloud {
  return {
    rows: view.engine.rows, step: 1, passes: (row) => view.engine.mask[row] === 0,
    axis: (key) => (key.startsWith('component-') ? view.places[Number(key.slice(10)) - 1] : view.measures.get(key)!),
    group: (by, row) => view.dimensions[view.at(by)].codes[row],
  };
}

/** Rows that the page has for this picture alone: they follow a choice of groups and nothing else. */
function sampled(view: View, c: ComponentsData): Cloud {
  const key = groupings(view).slice(-1)[0][0];
  const groups = bytes(c.groups ?? '');
  const axes = new Map([...c.places.map((p, i): [string, Float64Array] => [`component-${i + 1}`, numbers(p, 'f32')]), ...(c.values ?? []).map((v): [string, Float64Array] => [v.key, numbers(v.values, 'f32')])]);
  return { rows: groups.length, step: c.step, axis: (k) => axes.get(k)!, passes: (row) => view.choice.get(key)?.has(groups[row]) ?? true, group: (_, row) => groups[row] };
}

/** The bins that a stretch touches. */
function inside(view: View, key: string, [from, to]: [number, number]): number[] {
  const edges = view.dimensions[view.at(key)].edges ?? [];
  return edges.slice(0, -1).map((_, i) => i).filter((i) => edges[i] <= to && (edges[i + 1] > from || i === edges.length - 2));
}

function skewed(view: View, cloud: Cloud, key: string): boolean {
  const edges = view.dimensions[view.at(key)]?.edges ?? null;
  return edges !== null && edges.length > 3 && (edges[2] - edges[1]) * 3 < edges[edges.length - 1] - edges[edges.length - 2] && cloud.axis(key).some((v) => v > 0);
}

function scatterData(view: View, cloud: Cloud, [x, y]: [string, string], [xTitle, yTitle]: [string, string], by: string, log: (key: string) => boolean): ScatterData {
  const d = view.dimensions[view.at(by)];
  const [xs, ys, logX, logY] = [cloud.axis(x), cloud.axis(y), log(x), log(y)];
  const step = Math.max(1, Math.ceil(cloud.rows / mostPoints));
  const groups = d.labels.map((name, colour) => ({ name, colour, points: [] as [number, number][] }));
  const ghost: [number, number][] = [];
  for (let i = 0; i < cloud.rows; i += step) {
    if (Number.isNaN(xs[i]) || Number.isNaN(ys[i]) || (logX && xs[i] <= 0) || (logY && ys[i] <= 0)) continue;
    const group = groups[cloud.group(by, i)];
    if (group && cloud.passes(i)) group.points.push([xs[i], ys[i]]);
    else ghost.push([xs[i], ys[i]]);
  }
  const drawn = step * cloud.step;
  return { x: xTitle, y: yTitle, logX, logY, groups: groups.filter((g) => g.points.length > 0), ghost, sample: drawn > 1 ? `one in ${drawn} drawn` : '' };
}
