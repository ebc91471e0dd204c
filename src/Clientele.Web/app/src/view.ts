import type { DimensionData, ReportDocument } from './data/document';
import { numbers } from './data/decode';
import { read, write, type Choice } from './engine/address';
import { dimension, type Dimension } from './engine/dimension';
import { Engine } from './engine/engine';
import { placeDimension } from './engine/places';
import { look, type Look } from './look/look';

/** A part of the page that follows the filters. */
export interface Follower {
  refresh(): void;
}

/** The report with what the reader has chosen: filters, grouping, theme. Every section and card looks at it. */
export class View {
  readonly dimensions: Dimension[];
  readonly engine: Engine;
  readonly measures: Map<string, Float64Array>;
  /** Place of each row on the principal components; empty where the page has no row for each. */
  readonly places: Float64Array[];
  choice: Choice = new Map();
  look: Look;
  /** Shows one customer's orders; null where no server can look them up. */
  openCustomer: ((customer: string) => void) | null = null;
  private readonly followers: Follower[] = [];
  private waiting = false;

  constructor(readonly doc: ReportDocument) {
    const customers = doc.customers;
    this.dimensions = (customers?.dimensions ?? []).slice(0, 29).map((d: DimensionData) => dimension(d));
    this.places = doc.components?.step === 1 && customers && !customers.aggregated ? doc.components.places.map((p) => numbers(p, 'f32')) : [];
    this.places.forEach((p, i) => this.dimensions.push(placeDimension(`component-${i + 1}`, `Component ${i + 1}`, p)));
    const limbs = (customers?.money.limbs ?? []).map((l) => numbers(l, 'i32'));
    this.engine = new Engine(this.dimensions.map((d) => d.codes), { decimals: customers?.money.decimals ?? 0, limbs }, customers?.counts ? numbers(customers.counts, 'i32') : null);
    this.measures = new Map((customers?.measures ?? []).map((m) => [m.key, numbers(m.values, m.type)]));
    if (customers && !customers.aggregated && this.has('monetary')) this.measures.set('monetary', this.engine.money);
    this.look = this.lookNow();
  }

  get decimals(): number {
    return this.doc.customers?.money.decimals ?? 0;
  }

  has(key: string): boolean {
    return this.dimensions.some((d) => d.key === key);
  }

  /** The place of a dimension, or -1. */
  at(key: string): number {
    return this.dimensions.findIndex((d) => d.key === key);
  }

  follow(follower: Follower): void {
    this.followers.push(follower);
  }

  /** A click on a mark: in when it is out, out when it is in. */
  toggle(key: string, codes: number[]): void {
    const chosen = new Set(this.choice.get(key) ?? []);
    const all = codes.every((c) => chosen.has(c));
    for (const code of codes) {
      if (all) chosen.delete(code);
      else chosen.add(code);
    }
    this.set(key, chosen);
  }

  /** Exactly these values; none at all takes the filter away. */
  set(key: string, codes: Iterable<number>): void {
    const next = new Map(this.choice);
    const chosen = new Set(codes);
    if (chosen.size === 0) next.delete(key);
    else next.set(key, chosen);
    this.apply(next);
  }

  clear(): void {
    this.apply(new Map());
  }

  /** Takes over the filters of the address. */
  open(address: string): void {
    this.apply(read(address, this.dimensions), false);
  }

  restyle(): void {
    this.look = this.lookNow();
    this.tell();
  }

  /** All followers, at the next frame: several changes at once are drawn once. */
  tell(): void {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      for (const follower of this.followers) follower.refresh();
    });
  }

  private apply(next: Choice, remember = true): void {
    this.dimensions.forEach((d, i) => {
      const [before, after] = [this.choice.get(d.key), next.get(d.key)];
      if (before === after) return;
      let allowed: Uint8Array | null = null;
      if (after) {
        allowed = new Uint8Array(256);
        for (const code of after) allowed[code] = 1;
      }
      this.engine.filter(i, allowed);
    });
    this.choice = next;
    if (remember) {
      const address = write(next, this.dimensions);
      history.replaceState(null, '', address ? `#${address}` : location.pathname + location.search);
    }
    this.tell();
  }

  private lookNow(): Look {
    const root = document.documentElement;
    const isDark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    return look(isDark && !root.classList.contains('printing'), window.innerWidth < 600, root.dataset.patterns === 'on');
  }
}
