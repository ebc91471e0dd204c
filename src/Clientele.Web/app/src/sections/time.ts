import { chart } from '../charts';
import { number, records } from '../data/explored';
import { Card } from '../parts/card';
import { choice, el } from '../parts/dom';
import { chosenSegments, summed } from '../parts/reach';
import type { View } from '../view';
import type { Section } from './section';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** When people buy: over the months with trend and season, and over the week. */
export const time: Section = {
  key: 'time',
  title: 'When they buy',
  applies: (view) => view.doc.explore?.sales !== undefined || view.doc.explore?.season !== undefined || view.doc.explore?.hours !== undefined,
  build(view) {
    const explore = view.doc.explore!;
    const notes = ['sales', 'season', 'hours'].flatMap((k) => [...(explore[k]?.cannotTell ? [explore[k].cannotTell as string] : []), ...(explore[k]?.notes ?? [])]);
    return [
      el('div', { class: 'cards two' }, ...months(view), ...course(view), ...season(view), ...hours(view), ...categories(view)),
      notes.length > 0 ? el('ul', { class: 'notes' }, ...notes.map((n) => el('li', {}, n))) : '',
    ];
  },
};

function months(view: View): HTMLElement[] {
  const slices = view.doc.slices;
  if (!slices || slices.months.length < 2) return [];
  const { key } = chosenSegments(view);
  const partial = new Set(records(view.doc.explore?.sales).filter((r) => r.grain === 'month' && r.state === 'partial').map((r) => r.period));
  const table = slices.sales ?? slices.orders;
  return [new Card(view, {
    title: slices.sales ? 'Sales by month' : 'Orders by month', chart: chart('line'), reach: [key],
    note: `${partial.size > 0 ? 'Months with a star are cut off by the file. ' : ''}One line per chosen segment while up to six are chosen.`,
    data: () => {
      const { chosen, all, names } = chosenSegments(view);
      const series = !all && chosen.length > 1 && chosen.length <= 6 ? chosen.map((s) => ({ name: names[s], values: table[s], colour: s })) : [{ name: all ? 'All customers' : names[chosen[0]] ?? '', values: summed(table, chosen), colour: all || chosen.length > 1 ? 0 : chosen[0] }];
      return { what: 'Month', unit: slices.sales ? 'money' : 'orders', area: series.length === 1, labels: slices.months.map((m) => (partial.has(m) ? `${m}*` : m)), series };
    },
  }).element];
}

/** Every day or week, and the trend through the days. */
function course(view: View): HTMLElement[] {
  const sales = records(view.doc.explore?.sales);
  if (sales.length === 0) return [];
  const money = view.doc.explore!.sales.columns.includes('money');
  const trend = new Map(records(view.doc.explore?.season).filter((r) => r.grain === 'day').map((r) => [r.period, number(r.trend)]));
  let grain = 'week';
  let what = money ? 'money' : 'orders';
  const options: [string, string][] = [['money', 'money'], ['orders', 'orders'], ['customers', 'customers'], ['average_order', 'money per order']];
  const card: Card = new Card(view, {
    title: 'Sales over time', note: 'By day with the trend: a moving average over a week.', chart: chart('line'), reach: [],
    tools: el('div', { class: 'tools' },
      choice('By', [['day', 'day'], ['week', 'week'], ['month', 'month']], grain, (next) => { grain = next; card.refresh(); }),
      choice('What', options.filter(([k]) => money || (k !== 'money' && k !== 'average_order')), what, (next) => { what = next; card.refresh(); })),
    data: () => {
      const rows = sales.filter((r) => r.grain === grain);
      const name = options.find(([k]) => k === what)![1];
      const series = [{ name: name.charAt(0).toUpperCase() + name.slice(1), values: rows.map((r) => number(r[what])), colour: 0 }];
      if (grain === 'day' && what === 'money' && trend.size > 0) series.push({ name: 'Trend', values: rows.map((r) => trend.get(r.period) ?? null), colour: 5 });
      return { what: grain.charAt(0).toUpperCase() + grain.slice(1), unit: what === 'orders' || what === 'customers' ? what : 'money', labels: rows.map((r) => String(r.period)), series };
    },
  });
  return [card.element];
}

