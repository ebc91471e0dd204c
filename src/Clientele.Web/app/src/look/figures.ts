import { many, one } from './who';

/** Whole numbers in groups of three. */
export function count(value: number): string {
  return Math.round(value).toString().replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

export function people(value: number): string {
  return `${count(value)} ${value === 1 ? one() : many()}`;
}

/** Three digits and a letter: 8.89 M. For axes and labels. */
export function compact(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return '–';
  for (const [unit, letter] of [[1e12, ' T'], [1e9, ' G'], [1e6, ' M'], [1e3, ' k']] as const) {
    if (size >= unit && (unit > 1e3 || size >= 1e4)) return minus(trimmed(value / unit)) + letter;
  }
  return minus(size >= 1000 ? count(value) : trimmed(value));
}

function minus(text: string): string {
  return text.replace('-', '−');
}

/** A typical value: whole from 100 on, else at most two decimals. */
export function typical(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 100) return (value < 0 ? '−' : '') + count(Math.abs(value));
  return String(Math.round(value * 100) / 100).replace('-', '−');
}

export function percent(share: number): string {
  if (share > 0 && share < 0.005) return '<1%';
  if (share < 1 && share > 0.995) return '>99%';
  return `${Math.round(share * 100)}%`;
}

const known: Record<string, string> = { r: 'Recency score', f: 'Frequency score', m: 'Money score', recency: 'Days since last order', frequency: 'Orders', monetary: 'Money spent', tenure: 'Days as a customer' };

/** "average_order_value" → "Average order value". */
export function words(key: string): string {
  if (known[key]) return known[key];
  const text = key.replace(/_/g, ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A key inside a sentence: "average order value"; names with capitals of their own stay. */
export function within(key: string): string {
  return known[key]?.toLowerCase() ?? key.replace(/_/g, ' ');
}

export function day(iso: string): string {
  const [year, month, date] = iso.slice(0, 10).split('-').map(Number);
  return `${date} ${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1]} ${year}`;
}

function trimmed(value: number): string {
  const size = Math.abs(value);
  return String(Number(value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.01 || size === 0 ? 2 : 5)));
}
