/** Rows on the first two principal components of the scaled columns. */
export interface ComponentsData {
  /** Rows that the components were taken over. */
  rows: number;
  /** Every how many rows have a place here: 1 for all. */
  step: number;
  features: string[];
  /** Of the variation [2]. */
  shares: number[];
  /** [2][features]. */
  loadings: number[][];
  /** 32-bit floats [2][rows]. */
  places: string[];
  /** Where step is above 1: group of each, and values in their own units. */
  groups?: string;
  values?: { key: string; unit: string; values: string }[];
}

/** Whether each group comes back when rows are drawn anew. */
export interface StabilityData {
  rows: number;
  resamples: number;
  clusters: { jaccard: number | null; recovered: number | null; dissolved: number | null; word: string }[];
}

/** The top of a tree: leaves are branches that are not drawn further; merges count leaves first, then merges. */
export interface TreeData {
  linkage: string;
  /** The groups are a cut of this tree. */
  own: boolean;
  rows: number;
  of: number;
  agreement: number | null;
  cut: number | null;
  leaves: { rows: number; group: number; share: number | null; height: number }[];
  merges: [number, number, number][];
}
