import { el, table } from '../parts/dom';
import { post } from './api';
import { trouble } from './parts';
import type { Catalogs, Reading, SeenColumn, TablePlan, Understanding } from './wire';

/** What the person has said of a file so far. */
export interface Said { kind?: 'sales' | 'table'; reading: Reading; table: TablePlan }

/** Gives a column another role: what it had goes, and whoever had the role loses it. An empty name says that there is no such column. */
export function assign(seen: SeenColumn[], said: Reading, column: SeenColumn, role: string): Reading {
  const columns = { ...(said.columns ?? {}) };
  if (column.role && column.role !== role) columns[column.role] = '';
  if (role) columns[role] = seen.filter((c) => c.name === column.name).length > 1 ? String(column.number) : column.name;
  return { ...said, columns };
}

const written: [keyof Reading & ('dateOrder' | 'decimal' | 'delimiter'), string, [string, string][]][] = [
  ['dateOrder', 'Dates', [['', 'found out'], ['dmy', 'day month year'], ['mdy', 'month day year'], ['ymd', 'year month day'], ['excel', 'Excel days']]],
  ['decimal', 'Decimal mark', [['', 'found out'], ['point', 'point'], ['comma', 'comma']]],
  ['delimiter', 'Fields end with', [['', 'found out'], [',', 'comma'], [';', 'semicolon'], ['tab', 'tab'], ['|', 'pipe'], ['blanks', 'blanks']]],
];

/** Columns with what each means, why, and the first lines; every correction is looked at anew. */
export function understanding(source: string, catalogs: Catalogs, said: Said, changed: (seen: Understanding) => void): HTMLElement {
  const box = el('div', { class: 'understanding' });
  let turn = 0;
  const look = async (): Promise<void> => {
    const mine = ++turn;
    box.setAttribute('aria-busy', 'true');
    try {
      const seen = await post<Understanding>(`/api/sources/${source}/inspect`, { kind: said.kind, reading: said.reading, table: said.table });
      if (mine !== turn) return;
      box.replaceChildren(...draw(seen, catalogs, said, () => void look()));
      changed(seen);
    } catch (problem) {
      if (mine === turn) box.replaceChildren(trouble(problem), ...writing(said, () => void look()));
    } finally {
      if (mine === turn) box.removeAttribute('aria-busy');
    }
  };
  void look();
  return box;
}

function draw(seen: Understanding, catalogs: Catalogs, said: Said, again: () => void): (Node | string)[] {
  const kind = el('select', { id: 'kind', onchange: (event) => { said.kind = (event.target as HTMLSelectElement).value as Said['kind'] || undefined; again(); } },
    el('option', { value: '', selected: !said.kind }, 'found out'), el('option', { value: 'sales', selected: said.kind === 'sales' }, 'sales, a line each'), el('option', { value: 'table', selected: said.kind === 'table' }, 'a customer in each row'));
  return [
    el('p', { class: 'lead' }, seen.kind === 'sales' ? 'Taken as sales' : seen.kind === 'table' ? 'Taken as a table of customers' : 'Not understood yet', seen.reason ? `: ${seen.reason}.` : '.'),
    seen.trouble ? el('p', { class: 'trouble', role: 'alert' }, `${seen.trouble.what} ${seen.trouble.fix}`) : '',
    el('div', { class: 'tools' }, el('label', { class: 'choice' }, 'The file holds ', kind)), ...writing(said, again),
    table('Columns', [
      { title: 'Column', cell: (c) => c.name },
      { title: 'Means', cell: (c) => means(c, seen, catalogs, said, again) },
      { title: 'Type', cell: (c) => c.type },
      { title: 'For example', cell: (c) => c.examples.join(', ') },
    ], seen.columns),
    el('details', {}, el('summary', {}, 'The first lines'), table('The first lines', seen.columns.map((c, i) => ({ title: c.name, cell: (row: string[]) => row[i] })), seen.preview)),
    seen.decisions.length > 0 ? el('details', {}, el('summary', {}, 'What was decided, and why'), table('What was decided, and why', [
      { title: 'What', cell: (d) => d.subject }, { title: 'Is', cell: (d) => d.value }, { title: 'Because', cell: (d) => d.reason },
    ], seen.decisions)) : '',
  ];
}

function means(column: SeenColumn, seen: Understanding, catalogs: Catalogs, said: Said, again: () => void): Node | string {
  if (seen.kind === 'table') {
    if (column.role) return 'the customer';
    const chosen = said.table.types?.find((t) => t.startsWith(`${column.name}=`))?.slice(column.name.length + 1) ?? '';
    return el('select', { 'aria-label': `Type of ${column.name}`, onchange: (event) => {
      const type = (event.target as HTMLSelectElement).value;
      said.table.types = [...(said.table.types ?? []).filter((t) => !t.startsWith(`${column.name}=`)), ...(type ? [`${column.name}=${type}`] : [])];
      again();
    } }, el('option', { value: '', selected: chosen === '' }, 'found out'), ...catalogs.types.map((t) => el('option', { value: t.name, selected: t.name === chosen }, t.name)));
  }
  return el('select', { 'aria-label': `Meaning of ${column.name}`, onchange: (event) => { said.reading = assign(seen.columns, said.reading, column, (event.target as HTMLSelectElement).value); again(); } },
    el('option', { value: '', selected: column.role === null }, '–'), ...catalogs.roles.map((r) => el('option', { value: r.name, title: r.summary, selected: r.name === column.role }, r.name)));
}

function writing(said: Said, again: () => void): HTMLElement[] {
  return [el('div', { class: 'tools' }, ...written.map(([key, title, options]) => el('label', { class: 'choice' }, `${title} `, el('select', { onchange: (event) => {
    said.reading = { ...said.reading, [key]: (event.target as HTMLSelectElement).value || undefined };
    again();
  } }, ...options.map(([value, text]) => el('option', { value, selected: (said.reading[key] ?? '') === value }, text))))))];
}
