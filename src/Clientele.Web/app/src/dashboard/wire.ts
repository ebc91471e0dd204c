/** What goes over the wire: see /api/openapi.json. */
export interface Problem { code: string; title: string; detail: string; status: number }

export interface Session { key: string; version: string; mostUpload: number }

export interface SegmentFigures { method: string; name: string; customers: number; money: string | null; why: string }

export interface RunSummary {
  id: string; name: string; command: string; version: string; written: string; customers: number | null; inputs: string[];
  segments: SegmentFigures[]; hasReport: boolean; hasSegments: boolean; plan: unknown; actions: Partial<ActionsPlan> | null; exports: string[]; trouble: string | null;
}

export interface RunFile { name: string; bytes: number }

export interface Source { id: string; name: string; bytes: number; uploaded: boolean }

export interface Trouble { code: string; what: string; fix: string }

export interface SeenColumn { number: number; name: string; role: string | null; type: string; reason: string; examples: string[] }

export interface Understanding {
  kind: 'sales' | 'table' | ''; reason: string; bytes: number; columns: SeenColumn[];
  decisions: { subject: string; value: string; reason: string; override: string }[];
  preview: string[][]; lines: Record<string, string | number | null>[]; trouble: Trouble | null;
}

export interface Job {
  id: string; title: string; state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'; stage: string;
  done: number; total: number; lines: number; run: string | null; trouble: Trouble | null;
}

export interface Knob { name: string; summary: string; default: number; least: number; most: number; whole: boolean; words: string[] }

export interface Choice { name: string; summary: string; standard: boolean; knobs: Knob[] }

export interface SegmentsPlan {
  method: string; map: string; scoring: string; leastK: number; mostK: number; features: string[]; transform: string; scale: string; seed: number;
  thresholds: Record<string, number[]>;
}

export interface ActionsPlan { horizonDays: number; margin: number; contactCost: number; most: number; only: string[]; settings: Record<string, number> }

export interface ClusterPlan { method: string; scale: string; missing: string; columns: string[]; categorical: string[]; seed: number; leastK?: number; mostK?: number }

/** A table to join: a file, and its column of customer ids where it is not found out. */
export interface Join { source: string; key?: string }

export interface CleaningPlan { returns: string; extra: string[]; without: string[]; maxRejects: number }

export interface Catalogs {
  methods: Choice[]; maps: Choice[]; scorings: Choice[]; features: Choice[]; transforms: Choice[]; scales: Choice[]; returns: Choice[]; rules: Choice[];
  tableMethods: Choice[]; tableRules: Choice[]; types: Choice[]; roles: Choice[];
  salesRuns: Choice[]; tableRuns: Choice[]; plays: Choice[]; clusterMethods: Choice[]; exports: Choice[];
  defaults: { cleaning: CleaningPlan; segments: SegmentsPlan; actions: ActionsPlan; cluster: ClusterPlan };
}

export interface Reading {
  columns?: Record<string, string>; encoding?: string; delimiter?: string; decimal?: string; dateOrder?: string; timeZone?: string; headerLine?: number; sheet?: string;
}

export interface TablePlan { id?: string; types?: string[]; cleaning?: Record<string, string>; features?: string[]; encodings?: string[]; method?: string; leastK?: number; mostK?: number; seed?: number }

export interface PlanRequest {
  source?: string; from?: string; kind?: string; reading?: Reading; cleaning?: Partial<CleaningPlan>; segments?: Partial<SegmentsPlan>; table?: TablePlan;
  command?: string; with?: Join[]; asOf?: string; exports?: string[]; actions?: Partial<ActionsPlan>; cluster?: Partial<ClusterPlan>;
}

export interface ComparedRun { id: string; name: string; by: string; segments: { name: string; customers: number; money: string | null }[] }

export interface Comparison { a: ComparedRun; b: ComparedRun; crossing: number[][]; both: number; onlyA: number; onlyB: number }

export interface Order { at: string; money: string; lines: { product: string; description: string; units: string; money: string }[] }

export interface Orders { customer: string; orders: Order[]; returns: Order[]; linesLeftOut: number }
