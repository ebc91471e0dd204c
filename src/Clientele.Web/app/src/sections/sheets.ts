import { chart } from '../charts';
import { Card } from '../parts/card';
import { el } from '../parts/dom';
import type { Section } from './section';

/** Sections that other stages bring: a title, words, and figures by chart name. */
export const sheets: Section = {
  key: 'sheets',
  title: 'More',
  applies: (view) => (view.doc.sections ?? []).length > 0,
  build: (view) => (view.doc.sections ?? []).map((s) => el('div', { id: `sheet-${s.key}` },
    el('h3', { class: 'between' }, s.title), s.intro ? el('p', { class: 'lead' }, s.intro) : null,
    el('div', { class: 'cards' }, ...s.figures.map((f) => new Card(view, { title: f.title, note: f.note, chart: chart(f.chart), wide: ['heatmap', 'sankey', 'treemap', 'parallel', 'dendrogram'].includes(f.chart), data: () => f.data }).element)))),
};
