import { describe, expect, it } from 'vitest';
import { shares } from '../src/dashboard/compare';
import { share } from '../src/dashboard/job';
import { renamed } from '../src/dashboard/names';
import { moment, size } from '../src/dashboard/parts';
import { read, write, type Route } from '../src/dashboard/route';
import { request, rules, startWith } from '../src/dashboard/settings';
import { assign } from '../src/dashboard/understand';
import { bounds } from '../src/dashboard/wanted';
import type { Catalogs, Choice, Job, SeenColumn } from '../src/dashboard/wire';

const rule = (name: string, standard: boolean): Choice => ({ name, summary: '', standard, knobs: [] });
const column = (number: number, name: string, role: string | null): SeenColumn => ({ number, name, role, type: 'text', reason: '', examples: [] });

describe('addresses', () => {
  const id = (letter: string) => letter + '0123456789abcdef';
  const routes: Route[] = [
    { page: 'start' }, { page: 'run', run: id('r') }, { page: 'source', source: id('u') }, { page: 'again', from: id('r') }, { page: 'job', job: id('j') },
    { page: 'compare', a: id('r'), b: id('s'), by: 'segment', otherBy: 'cluster' },
  ];
  it.each(routes.map((r) => [r]))('%o comes back', (route) => expect(read(write(route).slice(1))).toEqual(route));
  it.each(['?run=../x', '?run=', '?a=r0123456789abcdef', '?run=%3Cscript%3E', '?source=U0123456789ABCDEF'])('%s leads to the start', (search) => expect(read(search)).toEqual({ page: 'start' }));
});

describe('columns', () => {
  const seen = [column(1, 'a', 'customer'), column(2, 'b', null), column(3, 'x', 'price'), column(4, 'x', null)];
  it('a role moves from one column to another', () => expect(assign(seen, {}, seen[1], 'customer').columns).toEqual({ customer: 'b' }));
  it('a column that changes its role leaves the other to nobody', () => expect(assign(seen, {}, seen[0], 'invoice').columns).toEqual({ customer: '', invoice: 'a' }));
  it('no role at all is said, too', () => expect(assign(seen, { columns: { date: 'd' } }, seen[0], '').columns).toEqual({ customer: '', date: 'd' }));
  it('of two columns with one name the number tells them apart', () => expect(assign(seen, {}, seen[3], 'amount').columns).toEqual({ amount: '4' }));
});

describe('settings', () => {
  const catalogs = {
    rules: [rule('duplicate-line', true), rule('outlier', false)],
    defaults: { segments: { method: 'both', map: 'codes', scoring: 'quantile', leastK: 2, mostK: 10, features: ['recency'], transform: 'log1p', scale: 'standard', seed: 0 }, cleaning: { returns: 'exclude', extra: [], without: [], maxRejects: 0.01 } },
  } as unknown as Catalogs;
  it('rules are told by what differs from the usual', () => {
    expect(rules(catalogs.rules, new Set(['duplicate-line']))).toEqual({ extra: [], without: [] });
    expect(rules(catalogs.rules, new Set(['outlier']))).toEqual({ extra: ['outlier'], without: ['duplicate-line'] });
  });
  it('an earlier run fills the form, and unknown parts of it stay out', () => {
    const settings = startWith(catalogs, { segments: { method: 'kmeans', leastK: 4, mostK: 4, starts: 99 }, cleaning: { returns: 'net', excludedCap: 5 } });
    expect(request(settings, 'sales')).toEqual({ command: 'segment', exports: [], segments: { ...catalogs.defaults.segments, method: 'kmeans', leastK: 4, mostK: 4 }, cleaning: { ...catalogs.defaults.cleaning, returns: 'net' } });
  });
  it('a table sends its own part only, rules that were left empty apart', () => {
    const settings = startWith(catalogs, { method: 'gmm', k: { least: 3, most: 5 }, seed: 7, features: ['Age'] });
    settings.table.cleaning = { outliers: 'iqr:clip', missing: ' ' };
    settings.table.encodings = ['Town=frequency'];
    expect(request(settings, 'table')).toEqual({ command: 'segment', exports: [], table: { method: 'gmm', leastK: 3, mostK: 5, seed: 7, features: ['Age'], encodings: ['Town=frequency'], cleaning: { outliers: 'iqr:clip' } } });
  });
});

