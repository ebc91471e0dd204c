import { el } from '../parts/dom';
import { words } from '../look/figures';
import type { Catalogs, Choice, CleaningPlan, PlanRequest, SegmentsPlan, TablePlan } from './wire';

/** What the form holds: for sales, or for a customer table. */
export interface Settings { segments: SegmentsPlan; cleaning: CleaningPlan; table: Required<Pick<TablePlan, 'method' | 'leastK' | 'mostK' | 'seed' | 'features' | 'cleaning'>> }

/** The usual settings, or those of an earlier run as far as it says them. */
export function startWith(catalogs: Catalogs, plan?: unknown): Settings {
  const before = (plan ?? {}) as { segments?: Partial<SegmentsPlan>; cleaning?: Partial<CleaningPlan>; k?: { least: number; most: number }; method?: string; features?: string[]; seed?: number };
  const pick = <T extends object>(usual: T, over: Partial<T> | undefined): T => Object.fromEntries(Object.entries(usual).map(([key, value]) => [key, over?.[key as keyof T] ?? value])) as T;
  return {
    segments: pick(catalogs.defaults.segments, before.segments),
    cleaning: pick(catalogs.defaults.cleaning, before.cleaning),
    table: { method: before.method ?? 'kmeans', leastK: before.k?.least ?? 2, mostK: before.k?.most ?? 10, seed: before.seed ?? 0, features: before.features ?? [], cleaning: {} },
  };
}

/** Ticked rules as the plan has them: standard ones that are off, others that are on. */
export function rules(catalog: Choice[], on: Set<string>): { extra: string[]; without: string[] } {
  return { extra: catalog.filter((r) => !r.standard && on.has(r.name)).map((r) => r.name), without: catalog.filter((r) => r.standard && !on.has(r.name)).map((r) => r.name) };
}

/** The part of a request that the form stands for. */
export function request(settings: Settings, kind: 'sales' | 'table'): Pick<PlanRequest, 'segments' | 'cleaning' | 'table'> {
  if (kind === 'sales') return { segments: settings.segments, cleaning: settings.cleaning };
  const { cleaning, ...table } = settings.table;
  const told = Object.fromEntries(Object.entries(cleaning).filter(([, how]) => how.trim() !== ''));
  return { table: Object.keys(told).length > 0 ? { ...table, cleaning: told } : table };
}

/** The form, made from the catalogs. It writes into the settings. */
export function settingsForm(catalogs: Catalogs, settings: Settings, kind: 'sales' | 'table', columns: string[]): HTMLElement {
  return kind === 'sales' ? salesForm(catalogs, settings) : tableForm(catalogs, settings, columns);
}

function salesForm(catalogs: Catalogs, { segments, cleaning }: Settings): HTMLElement {
  const on = new Set(catalogs.rules.filter((r) => (r.standard ? !cleaning.without.includes(r.name) : cleaning.extra.includes(r.name))).map((r) => r.name));
  return el('div', { class: 'settings' },
    el('fieldset', {}, el('legend', {}, 'Segments'),
      pick('Method', catalogs.methods, segments.method, (v) => { segments.method = v; }),
      pick('Map', catalogs.maps, segments.map, (v) => { segments.map = v; }),
      pick('Scores', catalogs.scorings.filter((s) => s.name !== 'fixed'), segments.scoring, (v) => { segments.scoring = v; }),
      whole('Clusters, at least', segments.leastK, 1, 50, (v) => { segments.leastK = v; }),
      whole('Clusters, at most', segments.mostK, 1, 50, (v) => { segments.mostK = v; }),
      pick('Change of values', catalogs.transforms, segments.transform, (v) => { segments.transform = v; }),
      pick('Scale', catalogs.scales, segments.scale, (v) => { segments.scale = v; }),
      whole('Seed', segments.seed, 0, Number.MAX_SAFE_INTEGER, (v) => { segments.seed = v; })),
    ticks('Clusters look at', catalogs.features, new Set(segments.features), (chosen) => { segments.features = catalogs.features.filter((f) => chosen.has(f.name)).map((f) => f.name); }),
    el('fieldset', {}, el('legend', {}, 'Returns'), pick('Cancelled lines', catalogs.returns, cleaning.returns, (v) => { cleaning.returns = v; })),
    ticks('Lines to leave out', catalogs.rules, on, (chosen) => Object.assign(cleaning, rules(catalogs.rules, chosen)), ['unreadable-line']));
}

function tableForm(catalogs: Catalogs, { table }: Settings, columns: string[]): HTMLElement {
  return el('div', { class: 'settings' },
    el('fieldset', {}, el('legend', {}, 'Segments'),
      pick('Method', catalogs.tableMethods, table.method, (v) => { table.method = v; }),
      whole('Segments, at least', table.leastK, 1, 50, (v) => { table.leastK = v; }),
      whole('Segments, at most', table.mostK, 1, 50, (v) => { table.mostK = v; }),
      whole('Seed', table.seed, 0, Number.MAX_SAFE_INTEGER, (v) => { table.seed = v; })),
    ticks('Columns that form the segments (none: chosen, with reasons)', columns.map((name) => ({ name, summary: '', standard: false, knobs: [] })), new Set(table.features), (chosen) => { table.features = columns.filter((c) => chosen.has(c)); }),
    el('fieldset', {}, el('legend', {}, 'Cleaning'), ...catalogs.tableRules.map((r) => field(words(r.name), `${r.summary} Takes ${r.knobs.map((k) => (k.words.length > 0 ? k.words.join(', ') : k.name)).join('; ')}, set apart by colons.`,
      el('input', { type: 'text', value: table.cleaning[r.name] ?? '', onchange: (event) => { table.cleaning[r.name] = (event.target as HTMLInputElement).value; } })))));
}

function field(title: string, summary: string, input: HTMLElement): HTMLElement {
  return el('label', { class: 'field', title: summary }, el('span', {}, title), input, summary ? el('small', {}, summary) : '');
}

function pick(title: string, choices: Choice[], value: string, changed: (value: string) => void): HTMLElement {
  const summary = el('small', {}, choices.find((c) => c.name === value)?.summary ?? '');
  const select = el('select', { onchange: () => { changed(select.value); summary.textContent = choices.find((c) => c.name === select.value)?.summary ?? ''; } }, ...choices.map((c) => el('option', { value: c.name, selected: c.name === value }, c.name)));
  return el('label', { class: 'field' }, el('span', {}, title), select, summary);
}

function whole(title: string, value: number, least: number, most: number, changed: (value: number) => void): HTMLElement {
  const input = el('input', { type: 'number', value: String(value), min: String(least), max: String(most), step: '1', onchange: () => { if (input.checkValidity() && input.value !== '') changed(Number(input.value)); } });
  return field(title, '', input);
}

function ticks(title: string, choices: Choice[], on: Set<string>, changed: (on: Set<string>) => void, fixed: string[] = []): HTMLElement {
  return el('fieldset', { class: 'ticks' }, el('legend', {}, title), ...choices.map((c) => el('label', { title: c.summary }, el('input', { type: 'checkbox', name: c.name, checked: on.has(c.name), disabled: fixed.includes(c.name), onchange: (event) => {
    if ((event.target as HTMLInputElement).checked) on.add(c.name);
    else on.delete(c.name);
    changed(on);
  } }), ` ${c.name}`, c.summary ? el('small', {}, c.summary) : '')));
}
