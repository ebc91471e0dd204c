export interface Scores {
  inertia: number | null;
  silhouette: number | null;
  calinskiHarabasz: number | null;
  daviesBouldin: number | null;
  noise: number;
  sizes: number[];
}

/** How a table was clustered, and how other methods did. */
export interface ClusteredData {
  method: string;
  k: number;
  scale: string;
  missing: string;
  id: string | null;
  read: number;
  rows: number;
  /** Set where rows were put into clusters that were found before. */
  model: string | null;
  columns: string[];
  structure?: boolean;
  scores: Scores;
  comparison?: { recommended: string; recommendation: string; methods: (Partial<Scores> & { name: string; leftOut: string | null; k?: number })[] };
}
