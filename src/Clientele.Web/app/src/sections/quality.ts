import { chart } from '../charts';
import { exact, parse, toNumber } from '../data/money';
import { count } from '../look/figures';
import { Card } from '../parts/card';
import { el, table } from '../parts/dom';
import type { Section } from './section';

/** Where every line and every cent went. */
export const quality: Section = {
  key: 'quality',
  title: 'Data quality',
  applies: (view) => view.doc.audit !== undefined,
  build(view) {
    const audit = view.doc.audit!;
    const money = (text: string) => ({ value: toNumber(parse(text)), text: exact(parse(text)) });
    const lines = (n: number) => ({ value: n, text: `${count(n)} lines` });
    const decisions = (view.doc.layouts ?? []).flatMap((l, i) => l.decisions.map((d) => ({ ...d, file: view.doc.inputs?.[i]?.path ?? '' })));
    return [
      el('p', { class: 'lead' }, audit.balanced ? 'It balances: every line and every cent stands in exactly one place.' : 'It does NOT balance. Please report this; do not use these figures.'),
      el('div', { class: 'cards two' },
        new Card(view, { title: 'From lines read to lines kept', chart: chart('waterfall'), data: () => ({
          what: 'Lines', start: { name: 'Read', ...lines(audit.read.lines) }, end: { name: 'Kept', ...lines(audit.kept.lines) }, steps: audit.excluded.map((e) => ({ name: e.words, ...lines(e.lines) })) }) }).element,
        new Card(view, { title: 'From money read to money kept', chart: chart('waterfall'), data: () => ({
          what: 'Money', start: { name: 'Read', ...money(audit.read.money) }, end: { name: 'Kept', ...money(audit.kept.money) }, steps: audit.excluded.map((e) => ({ name: e.words, ...money(e.money) })) }) }).element),
      audit.findings.length > 0 ? el('div', {}, el('h3', { class: 'between' }, 'What was noticed'), el('ul', {}, ...audit.findings.map((f) => el('li', {}, `${f.text}${f.count > 0 ? ` (${count(f.count)})` : ''}`)))) : '',
      decisions.length > 0 ? el('details', {}, el('summary', {}, 'How the files were understood'), table('How the files were understood', [
        { title: 'What', cell: (d) => d.subject }, { title: 'Is', cell: (d) => d.value }, { title: 'Because', cell: (d) => d.reason }, { title: 'Otherwise', cell: (d) => d.override }, { title: 'File', cell: (d) => d.file },
      ], decisions)) : '',
    ];
  },
};
