/** One analysis: a table and single figures. */
export interface AnalysisData {
  cannotTell: string | null;
  notes: string[];
  figures: Record<string, number | string | null>;
  columns: string[];
  rows: (number | string | null)[][];
}

/** Explored sales by segment: [segment][month], [segment][weekday × hours], [segment][place]. */
export interface SlicesData {
  money: boolean;
  hours: number;
  months: string[];
  orders: number[][];
  newCustomers: number[][];
  returningCustomers: number[][];
  sales?: number[][];
  newSales?: number[][];
  returningSales?: number[][];
  weekdayHours: number[][];
  places: { kind: 'country' | 'store' | 'category'; unit: string; labels: string[]; customers: number[][]; amounts: number[][]; monthly?: number[][] }[];
}

/** The rows of an analysis as records; texts and numbers as they stand. */
export function records(analysis: AnalysisData | undefined): Record<string, number | string | null>[] {
  return (analysis?.rows ?? []).map((row) => Object.fromEntries(analysis!.columns.map((c, i) => [c, row[i]])));
}

/** A number, or null where there is none. */
export function number(value: number | string | null | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