/** What the weekday, or the month of the year, adds to the trend. */
function season(view: View): HTMLElement[] {
  const rows = records(view.doc.explore?.season).filter((r) => number(r.season) !== null);
  const made: HTMLElement[] = [];
  for (const [grain, title, of] of [['day', 'Season of the week', (p: string) => weekdays[(new Date(`${p}T00:00:00Z`).getUTCDay() + 6) % 7]], ['month', 'Season of the year', (p: string) => p.slice(5)]] as const) {
    const found = new Map<string, number>();
    for (const r of rows) if (r.grain === grain) found.set(of(String(r.period)), r.season as number);
    if (found.size < 2) continue;
    const order = grain === 'day' ? weekdays.filter((d) => found.has(d)) : [...found.keys()].sort();
    made.push(new Card(view, {
      title, note: 'How much a day brings above or below the trend, on average.'.replace('a day', grain === 'day' ? 'the weekday' : 'the month'), chart: chart('bar'), reach: [],
      data: () => ({ what: grain === 'day' ? 'Weekday' : 'Month', unit: 'above the trend', labels: order, series: [{ name: 'Season', values: order.map((k) => found.get(k)!) }] }),
    }).element);
  }
  return made;
}

function hours(view: View): HTMLElement[] {
  const slices = view.doc.slices;
  if (!slices) return [];
  const { key } = chosenSegments(view);
  const wide = slices.hours;
  const all = summed(slices.weekdayHours, slices.weekdayHours.map((_, i) => i));
  const used = Array.from({ length: wide }, (_, h) => h).filter((h) => weekdays.some((_, d) => all[d * wide + h] > 0));
  const shown = used.length === 0 ? [] : Array.from({ length: used[used.length - 1] - used[0] + 1 }, (_, i) => used[0] + i);
  if (shown.length === 0) return [];
  if (wide === 1) {
    return [new Card(view, { title: 'Orders by weekday', chart: chart('bar'), reach: [key], data: () => ({ what: 'Weekday', unit: 'orders', labels: weekdays, series: [{ name: 'Orders', values: summed(slices.weekdayHours, chosenSegments(view).chosen) }] }) }).element];
  }
  return [new Card(view, {
    title: 'Weekday by hour', note: 'Orders by the time of their first line.', chart: chart('heatmap'), reach: [key],
    data: () => {
      const sum = summed(slices.weekdayHours, chosenSegments(view).chosen);
      return { what: 'Orders', xTitle: 'Hour', yTitle: 'Weekday', x: shown.map(String), y: weekdays, cells: weekdays.map((_, d) => shown.map((h) => sum[d * wide + h])) };
    },
  }).element];
}

/** Categories over time: the largest beside each other, or one by segment. */
function categories(view: View): HTMLElement[] {
  const place = view.doc.slices?.places.find((p) => p.kind === 'category');
  const months = view.doc.slices?.months ?? [];
  if (!place?.monthly || months.length < 2) return [];
  const all = '';
  let of = all;
  const card: Card = new Card(view, {
    title: 'Categories over time', chart: chart('line'), reach: [chosenSegments(view).key],
    note: `${place.labels.length > 6 ? 'The six largest categories, or' : 'All categories, or'} one of them by segment: a line per chosen segment, of all the six that buy most of it.`,
    tools: el('div', { class: 'tools' }, choice('Show', [[all, 'the largest categories'], ...place.labels.map((name, i): [string, string] => [String(i), `${name} by segment`])], of, (next) => { of = next; card.refresh(); })),
    data: () => {
      const { chosen, names } = chosenSegments(view);
      const run = (row: number[], i: number) => row.slice(i * months.length, (i + 1) * months.length);
      const total = (values: number[]) => values.reduce((a, b) => a + b, 0);
      if (of === all) {
        const sum = summed(place.monthly!, chosen);
        return { what: 'Month', unit: place.unit, labels: months, series: place.labels.slice(0, 6).map((name, i) => ({ name, colour: i, values: run(sum, i) })) };
      }
      const lines = chosen.map((s) => ({ name: names[s], colour: s, values: run(place.monthly![s], Number(of)) })).sort((a, b) => total(b.values) - total(a.values)).slice(0, 6);
      return { what: 'Month', unit: place.unit, labels: months, series: lines };
    },
  });
  return [card.element];
}
