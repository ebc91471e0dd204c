import type { CleaningData } from './people';

export interface DescribedColumn {
  name: string;
  type: string;
  unit: string;
  meaning: string;
  why: string;
  expression: string | null;
  count: number;
  missing: number;
  distinct: number;
  mean?: number | null;
  median?: number | null;
  sd?: number | null;
  skewness?: number | null;
  /** Least, lower quartile, median, upper quartile, most. */
  spread?: (number | null)[];
  mode?: string | null;
  first?: string | null;
  last?: string | null;
}

/** What only a description tells. */
export interface DescribedData {
  rows: number;
  id: string | null;
  /** A customer table; false: the customers of a sales file. */
  table: boolean;
  columns: DescribedColumn[];
  associations?: { columns: string[]; matrix: (number | null)[][] };
  strongest: { a: string; b: string; measure: string; value: number | null; rows: number }[];
  cleaning?: CleaningData;
}
