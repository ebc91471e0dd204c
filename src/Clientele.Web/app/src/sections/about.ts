import { count, day } from '../look/figures';
import { el, table } from '../parts/dom';
import type { Section } from './section';

/** What went in, and how to do exactly this again. */
export const about: Section = {
  key: 'about',
  title: 'About this report',
  applies: () => true,
  build(view) {
    const { inputs, totals, plan, version } = view.doc;
    return [
      totals ? el('p', {}, `Days are counted back from ${day(totals.asOf)}. `, plan ? `Method: ${plan.segments.method}, map ${plan.segments.map}, seed ${plan.segments.seed}; returns: ${plan.cleaning.returns}. ` : '', 'The same files and the same plan give the same report: clientele run run.json.') : '',
      inputs && inputs.length > 0 ? table('Files', [
        { title: 'File', cell: (f) => f.path }, { title: 'Lines', right: true, cell: (f) => count(f.lines) }, { title: 'Bytes', right: true, cell: (f) => count(f.bytes) }, { title: 'Hash', cell: (f) => f.hash },
      ], inputs) : '',
      el('p', { class: 'quiet' }, `Made by Clientele ${version ?? ''}. ${view.openCustomer ? 'Shown by clientele serve; nothing leaves this machine.' : 'This page holds its data, loads nothing and sends nothing.'}`),
    ];
  },
};
