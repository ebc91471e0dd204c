import { chart } from '../charts';
import type { SegmentData, SegmentationData } from '../data/document';
import { exact, parse } from '../data/money';
import { count, people, percent, typical, words } from '../look/figures';
import { many, one } from '../look/who';
import { Card } from '../parts/card';
import { el, table } from '../parts/dom';
import type { View } from '../view';
import { groups } from './groups';
import type { Section } from './section';

/** Measures that a profile picture compares, as far as they are there. */
const telling = ['recency', 'frequency', 'monetary', 'tenure', 'average_order_value', 'orders_per_month', 'distinct_products', 'return_rate'];

/** A page per segment: who they are, why they are together, how they differ from all. */
export const segments: Section = {
  key: 'segments',
  title: (view) => (view.doc.clustered ? 'Cluster by cluster' : 'Segment by segment'),
  applies: (view) => (view.doc.segmentations ?? []).some((s) => s.segments.length > 0),
  build(view) {
    const all = (view.doc.segmentations ?? []).filter((s) => s.segments.length > 0);
    const shown = { segmentation: all[0], segment: 0 };
    const page = el('div', { class: 'segment-page' });
    const tabs = el('div', { class: 'tabs', role: 'group', 'aria-label': 'Segments' });
    const card = new Card(view, { title: `Compared with all ${many()}`, note: 'Median of the segment against all segments: zero is the middle, one is a typical distance.', chart: chart('snake'), data: () => snakeData(shown.segmentation, [shown.segment]) });
    const everyone = new Card(view, { title: 'All segments at once', note: 'Lines that run apart set segments apart. Click a name to hide its line.', chart: chart('snake'), data: () => snakeData(shown.segmentation, shown.segmentation.segments.map((_, i) => i)) });
    const show = (): void => {
      tabs.replaceChildren(...all.flatMap((s) => [
        all.length > 1 ? el('span', { class: 'tabs-title' }, s.key === 'segment' ? 'Map' : 'Clusters') : '',
        ...s.segments.map((x, i) => el('button', { type: 'button', 'aria-pressed': String(s === shown.segmentation && i === shown.segment), onclick: () => { shown.segmentation = s; shown.segment = i; show(); card.refresh(); everyone.refresh(); } }, x.name)),
      ]));
      page.replaceChildren(...details(view, shown.segmentation, shown.segment));
    };
    show();
    return [tabs, page, el('div', { class: 'cards two' }, card.element, everyone.element)];
  },
};

function details(view: View, segmentation: SegmentationData, index: number): (Node | string)[] {
  const segment = segmentation.segments[index];
  const group = groups.find((g) => g.key === segment.group);
  const measure = (key: string) => segment.profile.find((p) => p.measure === key);
  const swatch = el('span', { class: 'swatch', 'aria-hidden': 'true' });
  swatch.style.background = view.look.colour(index);
  const facts: string[] = [`${people(segment.customers)}, ${percent(segment.share)} of all`];
  if (measure('monetary')) facts.push(`${exact(parse(segment.money))} of money, ${percent(segment.moneyShare)} of all`);
  const who: string[] = [];
  const [days, orders, spent] = [measure('recency'), measure('frequency'), measure('monetary')];
  if (days?.median !== null && days) who.push(`was last here ${typical(days.median)} days ago`);
  if (orders?.median !== null && orders) who.push(`has placed ${typical(orders.median)} ${orders.median === 1 ? 'order' : 'orders'}`);
  if (spent?.median !== null && spent) who.push(`has spent ${typical(spent.median)}`);
  return [
    el('h3', {}, swatch, segment.name), el('p', { class: 'facts' }, facts.join(' · ')),
    who.length > 0 ? el('p', {}, `The middle ${one()} ${list(who)}.`) : '',
    el('p', {}, el('b', {}, 'Why they are together: '), segment.why),
    group ? el('p', {}, el('b', {}, `${group.title}: `), group.advice) : '',
    el('p', {}, el('button', { type: 'button', onclick: () => view.set(segmentation.key, [index]) }, 'Filter the page to them')),
    el('details', {}, el('summary', {}, 'Every measure'), profileTable(segment, segmentation)),
  ];
}

function profileTable(segment: SegmentData, segmentation: SegmentationData): HTMLElement {
  return table(`Measures of ${segment.name}`, [
    { title: 'Measure', cell: (p) => words(p.measure) },
    { title: 'Median', right: true, cell: (p) => typical(p.median) },
    { title: 'Mean', right: true, cell: (p) => typical(p.mean) },
    { title: 'Mean of all', right: true, cell: (p) => typical(overall(segmentation, p.measure)) },
    { title: 'Unit', cell: (p) => p.unit },
    { title: 'Known for', right: true, cell: (p) => count(p.defined) },
  ], segment.profile);
}

/** Mean over all customers from the segments' own means. */
function overall(segmentation: SegmentationData, measure: string): number {
  let [sum, n] = [0, 0];
  for (const s of segmentation.segments) {
    const p = s.profile.find((x) => x.measure === measure);
    if (p && p.mean !== null) [sum, n] = [sum + p.mean * p.defined, n + p.defined];
  }
  return n > 0 ? sum / n : NaN;
}

/** Medians on a common scale: logarithms for what is skewed, less the weighted mean of the segments, over their weighted spread. */
export function snakeData(segmentation: SegmentationData, chosen: number[]): { measures: string[]; groups: { name: string; colour: number; values: (number | null)[] }[] } {
  const known = (k: string) => segmentation.segments.some((s) => s.profile.some((p) => p.measure === k && p.median !== null));
  const usual = telling.filter(known);
  // A customer table has measures of its own; those that form the segments stand first.
  const keys = usual.length > 2 ? usual : [...new Set((segmentation.segments[0]?.profile ?? []).map((p) => p.measure))].filter(known).slice(0, 8);
  const columns = keys.map((key) => {
    const raw = segmentation.segments.map((s) => s.profile.find((p) => p.measure === key)?.median ?? null);
    const scaled = raw.map((v) => (v === null ? null : Math.sign(v) * Math.log1p(Math.abs(v))));
    let [weight, mean, spread] = [0, 0, 0];
    scaled.forEach((v, i) => { if (v !== null) { weight += segmentation.segments[i].customers; mean += v * segmentation.segments[i].customers; } });
    mean /= Math.max(1, weight);
    scaled.forEach((v, i) => { if (v !== null) spread += (v - mean) ** 2 * segmentation.segments[i].customers; });
    spread = Math.sqrt(spread / Math.max(1, weight));
    return scaled.map((v) => (v === null ? null : spread === 0 ? 0 : (v - mean) / spread));
  });
  return { measures: keys.map(words), groups: chosen.map((i) => ({ name: segmentation.segments[i].name, colour: i, values: columns.map((c) => c[i]) })) };
}

function list(parts: string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}
