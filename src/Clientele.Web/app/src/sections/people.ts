import { chart } from '../charts';
import type { PeopleData } from '../data/people';
import { count, percent } from '../look/figures';
import { Card } from '../parts/card';
import { choice, el, table } from '../parts/dom';
import { chosenSegments } from '../parts/reach';
import type { View } from '../view';
import type { Section } from './section';

const families: Record<string, [string, string]> = {
  goods: ['What they buy', 'Share of what the segment spends.'], channels: ['Where they buy', 'Share of the segment’s purchases.'], deals: ['Bought at a discount', 'Share of the segment’s purchases.'],
};

/** What sets the segments of a customer table apart: rules in words, effects, mixes, answers to campaigns. */
export const people: Section = {
  key: 'people',
  title: 'What sets them apart',
  applies: (view) => view.doc.people !== undefined,
  build(view) {
    const data = view.doc.people!;
    const segments = view.doc.segmentations?.[0]?.segments ?? [];
    const rules = data.rules.map((r, i) => ({ ...r, name: segments[i].name, customers: segments[i].customers, i })).filter((r) => r.words !== '');
    return [
      el('p', { class: 'lead' }, `${data.structure} ${data.fidelity === null ? '' : `The rules below give ${percent(data.fidelity)} of the customers the right segment; naming the largest for all gives ${percent(data.baseline ?? 0)}.`}`),
      el('div', { class: 'groups' }, ...rules.map((r) => rule(view, r))),
      el('div', { class: 'cards two' }, ...effects(view, data), ...data.mixes.flatMap((m) => mix(view, m)), ...answers(view, data)),
    ];
  },
};

function rule(view: View, r: PeopleData['rules'][number] & { name: string; customers: number; i: number }): HTMLElement {
  const swatch = el('span', { class: 'swatch', 'aria-hidden': 'true' });
  swatch.style.background = view.look.colour(r.i);
  return el('article', { class: 'group rule' }, el('h3', {}, swatch, r.name), el('p', {}, el('b', {}, r.words)),
    el('p', { class: 'names' }, `${percent(r.precision)} of those who fulfil it are in the segment, and ${percent(r.coverage)} of its ${count(r.customers)} customers fulfil it.`),
    r.apart.length > 0 ? el('ul', {}, ...r.apart.map((a) => el('li', {}, a))) : null,
    el('button', { type: 'button', onclick: () => view.set(chosenSegments(view).key, [r.i]) }, 'Show these'));
}

function effects(view: View, data: PeopleData): HTMLElement[] {
  if (data.effects.length === 0) return [];
  const shown = data.effects.slice(0, 28);
  return [new Card(view, {
    title: 'How segments differ', full: true, chart: chart('heatmap'), reach: [chosenSegments(view).key],
    note: 'Distance of the segment from the others, in spreads (Cohen’s d; of shares his h): 0.2 is slight, 0.5 clear, 0.8 large. Plus is more than the others.',
    data: () => {
      const { chosen, names } = chosenSegments(view);
      return {
        what: 'Effect', xTitle: 'Segment', yTitle: 'Property', x: chosen.map((s) => names[s]), y: shown.map((e) => (e.level ? `${e.column}: ${e.level}` : e.column)), signed: true, limit: 2,
        show: (v: number) => (Math.abs(v) < 0.05 ? '' : v > 0 ? '+' : '−') + Math.abs(v).toFixed(1), cells: shown.map((e) => chosen.map((s) => e.effect[s])),
      };
    },
  }).element];
}

function mix(view: View, m: PeopleData['mixes'][number]): HTMLElement[] {
  const [title, note] = families[m.family] ?? [m.family, ''];
  return [new Card(view, {
    title, note, chart: chart('heatmap'), reach: [chosenSegments(view).key],
    data: () => {
      const { chosen, names } = chosenSegments(view);
      return { what: 'Share', xTitle: 'Segment', yTitle: 'Kind', x: [...chosen.map((s) => names[s]), 'all'], y: m.columns.map((c) => c.column), cells: m.columns.map((c) => [...chosen.map((s) => c.share[s]), c.overall]), show: percent };
    },
  }).element];
}

function answers(view: View, data: PeopleData): HTMLElement[] {
  const campaigns = [...new Set(data.answers.map((a) => a.campaign))];
  if (campaigns.length === 0) return [];
  let shown = campaigns.includes('Response') ? 'Response' : campaigns[0];
  const card: Card = new Card(view, {
    title: 'Who answered', chart: chart('interval'), reach: [chosenSegments(view).key], wide: true,
    note: 'Share who said yes, with the range that holds it 95 times in 100 (Wilson). A filled mark differs from the other segments beyond chance, all comparisons counted.',
    tools: campaigns.length > 1 ? el('div', { class: 'tools' }, choice('Campaign or outcome', campaigns.map((c) => [c, c]), shown, (next) => { shown = next; card.refresh(); })) : undefined,
    data: () => {
      const { chosen, names } = chosenSegments(view);
      const rows = data.answers.filter((a) => a.campaign === shown && chosen.includes(a.segment) && a.rate !== null);
      return { what: `${shown}: yes`, unit: '', format: 'percent', mark: rows[0]?.overall === null || rows.length === 0 ? undefined : { name: 'all', value: rows[0].overall! },
        rows: rows.map((a) => ({ name: names[a.segment], value: a.rate!, low: a.low ?? a.rate!, high: a.high ?? a.rate!, colour: a.segment, strong: a.differs })) };
    },
  });
  return [card.element, el('div', { class: 'card wide' }, el('header', {}, el('h3', {}, 'Every answer')), table('Every answer', [
    { title: 'Campaign', cell: (a) => a.campaign }, { title: 'Segment', cell: (a) => view.doc.segmentations![0].segments[a.segment].name }, { title: 'Yes', right: true, cell: (a) => `${count(a.yes)} of ${count(a.customers)}` },
    { title: 'Share', right: true, cell: (a) => (a.rate === null ? '–' : `${(a.rate * 100).toFixed(1)}%`) }, { title: 'Differs', cell: (a) => (a.differs ? 'yes' : 'no') },
  ], data.answers))];
}
