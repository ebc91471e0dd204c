import type { View } from '../view';

const mostLevels = 20;

/** What rows can be coloured and parted by: map and clusters; without them, properties with few values. */
export function groupings(view: View): [string, string][] {
  const found = (view.doc.segmentations ?? []).filter((s) => view.has(s.key)).map((s): [string, string] => [s.key, s.key === 'segment' ? (view.doc.people ? 'segments' : 'map') : 'clusters']);
  return found.length > 0 ? found : view.dimensions.filter((d) => d.kind === 'category' && d.labels.length > 1 && d.labels.length <= mostLevels).map((d): [string, string] => [d.key, d.title]);
}
