import { el } from '../parts/dom';

/** What went wrong, for the person, where it can be seen and heard. */
export function trouble(problem: unknown): HTMLElement {
  return el('p', { class: 'trouble', role: 'alert' }, problem instanceof Error ? problem.message : String(problem));
}

/** A button for something that takes a while: off while it is at work, and what goes wrong stands beside it. */
export function action(title: string, work: () => Promise<void>, kind = ''): HTMLElement {
  const said = el('span', {});
  const button = el('button', { type: 'button', class: kind, onclick: () => {
    button.disabled = true;
    said.replaceChildren();
    work().catch((problem: unknown) => said.replaceChildren(trouble(problem))).finally(() => { button.disabled = false; });
  } }, title);
  return el('span', { class: 'doing' }, button, said);
}

/** A size that a person can judge. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}

/** "2026-11-21T17:22:22Z" as day and minute. */
export function moment(text: string): string {
  return text.slice(0, 16).replace('T', ' ');
}
