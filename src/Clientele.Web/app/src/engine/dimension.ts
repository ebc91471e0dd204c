import type { DimensionData } from '../data/document';
import { bytes } from '../data/decode';
import { compact, words } from '../look/figures';
import { undefinedCode } from './engine';

/** One property to filter by: its values have labels for people and tokens for addresses. */
export interface Dimension {
  key: string;
  title: string;
  kind: DimensionData['kind'];
  unit: string;
  meaning: string;
  labels: string[];
  /** Stable across runs: a name, or the edges of a bin. */
  tokens: string[];
  edges: number[] | null;
  codes: Uint8Array;
  /** For brushes alone: it has no card and no column of its own. */
  hidden?: boolean;
}

export function dimension(data: DimensionData): Dimension {
  const labels = data.edges ? binLabels(data.edges, data.open) : (data.labels ?? []).slice();
  const tokens = data.edges ? data.edges.slice(0, -1).map((from, i) => `${from}..${data.edges![i + 1]}`) : labels.slice();
  return {
    key: data.key, title: words(data.key), kind: data.kind, unit: data.unit, meaning: data.meaning,
    labels, tokens, edges: data.edges ?? null, codes: bytes(data.codes),
  };
}

/** The label of a code; what is not defined has one, too. */
export function label(dimension: Dimension, code: number): string {
  return code === undefinedCode ? 'not defined' : dimension.labels[code] ?? `#${code}`;
}

/** "20–39" for whole steps, "5" for a step of one, "0.5–1" otherwise; the last bin takes what lies above. */
export function binLabels(edges: number[], open = false): string[] {
  const whole = edges.every((e) => Number.isInteger(e));
  return edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1];
    if (open && i === edges.length - 2) return `${compact(from)} and more`;
    if (whole && to - from === 1) return compact(from);
    return whole && to < 1000 ? `${compact(from)}–${compact(to - 1)}` : `${compact(from)}–${compact(to)}`;
  });
}
