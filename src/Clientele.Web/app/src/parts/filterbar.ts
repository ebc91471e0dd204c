import { exact } from '../data/money';
import { label } from '../engine/dimension';
import { count, people } from '../look/figures';
import type { View } from '../view';
import { el } from './dom';

/** What is filtered, as chips, and what it comes to. Always in sight. */
export function filterBar(view: View): HTMLElement {
  const totals = el('p', { class: 'totals', role: 'status', 'aria-live': 'polite' });
  const chips = el('div', { class: 'chips' });
  const bar = el('div', { class: 'filters', role: 'region', 'aria-label': 'Filters' }, totals, chips);
  const money = view.has('monetary');
  const refresh = (): void => {
    const e = view.engine;
    totals.replaceChildren(
      el('strong', {}, count(e.customers)), ` of ${people(e.customersInAll)}`,
      ...(money ? [' · ', el('strong', {}, exact(e.amount)), e.filtered ? ` of ${exact(e.amountInAll)}` : ''] : []),
    );
    totals.dataset.customers = String(e.customers);
    totals.dataset.money = exact(e.amount);
    const made: HTMLElement[] = [];
    for (const d of view.dimensions) {
      const codes = view.choice.get(d.key);
      if (!codes) continue;
      const text = names([...codes].sort((a, b) => a - b), (c) => label(d, c), d.kind === 'bins' || d.kind === 'month' || d.kind === 'score');
      made.push(el('button', { type: 'button', class: 'chip', 'data-key': d.key, 'aria-label': `Remove the filter ${d.title}: ${text}`, onclick: () => view.set(d.key, []) },
        el('span', {}, `${d.title}: `), el('b', {}, text), el('span', { 'aria-hidden': 'true' }, ' ✕')));
    }
    if (made.length > 0) {
      made.push(el('button', { type: 'button', class: 'chip plain', onclick: () => view.clear() }, 'Clear all'));
      const copy = el('button', { type: 'button', class: 'chip plain', onclick: () => { void navigator.clipboard?.writeText(location.href).then(() => { copy.textContent = 'Copied'; }); } }, 'Copy link');
      if (navigator.clipboard) made.push(copy);
    }
    chips.replaceChildren(...made);
    bar.classList.toggle('on', made.length > 0);
  };
  view.follow({ refresh });
  refresh();
  return bar;
}

/** "a, b and 3 more"; neighbours on a scale as "a to c". */
export function names(codes: number[], text: (code: number) => string, ordered: boolean): string {
  if (ordered && codes.length > 2 && codes.every((c, i) => i === 0 || c === codes[i - 1] + 1)) return `${text(codes[0])} to ${text(codes[codes.length - 1])}`;
  const first = codes.slice(0, 3).map(text);
  return codes.length > 3 ? `${first.join(', ')} and ${codes.length - 3} more` : first.join(', ');
}
