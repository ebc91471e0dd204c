import { chart } from '../charts';
import type { CleaningData } from '../data/people';
import { count } from '../look/figures';
import { Card } from '../parts/card';
import { el, table } from '../parts/dom';
import type { View } from '../view';
import type { Section } from './section';

/** What every column of a customer table is and means, whether it forms the segments, and what was suspicious. */
export const columns: Section = {
  key: 'columns',
  title: 'The table',
  applies: (view) => view.doc.people !== undefined,
  build(view) {
    const { columns: all, cleaning, id, features } = view.doc.people!;
    return [
      el('p', { class: 'lead' }, `${count(all.length)} columns${id ? `; ${id} names the customers` : '; rows are numbered'}. ${features.length} of them form the segments: ${features.join(', ')}.`),
      table('Columns', [
        { title: 'Column', cell: (c) => c.name }, { title: 'Is', cell: (c) => c.type + (c.unit ? `, ${c.unit}` : '') }, { title: 'Means', cell: (c) => c.meaning || (c.expression ? `= ${c.expression}` : '') }, { title: 'Because', cell: (c) => c.why },
        { title: 'Forms segments', cell: (c) => `${c.forms ? 'yes' : 'no'}${c.because ? `: ${c.because}` : ''}` },
      ], all),
      ...cleaned(view, cleaning),
      ...understood(view),
    ];
  },
};

/** What cleaning took out and changed. */
export function cleaned(view: View, cleaning: CleaningData): (Node | string)[] {
  const rows = (n: number) => ({ value: n, text: `${count(n)} rows` });
  const dropped = cleaning.dropped.filter((d) => d.rows > 0);
  return [
    dropped.length > 0 ? el('div', { class: 'cards two' }, new Card(view, { title: 'From rows read to rows kept', chart: chart('waterfall'), reach: [],
      data: () => ({ what: 'Rows', start: { name: 'Read', ...rows(cleaning.read) }, end: { name: 'Kept', ...rows(cleaning.kept) }, steps: dropped.map((d) => ({ name: d.rule, ...rows(d.rows) })) }) }).element) : el('p', {}, `All ${count(cleaning.read)} rows were kept.`),
    cleaning.cells.length > 0 ? el('div', {}, el('h3', { class: 'between' }, 'Suspicious and changed values'), table('Suspicious and changed values', [
      { title: 'Column', cell: (c) => c.column }, { title: 'Cells', right: true, cell: (c) => count(c.cells) }, { title: 'What', cell: (c) => c.reason }, { title: 'Done', cell: (c) => c.action }, { title: 'Rule', cell: (c) => c.rule },
    ], cleaning.cells)) : '',
    cleaning.findings.length > 0 ? el('ul', {}, ...cleaning.findings.map((f) => el('li', {}, `${f.text}${f.count > 0 ? ` (${count(f.count)})` : ''}`))) : '',
  ];
}

/** How the files were read, and what to type if that is wrong. */
export function understood(view: View): (Node | string)[] {
  const decisions = (view.doc.layouts ?? []).flatMap((l, i) => l.decisions.map((d) => ({ ...d, file: view.doc.inputs?.[i]?.path ?? '' })));
  return [
    decisions.length > 0 ? el('details', {}, el('summary', {}, 'How the files were understood'), table('How the files were understood', [
      { title: 'What', cell: (d) => d.subject }, { title: 'Is', cell: (d) => d.value }, { title: 'Because', cell: (d) => d.reason }, { title: 'Otherwise', cell: (d) => d.override }, { title: 'File', cell: (d) => d.file },
    ], decisions)) : '',
  ];
}
