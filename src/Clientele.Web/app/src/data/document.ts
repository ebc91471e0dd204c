import type { ActionsData } from './actions';
import type { ClusteredData } from './clustered';
import type { DescribedData } from './described';
import type { AnalysisData, SlicesData } from './explored';
import type { ComponentsData, StabilityData, TreeData } from './found';
import type { PeopleData } from './people';
import type { BasketsData, ProductsData } from './shop';

/** The report's data, format 1: see ReportDocument in the library. Members may be missing; what belongs to them is then left out. */
export interface ReportDocument {
  format: number;
  version?: string;
  /** What the rows are; customers where it is missing. */
  of?: 'customers' | 'rows';
  plan?: { inputs: string[]; segments: { method: string; map: string; features: string[]; transform: string; scale: string; seed: number }; cleaning: { returns: string } };
  inputs?: { path: string; bytes: number; hash: string; lines: number }[];
  layouts?: { columns: Record<string, string>; decisions: { subject: string; value: string; reason: string; override: string }[] }[];
  totals?: { customers: number; orders: number; products: number; countries: number; first: string; last: string; asOf: string };
  audit?: Audit;
  segmentations?: SegmentationData[];
  search?: { chosen: number; elbow: number; reason: string; features: string[]; centres: number[][]; trials: { k: number; inertia: number; silhouette: number | null }[] };
  silhouettes?: { mean: number; customers: number; clusters: { customers: number; mean: number | null; scores: number[] }[] };
  components?: ComponentsData;
  stability?: StabilityData;
  tree?: TreeData;
  correlations?: { method: string; customers: number; measures: string[]; matrix: (number | null)[][] };
  agreement?: number | null;
  crossing?: number[][];
  notes?: string[];
  customers?: CustomersData;
  /** Every analysis of the exploration by name. */
  explore?: Record<string, AnalysisData>;
  slices?: SlicesData;
  products?: ProductsData;
  baskets?: BasketsData;
  actions?: ActionsData;
  people?: PeopleData;
  described?: DescribedData;
  clustered?: ClusteredData;
  /** A person's own names of segments, by kind and by the name that the run gave; the dashboard adds them. */
  names?: Record<string, Record<string, string>>;
  /** Sections that other stages feed: each a list of figures by chart name. */
  sections?: SheetData[];
}

export interface Audit {
  balanced: boolean;
  read: { lines: number; money: string };
  kept: { lines: number; money: string };
  excluded: { rule: string; words: string; lines: number; money: string }[];
  findings: { code: string; text: string; count: number }[];
}

export interface SegmentationData {
  key: 'segment' | 'cluster';
  method: string;
  map: string;
  segments: SegmentData[];
}

export interface SegmentData {
  name: string;
  why: string;
  group: string;
  customers: number;
  money: string;
  share: number;
  moneyShare: number;
  profile: { measure: string; unit: string; defined: number; mean: number | null; median: number | null }[];
}

export interface DimensionData {
  key: string;
  kind: 'group' | 'score' | 'category' | 'month' | 'bins';
  unit: string;
  meaning: string;
  labels?: string[];
  edges?: number[];
  logarithmic?: boolean;
  /** The last bin takes what lies above, too. */
  open?: boolean;
  codes: string;
}

export interface CustomersData {
  count: number;
  rows: number;
  aggregated: boolean;
  dimensions: DimensionData[];
  money: { decimals: number; limbs: string[] };
  counts?: string;
  ids?: string[];
  measures?: { key: string; unit: string; type: 'u16' | 'i32' | 'f32'; values: string }[];
}

/** A section made of figures from the catalog of charts, for stages that bring their own data. */
export interface SheetData {
  key: string;
  title: string;
  intro?: string;
  figures: { chart: string; title: string; note?: string; data: unknown }[];
}
