import { words } from '../look/figures';
import { el } from '../parts/dom';
import { field, pick, ticks, whole } from './fields';
import { actionFields, clusterFields, dayField, joinFields, thresholdFields } from './wanted';
import type { ActionsPlan, Catalogs, Choice, CleaningPlan, ClusterPlan, Join, PlanRequest, RunSummary, SegmentsPlan, Source, TablePlan } from './wire';

/** What the form holds: for sales, or for a customer table. */
export interface Settings {
  /** What is looked at: segment, report, explore … */
  command: string;
  with: Join[]; asOf: string; exports: string[]; actions: ActionsPlan; cluster: ClusterPlan;
  segments: SegmentsPlan; cleaning: CleaningPlan; table: Required<Pick<TablePlan, 'method' | 'leastK' | 'mostK' | 'seed' | 'features' | 'encodings' | 'cleaning'>>;
}

/** The usual settings, or those of an earlier run as far as it says them. */
export function startWith(catalogs: Catalogs, plan?: unknown, run?: Pick<RunSummary, 'command' | 'actions' | 'exports'>): Settings {
  const before = (plan ?? {}) as { segments?: Partial<SegmentsPlan>; cleaning?: Partial<CleaningPlan>; k?: { least: number; most: number }; method?: string; features?: string[]; encodings?: string[]; seed?: number; asOf?: string | null; table?: { asOf?: string | null } };
  const over = <T extends object>(usual: T, given: Partial<T> | undefined): T => Object.fromEntries(Object.entries(usual).map(([key, value]) => [key, given?.[key as keyof T] ?? value])) as T;
  const copied = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
  return {
    command: run ? run.command.replace('segment-table', 'segment') : 'segment',
    with: [], asOf: before.asOf ?? before.table?.asOf ?? '', exports: [...(run?.exports ?? [])],
    actions: copied(over(catalogs.defaults.actions ?? {}, run?.actions ?? undefined)),
    cluster: copied(catalogs.defaults.cluster ?? {}),
    segments: over(catalogs.defaults.segments, before.segments),
    cleaning: over(catalogs.defaults.cleaning, before.cleaning),
    table: { method: before.method ?? 'kmeans', leastK: before.k?.least ?? 2, mostK: before.k?.most ?? 10, seed: before.seed ?? 0, features: before.features ?? [], encodings: before.encodings ?? [], cleaning: {} },
  };
}

/** Ticked rules as the plan has them: standard ones that are off, others that are on. */
export function rules(catalog: Choice[], on: Set<string>): { extra: string[]; without: string[] } {
  return { extra: catalog.filter((r) => !r.standard && on.has(r.name)).map((r) => r.name), without: catalog.filter((r) => r.standard && !on.has(r.name)).map((r) => r.name) };
}

/** Looks that hand over to other programs. */
export const exporting = ['segment', 'report'];

/** The part of a request that the form stands for. Joins that were not touched stay as they are in an earlier run. */
export function request(settings: Settings, kind: 'sales' | 'table', day = ''): PlanRequest {
  const { command } = settings;
  const common: PlanRequest = {
    command,
    ...(settings.with.length > 0 ? { with: settings.with } : {}),
    ...(settings.asOf !== day ? { asOf: settings.asOf } : {}),
    ...(exporting.includes(command) ? { exports: settings.exports } : {}),
  };
  if (kind === 'sales') return { ...common, segments: settings.segments, cleaning: settings.cleaning, ...(command === 'report' || command === 'actions' ? { actions: settings.actions } : {}) };
  if (command === 'cluster') return { command, cluster: settings.cluster };
  const { cleaning, ...table } = settings.table;
  const told = Object.fromEntries(Object.entries(cleaning).filter(([, how]) => how.trim() !== ''));
  return { ...common, table: Object.keys(told).length > 0 ? { ...table, cleaning: told } : table };
}

/** The form, made from the catalogs. It writes into the settings. */
export function settingsForm(catalogs: Catalogs, settings: Settings, kind: 'sales' | 'table', columns: string[], others: Source[] = []): HTMLElement {
  const box = el('div', { class: 'settings' });
  const runs = kind === 'sales' ? catalogs.salesRuns : catalogs.tableRuns;
  const draw = (): void => box.replaceChildren(
    el('fieldset', {}, el('legend', {}, 'What is looked at'), pick('Look', runs, settings.command, (v) => { settings.command = v; draw(); })),
    ...(kind === 'sales' ? salesFields(catalogs, settings, draw) : tableFields(catalogs, settings, columns)),
    ...(settings.command === 'cluster' ? [] : [el('fieldset', {}, el('legend', {}, 'Day'), dayField(settings.asOf, (v) => { settings.asOf = v; })), joinFields(settings.with, others)]),
    ...(exporting.includes(settings.command) ? [ticks('Hand over to other programs', catalogs.exports, new Set(settings.exports), (on) => { settings.exports = catalogs.exports.filter((e) => on.has(e.name)).map((e) => e.name); })] : []));
  draw();
  return box;
}

