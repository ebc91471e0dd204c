import type { Dimension } from './dimension';
import { undefinedCode } from './engine';

/** Chosen codes per dimension key; a key that is missing is not filtered. */
export type Choice = Map<string, Set<number>>;

const none = 'none';

/** The filters as they stand after the # of the address: segment=Champions&recency=0..20. */
export function write(choice: Choice, dimensions: Dimension[]): string {
  const parts: string[] = [];
  for (const d of dimensions) {
    const codes = choice.get(d.key);
    if (!codes || codes.size === 0) continue;
    const tokens = [...codes].sort((a, b) => a - b).map((c) => encodeURIComponent(c === undefinedCode ? none : d.tokens[c]));
    parts.push(`${encodeURIComponent(d.key)}=${tokens.join(',')}`);
  }
  return parts.join('&');
}

/** Filters of an address; what this report does not know is left out. */
export function read(address: string, dimensions: Dimension[]): Choice {
  const choice: Choice = new Map();
  for (const part of address.replace(/^#/, '').split('&')) {
    const at = part.indexOf('=');
    if (at < 0) continue;
    const d = dimensions.find((x) => x.key === plain(part.slice(0, at)));
    if (!d) continue;
    const codes = new Set<number>();
    for (const token of part.slice(at + 1).split(',')) {
      const text = plain(token);
      const code = d.tokens.indexOf(text);
      if (code >= 0) codes.add(code);
      else if (text === none) codes.add(undefinedCode);
    }
    if (codes.size > 0) choice.set(d.key, codes);
  }
  return choice;
}

function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
