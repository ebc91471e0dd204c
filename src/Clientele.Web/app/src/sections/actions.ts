import { bytes } from '../data/decode';
import type { ActionData } from '../data/actions';
import { chart } from '../charts';
import { count, percent } from '../look/figures';
import { Card } from '../parts/card';
import { el } from '../parts/dom';
import type { View } from '../view';
import type { Section } from './section';

const sure = { high: 'quite sure', medium: 'fairly sure', low: 'not sure' } as const;

/** What to do on Monday, in order of money. */
export const actions: Section = {
  key: 'actions',
  title: 'What to do',
  applies: (view) => view.doc.actions !== undefined,
  build(view) {
    const data = view.doc.actions!;
    const most = Math.max(1, ...data.list.map((a) => a.gain.high));
    const least = Math.min(0, ...data.list.map((a) => a.gain.low));
    return [
      el('p', { class: 'lead' }, data.list.length === 0 ? 'Nothing was found that is expected to pay.' : `In order of money, looking ${data.horizonDays} days ahead, with a margin of ${percent(data.margin)} and ${data.contactCost} for reaching one customer. The bar is the range that holds the gain 95 times in 100 if the assumptions hold; the mark is what to expect.`),
      el('ol', { class: 'actions' }, ...data.list.map((a, i) => action(view, a, i, least, most))),
      data.list.length > 1 ? el('div', { class: 'cards' }, new Card(view, {
        title: 'Expected gain of each action', chart: chart('interval'), full: true, reach: [],
        data: () => ({ what: 'Expected gain', unit: '', rows: data.list.map((a, i) => ({ name: `${i + 1}. ${a.title}`, value: a.gain.expected, low: a.gain.low, high: a.gain.high, colour: 0, strong: a.sureness !== 'low' })) }),
      }).element) : '',
      data.left.length > 0 ? el('details', {}, el('summary', {}, `${data.left.length} more that were looked at and left`), el('ul', {}, ...data.left.map((a) => el('li', {}, `${a.title}: ${money(a.gain.expected)} expected (${money(a.gain.low)} to ${money(a.gain.high)}).`)))) : '',
      data.notes.length > 0 ? el('ul', { class: 'notes' }, ...data.notes.map((n) => el('li', {}, n))) : '',
    ];
  },
};

function action(view: View, a: ActionData, index: number, least: number, most: number): HTMLElement {
  const fact = (title: string, ...text: (Node | string)[]) => el('div', {}, el('dt', {}, title), el('dd', {}, ...text));
  const facts: Node[] = [fact('Who', a.who + (a.overlap > 0 ? ` ${percent(a.overlap)} of them stand in a list above, too.` : ''))];
  const now = reached(view, a);
  if (now) facts.push(fact('Under the filters', now));
  facts.push(fact('Why', a.why.join(' ')), fact('How sure', `${sure[a.sureness].charAt(0).toUpperCase()}${sure[a.sureness].slice(1)}: ${a.sureBecause}.`));
  if (a.products.length > 0) facts.push(fact('Products', a.products.slice(0, 5).join(', ') + (a.productCount > 5 ? ` and ${count(a.productCount - 5)} more` : '')));
  const terms: string[] = [];
  if (a.cost > 0) terms.push(`It costs ${money(a.cost)}.`);
  if (a.breakEven !== null && a.response !== null) terms.push(`It pays from ${small(a.breakEven)} of them on; ${small(a.response)} are assumed.`);
  if (a.controlGroup > 0) terms.push(`Leave ${count(a.controlGroup)} of them alone at random to see the effect.`);
  if (terms.length > 0) facts.push(fact('Break-even', terms.join(' ')));
  return el('li', { class: 'action' },
    el('header', {}, el('span', { class: 'number', 'aria-hidden': 'true' }, String(index + 1)), el('h3', {}, a.title), el('span', { class: `sure ${a.sureness}` }, sure[a.sureness])),
    el('div', { class: 'gain' }, el('b', {}, money(a.gain.expected)), el('span', {}, `expected, ${money(a.gain.low)} to ${money(a.gain.high)}`), range(a, least, most)),
    el('dl', {}, ...facts),
    el('details', {}, el('summary', {}, 'What is assumed'), el('ul', {}, ...a.assumptions.map((t) => el('li', {}, t)))));
}

/** The range on a scale that all actions share. Widths are set by script: the page's policy lets no style stand in it. */
function range(a: ActionData, least: number, most: number): HTMLElement {
  const at = (v: number) => `${(100 * (v - least)) / (most - least)}%`;
  const bar = el('span', { class: 'span' });
  bar.style.left = at(a.gain.low);
  bar.style.width = `${(100 * (a.gain.high - a.gain.low)) / (most - least)}%`;
  const mark = el('span', { class: 'mark' });
  mark.style.left = at(a.gain.expected);
  const zero = el('span', { class: 'zero' });
  zero.style.left = at(0);
  return el('div', { class: 'range', 'aria-hidden': 'true' }, zero, bar, mark);
}

/** How many of its customers pass the filters, kept up to date. */
function reached(view: View, a: ActionData): HTMLElement | null {
  if (!a.members || view.doc.customers?.aggregated !== false) return null;
  const bits = bytes(a.members);
  const text = el('span', {});
  const refresh = (): void => {
    let n = 0;
    for (let i = 0; i < view.engine.rows; i++) if ((bits[i >> 3] >> (i & 7)) & 1 && view.engine.mask[i] === 0) n++;
    const own = text.parentElement?.parentElement;
    if (own) own.hidden = !view.engine.filtered;
    text.textContent = `${count(n)} of its ${count(a.customers)} customers pass the filters; the money stays that of all of them.`;
  };
  view.follow({ refresh });
  window.setTimeout(refresh);
  return text;
}

function money(value: number): string {
  return `${value < 0 ? '−' : ''}${Math.abs(value) >= 100 ? count(Math.abs(value)) : Math.abs(value).toFixed(2)}`;
}

function small(share: number): string {
  return `${Math.round(share * 1e4) / 100}%`;
}