function salesFields(catalogs: Catalogs, { command, segments, cleaning, actions }: Settings, draw: () => void): HTMLElement[] {
  const on = new Set(catalogs.rules.filter((r) => (r.standard ? !cleaning.without.includes(r.name) : cleaning.extra.includes(r.name))).map((r) => r.name));
  const clusters = command === 'segment' || command === 'report';
  return [
    ...(command === 'report' || command === 'actions' ? actionFields(actions, catalogs.plays) : []),
    ...(command === 'explore' ? [] : [el('fieldset', {}, el('legend', {}, 'Segments'),
      ...(clusters ? [pick('Method', catalogs.methods, segments.method, (v) => { segments.method = v; })] : []),
      pick('Map', catalogs.maps, segments.map, (v) => { segments.map = v; }),
      pick('Scores', catalogs.scorings, segments.scoring, (v) => { segments.scoring = v; draw(); }),
      ...(clusters ? [
        whole('Clusters, at least', segments.leastK, 1, 50, (v) => { segments.leastK = v; }),
        whole('Clusters, at most', segments.mostK, 1, 50, (v) => { segments.mostK = v; }),
        pick('Change of values', catalogs.transforms, segments.transform, (v) => { segments.transform = v; }),
        pick('Scale', catalogs.scales, segments.scale, (v) => { segments.scale = v; }),
        whole('Seed', segments.seed, 0, Number.MAX_SAFE_INTEGER, (v) => { segments.seed = v; })] : []))]),
    ...(command !== 'explore' && segments.scoring === 'fixed' ? [thresholdFields(segments)] : []),
    ...(clusters ? [ticks('Clusters look at', catalogs.features, new Set(segments.features), (chosen) => { segments.features = catalogs.features.filter((f) => chosen.has(f.name)).map((f) => f.name); })] : []),
    el('fieldset', {}, el('legend', {}, 'Returns'), pick('Cancelled lines', catalogs.returns, cleaning.returns, (v) => { cleaning.returns = v; })),
    ticks('Lines to leave out', catalogs.rules, on, (chosen) => Object.assign(cleaning, rules(catalogs.rules, chosen)), ['unreadable-line']),
  ];
}

function tableFields(catalogs: Catalogs, { command, table, cluster }: Settings, columns: string[]): HTMLElement[] {
  if (command === 'cluster') return clusterFields(catalogs, cluster, columns);
  return [
    ...(command === 'describe' ? [] : [
      el('fieldset', {}, el('legend', {}, 'Segments'),
        pick('Method', catalogs.tableMethods, table.method, (v) => { table.method = v; }),
        whole('Segments, at least', table.leastK, 1, 50, (v) => { table.leastK = v; }),
        whole('Segments, at most', table.mostK, 1, 50, (v) => { table.mostK = v; }),
        whole('Seed', table.seed, 0, Number.MAX_SAFE_INTEGER, (v) => { table.seed = v; })),
      ticks('Columns that form the segments (none: chosen, with reasons)', columns.map((name) => ({ name, summary: '', standard: false, knobs: [] })), new Set(table.features), (chosen) => { table.features = columns.filter((c) => chosen.has(c)); }),
      el('fieldset', {}, el('legend', {}, 'Words'), field('Words that form segments', 'column=frequency, column=onehot or column=order, set apart by commas.',
        el('input', { type: 'text', value: table.encodings.join(', '), onchange: (event) => { table.encodings = (event.target as HTMLInputElement).value.split(',').map((t) => t.trim()).filter((t) => t !== ''); } })))]),
    el('fieldset', {}, el('legend', {}, 'Cleaning'), ...catalogs.tableRules.map((r) => field(words(r.name), `${r.summary} Takes ${r.knobs.map((k) => (k.words.length > 0 ? k.words.join(', ') : k.name)).join('; ')}, set apart by colons.`,
      el('input', { type: 'text', value: table.cleaning[r.name] ?? '', onchange: (event) => { table.cleaning[r.name] = (event.target as HTMLInputElement).value; } })))),
  ];
}
