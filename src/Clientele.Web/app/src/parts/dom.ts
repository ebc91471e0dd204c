type Child = Node | string | null | undefined | false;

/** An element with attributes and children. Texts become text nodes, so a hostile name stays a name. */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Record<string, string | boolean | ((event: Event) => void)> = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false) element.setAttribute(name, value);
  }
  for (const child of children) if (child !== null && child !== undefined && child !== false) element.append(child);
  return element;
}

export interface Column<R> {
  title: string;
  cell: (row: R) => Child;
  right?: boolean;
}

/** A plain table for a few rows. */
export function table<R>(caption: string, columns: Column<R>[], rows: R[]): HTMLElement {
  const body = el('tbody');
  for (const row of rows) {
    const tr = el('tr');
    columns.forEach((c, i) => tr.append(i === 0 ? el('th', { scope: 'row' }, c.cell(row)) : el('td', c.right ? { class: 'right' } : {}, c.cell(row))));
    body.append(tr);
  }
  const head = el('tr', {}, ...columns.map((c) => el('th', { scope: 'col', ...(c.right ? { class: 'right' } : {}) }, c.title)));
  return el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption }, el('table', {}, el('caption', { class: 'unseen' }, caption), el('thead', {}, head), body));
}

/** A select with its label. */
export function choice(label: string, options: [string, string][], value: string, changed: (value: string) => void): HTMLElement {
  const select = el('select', { onchange: (event) => changed((event.target as HTMLSelectElement).value) });
  for (const [key, text] of options) select.append(el('option', { value: key, selected: key === value }, text));
  return el('label', { class: 'choice' }, `${label} `, select);
}