describe('what is wanted', () => {
  const catalogs = {
    rules: [], defaults: {
      segments: { thresholds: {} }, cleaning: {}, cluster: { method: 'kmeans' },
      actions: { horizonDays: 90, margin: 0.4, contactCost: 0.5, most: 10, only: [], settings: {} },
    },
  } as unknown as Catalogs;
  it('bounds rise, are numbers and four at most', () => {
    expect(bounds('30, 90;180 365')).toEqual([30, 90, 180, 365]);
    expect(bounds('')).toEqual([]);
    for (const wrong of ['90, 30', '1, x', '1 1', '1 2 3 4 5']) expect(bounds(wrong)).toBeNull();
  });
  it('an earlier run says what was looked at and with which assumptions', () => {
    const settings = startWith(catalogs, { asOf: '2024-03-01T00:00:00' }, { command: 'report', actions: { margin: 0.3, settings: { 'win-back.response': 0.02 } }, exports: ['star'] });
    const asked = request(settings, 'sales', settings.asOf);
    expect(asked.command).toBe('report');
    expect(asked.exports).toEqual(['star']);
    expect(asked.actions).toEqual({ horizonDays: 90, margin: 0.3, contactCost: 0.5, most: 10, only: [], settings: { 'win-back.response': 0.02 } });
    expect(asked).not.toHaveProperty('asOf');
    expect(asked).not.toHaveProperty('with');
    settings.asOf = '';
    settings.with = [{ source: 'u1' }];
    expect(request(settings, 'sales', '2024-03-01T00:00:00')).toMatchObject({ asOf: '', with: [{ source: 'u1' }] });
  });
  it('only what segments hands over, and clusters send their own part', () => {
    const settings = startWith(catalogs);
    settings.command = 'explore';
    expect(request(settings, 'sales')).not.toHaveProperty('exports');
    settings.command = 'cluster';
    expect(request(settings, 'table')).toEqual({ command: 'cluster', cluster: { method: 'kmeans' } });
  });
});

describe('progress', () => {
  const job = (state: Job['state'], stage: string, done = 0, total = 0) => ({ id: '', title: '', state, stage, done, total, lines: 0, run: null, trouble: null }) as Job;
  it('rises from stage to stage', () => {
    const steps = [job('waiting', ''), job('running', 'reading', 1, 2), job('running', 'customers'), job('running', 'segments', 1, 2), job('running', 'writing'), job('done', 'writing')].map(share);
    expect([...steps].sort((a, b) => a - b)).toEqual(steps);
    expect(steps[1]).toBeCloseTo(0.3);
    expect(steps[5]).toBe(1);
  });
});

it('names of a person replace those of the run everywhere, and of no other kind', () => {
  const doc = {
    format: 1, names: { segment: { A: 'Best' } },
    segmentations: [{ key: 'segment' as const, method: 'rfm', map: '', segments: [{ name: 'A', why: '', group: '', customers: 1, money: '0', share: 1, moneyShare: 1, profile: [] }] }, { key: 'cluster' as const, method: 'kmeans', map: '', segments: [{ name: 'A', why: '', group: '', customers: 1, money: '0', share: 1, moneyShare: 1, profile: [] }] }],
    customers: { count: 1, rows: 1, aggregated: false, money: { decimals: 0, limbs: [] }, dimensions: [{ key: 'segment', kind: 'group' as const, unit: '', meaning: '', labels: ['A', 'B'], codes: '' }, { key: 'country', kind: 'category' as const, unit: '', meaning: '', labels: ['A'], codes: '' }] },
  };
  const shown = renamed(doc);
  expect(shown.segmentations!.map((s) => s.segments[0].name)).toEqual(['Best', 'A']);
  expect(shown.customers!.dimensions.map((d) => d.labels)).toEqual([['Best', 'B'], ['A']]);
  expect(doc.segmentations[0].segments[0].name).toBe('A');
  expect(renamed({ format: 1 })).toEqual({ format: 1 });
});

it('shares of a crossing are those of its rows', () => expect(shares([[1, 3], [0, 0]])).toEqual([[0.25, 0.75], [0, 0]]));

it.each([[999, '999 bytes'], [1234, '1.2 kB'], [45_000_000, '45 MB'], [2.5e9, '2.5 GB']])('%d bytes are %s', (bytes, text) => expect(size(bytes)).toBe(text));
it('a moment ends with its minute', () => expect(moment('2026-11-21T17:22:22Z')).toBe('2026-11-21 17:22'));
