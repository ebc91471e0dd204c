import { chart } from '../charts';
import { count, people, percent, words } from '../look/figures';
import { many, one } from '../look/who';
import { Card } from '../parts/card';
import type { View } from '../view';

/** Names of the groups that were found: those of the clusters, else of the segments of a table. */
function groups(view: View): { key: string; names: string[] } {
  const found = view.doc.segmentations?.find((s) => s.key === 'cluster') ?? view.doc.segmentations?.[0];
  return { key: found?.key ?? '', names: found?.segments.map((s) => s.name) ?? [] };
}

/** How clear each group is, by the silhouette. */
export function clarity(view: View): HTMLElement[] {
  const { silhouettes } = view.doc;
  const { key, names } = groups(view);
  if (!silhouettes || names.length === 0) return [];
  const part = silhouettes.customers < (view.doc.customers?.count ?? 0) ? `, drawn from ${people(silhouettes.customers)}` : '';
  return [new Card(view, {
    title: 'How clear the groups are', note: `One block per group${part}. Wide blocks lie well; what reaches left of zero would fit another group better.`, chart: chart('silhouette'), reach: [],
    pick: view.has(key) ? (rows) => view.toggle(key, rows) : undefined,
    data: () => ({ mean: silhouettes.mean, clusters: silhouettes.clusters.map((c, i) => ({ ...c, name: names[i] ?? `Group ${i}`, colour: i })) }),
  }).element];
}

/** Whether the groups would come back. */
export function stability(view: View): HTMLElement[] {
  const data = view.doc.stability;
  const { key, names } = groups(view);
  if (!data || names.length === 0) return [];
  const all = view.doc.customers?.count ?? data.rows;
  const label = (i: number) => names[i] ?? `Group ${i}`;
  const weak = data.clusters.map((c, i) => ({ ...c, i })).filter((c) => c.word === 'doubtful' || c.word === 'dissolves');
  return [new Card(view, {
    title: 'Would they come back?', chart: chart('bar'), reach: [], full: true, pick: view.has(key) ? (rows) => view.toggle(key, rows) : undefined,
    note: `Groups were sought again ${data.resamples} times among ${many()} drawn at random${data.rows < all ? ` from ${count(data.rows)} of the ${count(all)}` : ''}. The bar is how much of each group came back on average (Jaccard index). From 85% a group is very stable, from 75% stable, from 60% its border is doubtful; below, it dissolves.`,
    data: () => ({
      what: 'Group', unit: '', format: 'percent', wide: true, labels: data.clusters.map((_, i) => label(i)), notes: data.clusters.map((c) => c.word || 'not tested'), chosen: view.choice.get(key),
      words: weak.length === 0 ? `All ${data.clusters.length} groups come back when ${many()} are drawn anew.` : `${weak.map((c) => `${label(c.i)} ${c.word === 'dissolves' ? 'dissolves' : 'is doubtful'} (${percent(c.jaccard ?? 0)})`).join('; ')}${weak.length < data.clusters.length ? '; the others come back' : ''}.`,
      series: [{ name: 'Came back', values: data.clusters.map((c) => c.jaccard ?? 0), colours: data.clusters.map((_, i) => i) }],
    }),
  }).element];
}

/** The tree that the groups were cut from, or another beside them. */
export function tree(view: View): HTMLElement[] {
  const data = view.doc.tree;
  const { names } = groups(view);
  if (!data || data.merges.length === 0) return [];
  const part = data.rows < data.of ? ` of ${count(data.rows)} of the ${people(data.of)}` : ` of all ${people(data.rows)}`;
  const leaf = (l: (typeof data.leaves)[number]) => `${count(l.rows)} ${l.group < 0 || !names[l.group] ? many() : `${names[l.group]}${l.share !== null && l.share < 0.9 ? ` (${percent(l.share)})` : ''}`}`;
  return [new Card(view, {
    title: 'How they join', chart: chart('dendrogram'), reach: [], full: true,
    note: data.own ? `The tree${part} (${data.linkage} linkage), from single ${many()} to one group; drawn are the last joins. Branches that join far to the right are far apart. The groups are the branches at the dashes.`
      : `Another look, by a tree${part} (${words(data.linkage)} linkage): every ${one()} starts alone, the nearest join first; drawn are the last joins. ${data.agreement === null ? '' : `Cut into as many groups it agrees with those shown by ${data.agreement.toFixed(2)} (1 is the same, 0 is chance). `}Each line starts with how many ${many()} it holds and the group most of them are in.`,
    data: () => ({ what: 'Groups', leaves: data.leaves.map(leaf), merges: data.merges, colours: data.leaves.map((l) => (l.group < 0 ? null : l.group)), feet: data.leaves.map((l) => l.height), sizes: data.leaves.map((l) => l.rows), cut: data.cut }),
  }).element];
}
