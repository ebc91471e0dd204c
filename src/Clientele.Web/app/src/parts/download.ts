import type { Cell } from '../charts/chart';

/** Hands a file to the person. Nothing leaves the page otherwise. */
export function download(name: string, content: Blob | string, type = 'text/plain'): void {
  const url = typeof content === 'string' && content.startsWith('data:') ? content : URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  if (!url.startsWith('data:')) setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function fileName(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60) || 'chart';
}

/** Comma, quotes where needed, and an apostrophe before what a spreadsheet would run as a formula. */
export function csv(columns: string[], rows: Cell[][]): string {
  return [columns, ...rows].map((row) => row.map(cell).join(',')).join('\n') + '\n';
}

function cell(value: Cell): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const armed = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) && !/^[+-]\d*\.?\d+$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(armed) ? `"${armed.replace(/"/g, '""')}"` : armed;
}
