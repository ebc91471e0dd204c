import { chart } from '../charts';
import { short } from '../charts/frame';
import { exact, parse, toNumber } from '../data/money';
import type { SegmentData } from '../data/document';
import { count, day, people, percent, typical } from '../look/figures';
import { many } from '../look/who';
import { Card } from '../parts/card';
import { el } from '../parts/dom';
import type { View } from '../view';
import { groups } from './groups';
import { snakeData } from './segments';
import type { Section } from './section';

/** The headline in words, the figures of the shop, and the segments side by side. */
export const glance: Section = {
  key: 'glance',
  title: 'At a glance',
  applies: (view) => (view.doc.segmentations ?? []).length > 0,
  build(view) {
    return [headline(view), tiles(view), el('div', { class: 'cards two' }, ...segmentCards(view), ...(view.doc.clustered ? apart(view) : [])), groupCards(view)];
  },
};

function main(view: View): SegmentData[] {
  return view.doc.segmentations?.[0]?.segments ?? [];
}

function headline(view: View): HTMLElement {
  const { totals, audit } = view.doc;
  const parts: string[] = [];
  if (totals) {
    const time = totals.first.slice(0, 10) === totals.last.slice(0, 10) ? `on ${day(totals.first)}` : `between ${day(totals.first)} and ${day(totals.last)}`;
    const kept = audit ? parse(audit.kept.money) : null;
    parts.push(kept && kept.units !== 0n ? `${people(totals.customers)} spent ${cents(audit!.kept.money)} in ${count(totals.orders)} orders ${time}.` : `${people(totals.customers)} placed ${count(totals.orders)} orders ${time}.`);
  }
  if (!totals && main(view).length > 0) {
    const all = main(view);
    const sum = all.reduce((n, s) => n + s.customers, 0);
    const rich = [...all].sort((a, b) => b.moneyShare - a.moneyShare)[0];
    parts.push(`${people(sum)} fall into ${all.length === 1 ? 'one' : all.length} ${view.doc.segmentations?.[0]?.key === 'cluster' ? 'cluster' : 'segment'}${all.length === 1 ? '' : 's'}${view.doc.clustered?.structure === false ? ', though nothing shows that they are more than handy parts of one cloud' : ''}.`);
    if (all.length > 1 && rich.moneyShare > 0) parts.push(`${rich.name} (${percent(rich.share)} of them) spend ${percent(rich.moneyShare)} of the money.`);
    else if (all.length > 1) { const large = [...all].sort((a, b) => b.customers - a.customers)[0]; parts.push(`The largest is ${large.name} with ${percent(large.share)} of them.`); }
  }
  const best = main(view).filter((s) => s.group === 'high-value');
  const customers = best.reduce((sum, s) => sum + s.customers, 0);
  const share = best.reduce((sum, s) => sum + s.moneyShare, 0);
  if (customers > 0 && totals && share > 0) parts.push(`The ${count(customers)} high-value customers (${percent(customers / totals.customers)}) bring ${percent(share)} of the money.`);
  return el('p', { class: 'headline' }, parts.join(' '));
}

function cents(text: string): string {
  return exact({ units: BigInt(Math.round(toNumber(parse(text)) * 100)), decimals: 2 });
}

function tiles(view: View): HTMLElement {
  const { totals } = view.doc;
  const tile = (value: string, what: string) => el('div', { class: 'tile' }, el('b', {}, value), el('span', {}, what));
  const box = el('div', { class: 'tiles' });
  const refresh = (): void => {
    const e = view.engine;
    const money = view.has('monetary') ? toNumber(e.amount) : 0;
    const all = view.has('monetary') ? toNumber(e.amountInAll) : 0;
    const found = view.doc.clustered;
    box.replaceChildren(
      tile(count(e.customers), e.filtered ? `${many()}, ${percent(e.customers / e.customersInAll)} of all` : many()),
      ...(all > 0 ? [tile(count(money), e.filtered ? `money, ${percent(money / all)} of all` : 'money'), tile(typical(e.customers > 0 ? money / e.customers : NaN), 'money per customer')] : []),
      ...(found && !e.filtered ? [tile(count(found.k), `clusters by ${found.method}`), tile(count(found.columns.length), `columns: ${short(found.columns.join(', '), 60)}`), ...(found.scores.silhouette === null ? [] : [tile(found.scores.silhouette.toFixed(2), 'silhouette: 1 is clear, 0 is none')])] : []),
      ...(totals && !e.filtered ? [tile(count(totals.orders), 'orders'), ...(all > 0 ? [tile(typical(money / totals.orders), 'money per order')] : []), ...(totals.products > 0 ? [tile(count(totals.products), 'products')] : []), ...(totals.countries > 1 ? [tile(count(totals.countries), 'countries')] : [])] : []),
    );
  };
  view.follow({ refresh });
  refresh();
  return box;
}

