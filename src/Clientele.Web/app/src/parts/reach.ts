import type { View } from '../view';
import { words } from '../look/figures';
import { many } from '../look/who';

/** Says which filters a card follows; marked while a filter is set that it does not follow. */
export function sayReach(view: View, element: HTMLElement, reach: string[]): void {
  const mine = reach.filter((key) => view.has(key));
  const others = [...view.choice.keys()].filter((key) => !mine.includes(key));
  const follows = mine.length > 0 ? `Follows the filter by ${mine.map((k) => words(k).toLowerCase()).join(' and ')}; no other.` : 'Filters do not change this card.';
  element.textContent = others.length > 0 ? `${follows} It shows more than the filtered ${many()} now.` : follows;
  element.classList.toggle('off', others.length > 0);
}

/** The key of the segmentation that sales are cut by, and the segments that the reader has chosen; all when none is. */
export function chosenSegments(view: View): { key: string; names: string[]; chosen: number[]; all: boolean } {
  const main = view.doc.segmentations?.[0];
  if (!main) return { key: '', names: [], chosen: [], all: true };
  const picked = view.choice.get(main.key);
  const all = !picked || picked.size === 0;
  return { key: main.key, names: main.segments.map((s) => s.name), chosen: main.segments.map((_, i) => i).filter((i) => all || picked.has(i)), all };
}

/** Sum of the chosen segments' rows. */
export function summed(table: number[][], chosen: number[]): number[] {
  const sum = (table[0] ?? []).map(() => 0);
  for (const s of chosen) table[s]?.forEach((v, i) => { sum[i] += v; });
  return sum;
}
