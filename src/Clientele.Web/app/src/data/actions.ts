export interface MoneyRange {
  expected: number;
  low: number;
  high: number;
}

export interface ActionData {
  play: string;
  title: string;
  who: string;
  why: string[];
  assumptions: string[];
  customers: number;
  gain: MoneyRange;
  sales: MoneyRange;
  cost: number;
  response: number | null;
  breakEven: number | null;
  sureness: 'low' | 'medium' | 'high';
  sureBecause: string;
  overlap: number;
  controlGroup: number;
  products: string[];
  productCount: number;
  /** One bit per row of the customers, lowest first. */
  members?: string;
}

/** What to do next, largest expected gain first. */
export interface ActionsData {
  horizonDays: number;
  margin: number;
  contactCost: number;
  notes: string[];
  list: ActionData[];
  left: ActionData[];
}