function segmentCards(view: View): HTMLElement[] {
  const made: HTMLElement[] = [];
  for (const segmentation of view.doc.segmentations ?? []) {
    const at = view.at(segmentation.key);
    if (at < 0) continue;
    const d = view.dimensions[at];
    const pick = (rows: number[], several: boolean) => (several ? view.set(d.key, rows) : view.toggle(d.key, rows));
    const hasMoney = view.has('monetary');
    const what = segmentation.key === 'segment' ? 'segment' : 'cluster';
    made.push(new Card(view, {
      title: `${segmentation.key === 'segment' ? 'Segments' : 'Clusters'}: ${many()}${hasMoney ? ' and money' : ''}`,
      note: `Click a bar to look at that ${what} alone; the whole page follows.`,
      chart: chart('bar'), tall: segmentation.key === 'segment', pick,
      data: () => {
        const t = view.engine.tallies[at];
        const money = (i: number) => (t.customers[i] === 0 ? 0 : t.money[i]);
        const [people, sum] = [Math.max(1, view.engine.customers), d.labels.reduce((s, _, i) => s + money(i), 0)];
        // Under a filter of its own the bars still show the others, as shares of what the other filters leave.
        const base = view.choice.has(d.key) ? d.labels.reduce((s, _, i) => s + t.customers[i], 0) : people;
        return {
          what: 'Share', unit: '', labels: d.labels, format: 'percent', chosen: view.choice.get(d.key),
          series: [{ name: `share of ${many()}`, values: d.labels.map((_, i) => t.customers[i] / Math.max(1, base)), ...(hasMoney ? {} : { colours: d.labels.map((_, i) => i) }) },
            ...(hasMoney ? [{ name: 'share of money', values: d.labels.map((_, i) => (sum > 0 ? money(i) / sum : 0)), colours: d.labels.map((_, i) => i) }] : [])],
        };
      },
    }).element);
    if (hasMoney && made.length === 1) {
      made.push(new Card(view, {
        title: 'Where the money comes from', note: 'The area is the money.', chart: chart('treemap'), pick,
        data: () => ({ what: 'Money', parts: d.labels.map((name, i) => ({ name, value: view.engine.tallies[at].customers[i] === 0 ? 0 : Math.max(0, view.engine.tallies[at].money[i]) / 10 ** view.decimals, colour: i, dimmed: view.choice.has(d.key) && !view.choice.get(d.key)!.has(i) })) }),
      }).element);
    }
  }
  return made;
}

/** What lies above and below the middle, cluster by cluster. */
function apart(view: View): HTMLElement[] {
  const segmentation = view.doc.segmentations?.[0];
  if (!segmentation || segmentation.segments.length < 2) return [];
  const data = snakeData(segmentation, segmentation.segments.map((_, i) => i));
  if (data.measures.length === 0) return [];
  return [new Card(view, {
    title: 'What sets them apart', note: 'Median of each cluster against all, in spreads: plus lies above, minus below.', chart: chart('heatmap'), reach: [], pick: ([row]) => view.toggle(segmentation.key, [row % data.groups.length]),
    data: () => ({ what: 'Spreads from all', xTitle: 'Cluster', yTitle: 'Column', x: data.groups.map((g) => g.name), y: data.measures, signed: true, limit: 2, show: (v: number) => (Math.abs(v) < 0.05 ? '' : (v > 0 ? '+' : '−') + Math.abs(v).toFixed(1)), cells: data.measures.map((_, m) => data.groups.map((g) => g.values[m])) }),
  }).element];
}

function groupCards(view: View): HTMLElement {
  const list = el('div', { class: 'groups' });
  for (const group of groups) {
    const own = main(view).map((s, i) => ({ s, i })).filter(({ s }) => s.group === group.key && s.customers > 0);
    if (own.length === 0) continue;
    const customers = own.reduce((sum, { s }) => sum + s.customers, 0);
    const share = own.reduce((sum, { s }) => sum + s.moneyShare, 0);
    const key = view.doc.segmentations![0].key;
    list.append(el('article', { class: `group ${group.key}` },
      el('h3', {}, group.title), el('p', {}, el('b', {}, people(customers)), share > 0 ? ` with ${percent(share)} of the money` : ''), el('p', {}, group.advice),
      el('p', { class: 'names' }, own.map(({ s }) => s.name).join(', ')),
      el('button', { type: 'button', onclick: () => view.set(key, own.map(({ i }) => i)) }, 'Show these')));
  }
  return list.childElementCount === 0 ? el('div') : el('div', {}, el('h3', { class: 'between' }, 'Who to look after'), list);
}
