import { el } from '../parts/dom';
import type { Choice } from './wire';

/** A field with its title and, below it, what it means. */
export function field(title: string, summary: string, input: HTMLElement): HTMLElement {
  return el('label', { class: 'field', title: summary }, el('span', {}, title), input, summary ? el('small', {}, summary) : '');
}

/** One of a catalog. */
export function pick(title: string, choices: Choice[], value: string, changed: (value: string) => void): HTMLElement {
  const summary = el('small', {}, choices.find((c) => c.name === value)?.summary ?? '');
  const select = el('select', { onchange: () => { changed(select.value); summary.textContent = choices.find((c) => c.name === select.value)?.summary ?? ''; } }, ...choices.map((c) => el('option', { value: c.name, selected: c.name === value }, c.name)));
  return el('label', { class: 'field' }, el('span', {}, title), select, summary);
}

/** A whole number in its range. */
export function whole(title: string, value: number, least: number, most: number, changed: (value: number) => void): HTMLElement {
  return figure(title, '', value, least, most, '1', changed);
}

/** A number in its range. */
export function figure(title: string, summary: string, value: number, least: number, most: number, step: string, changed: (value: number) => void): HTMLElement {
  const input = el('input', { type: 'number', 'aria-label': title, value: String(value), min: String(least), max: String(most), step, onchange: () => { if (input.checkValidity() && input.value !== '') changed(Number(input.value)); } });
  return field(title, summary, input);
}

/** Several of a catalog. */
export function ticks(title: string, choices: Choice[], on: Set<string>, changed: (on: Set<string>) => void, fixed: string[] = []): HTMLElement {
  return el('fieldset', { class: 'ticks' }, el('legend', {}, title), ...choices.map((c) => el('label', { title: c.summary }, el('input', { type: 'checkbox', name: c.name, checked: on.has(c.name), disabled: fixed.includes(c.name), onchange: (event) => {
    if ((event.target as HTMLInputElement).checked) on.add(c.name);
    else on.delete(c.name);
    changed(on);
  } }), ` ${c.name}`, c.summary ? el('small', {}, c.summary) : '')));
}
