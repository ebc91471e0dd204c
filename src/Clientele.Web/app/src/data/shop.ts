export interface RankedProduct {
  rank: number;
  code: string;
  name: string;
  category: string;
  money: number;
  share: number;
  cumulative: number;
  abc: string;
  xyz: string;
  stage: string;
  units: number;
  orders: number;
  customers: number;
  recent: number;
  earlier: number;
  returns: number | null;
  price: number | null;
  discounted: number | null;
}

export interface ProductsData {
  count: number;
  money: boolean;
  /** Names of the best segments. */
  best: string;
  coverWeeks: number;
  service: number;
  recentDays: number;
  notes: string[];
  classes: { abc: string; xyz: string; products: number; share: number }[];
  stages: { stage: string; products: number; share: number }[];
  ranking: RankedProduct[];
  dependence: { name: string; customers: number; customerShare: number; orderShare: number; own: number; baskets: number; regulars: number; regularsMoney: number }[];
  replenishment: { level: string; name: string; customers: number; repeaters: number; gaps: number; lower: number | null; median: number | null; upper: number | null; low: number | null; high: number | null }[];
  /** Without a segment: the whole shop. */
  cover: { name: string; segment: string | null; perWeek: number; expected: number; low: number; high: number; stock: number; weeks: number }[];
  substitutes: { one: string; other: string; similarity: number; together: number; expected: number }[];
}

export interface RuleData {
  if: string;
  then: string;
  orders: number;
  support: number;
  confidence: number;
  lift: number;
  p: number;
  proved: boolean;
}

export interface BasketsData {
  level: string;
  support: number;
  notes: string[];
  /** The whole shop first, then segment by segment. */
  scopes: { segment: string | null; orders: number; least: number; sets: number; rules: number; proved: number; best: RuleData[] }[];
  segments: string[];
  affinity: { level: 'category' | 'product'; items: string[]; cells: { segment: string; item: number; index: number; buyers: number; penetration: number; proved: boolean }[] }[];
  customersWithNext: number;
  next: { name: string; customers: number; gain: number }[];
}
