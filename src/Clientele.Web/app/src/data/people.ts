/** What only a customer table tells; segments stand in their order, from 0. */
export interface PeopleData {
  order: string;
  reason: string;
  structure: string;
  alternative: string;
  agreement: number | null;
  fidelity: number | null;
  baseline: number | null;
  features: string[];
  tried: { k: number; inertia: number; silhouette: number | null }[];
  chosen: number;
  rules: { words: string; precision: number; coverage: number; lift: number; apart: string[] }[];
  effects: { column: string; level: string; measure: string; effect: (number | null)[]; value: (number | null)[]; overall: number | null }[];
  mixes: { family: string; columns: { column: string; overall: number | null; share: (number | null)[] }[] }[];
  answers: { campaign: string; segment: number; customers: number; yes: number; rate: number | null; low: number | null; high: number | null; overall: number | null; p: number | null; differs: boolean }[];
  id: string | null;
  columns: { name: string; type: string; unit: string; meaning: string; why: string; expression: string | null; forms: boolean; because: string }[];
  cleaning: CleaningData;
}

/** What cleaning a customer table did. */
export interface CleaningData {
  read: number;
  kept: number;
  balanced: boolean;
  dropped: { rule: string; rows: number }[];
  cells: { rule: string; column: string; cells: number; action: string; reason: string }[];
  findings: { code: string; text: string; count: number }[];
}
