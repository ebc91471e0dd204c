import { amount, approximate, type Amount, type MoneyColumn } from '../data/money';

/** What a code means that stands for "not defined". */
export const undefinedCode = 255;

/** Customers, and money in units of the smallest decimal, per value of one dimension, under the filters of all others. Whole numbers: nothing is left over when all have gone. */
export interface Tally {
  customers: Float64Array;
  money: Float64Array;
}

/**
 * The rows of a report under filters. One byte per row and dimension, one 32-bit mask per row that says which filters it fails.
 * A change of one filter touches only the rows whose fate it changes. Totals are exact: integers all along.
 */
export class Engine {
  readonly rows: number;
  readonly tallies: Tally[];
  readonly all: Tally[];
  /** Money per row, for drawing and sorting. */
  readonly money: Float64Array;
  private readonly units: Float64Array;
  /** 0 for a row that passes every filter. */
  readonly mask: Uint32Array;
  customers = 0;
  readonly customersInAll: number;
  private readonly filters: (Uint8Array | null)[];
  private readonly limbSums: Float64Array;
  // Of the rows that one change lets in or out: place, customers and money, with their sign.
  private readonly changed: Int32Array;
  private readonly people: Float64Array;
  private readonly sums: Float64Array;
  private readonly amountOfAll: Amount;

  constructor(readonly codes: Uint8Array[], private readonly amounts: MoneyColumn, readonly counts: Float64Array | null = null) {
    if (codes.length > 32) throw new RangeError(`${codes.length} dimensions; a mask holds 32.`);
    this.rows = codes[0]?.length ?? amounts.limbs[0]?.length ?? 0;
    this.mask = new Uint32Array(this.rows);
    this.changed = new Int32Array(this.rows);
    this.people = new Float64Array(this.rows);
    this.sums = new Float64Array(this.rows);
    this.units = approximate({ ...amounts, decimals: 0 });
    this.money = this.units.map((u) => u / 10 ** amounts.decimals);
    this.filters = codes.map(() => null);
    this.limbSums = new Float64Array(amounts.limbs.length);
    for (let i = 0; i < this.rows; i++) this.customers += counts ? counts[i] : 1;
    amounts.limbs.forEach((limb, l) => {
      for (let i = 0; i < this.rows; i++) this.limbSums[l] += limb[i];
    });
    this.customersInAll = this.customers;
    this.amountOfAll = this.amount;
    this.tallies = codes.map((column) => this.count(column));
    this.all = this.tallies.map((t) => ({ customers: t.customers.slice(), money: t.money.slice() }));
  }

  /** Exact money of the rows that pass. */
  get amount(): Amount {
    return amount(this.limbSums, this.amounts.decimals);
  }

  /** Exact money of all rows. */
  get amountInAll(): Amount {
    return this.amountOfAll;
  }

  get filtered(): boolean {
    return this.filters.some((f) => f !== null);
  }

  /** Allowed codes of a dimension [256]; null lets all pass. Cost: one look at each row, and work for rows that change. */
  filter(dimension: number, allowed: Uint8Array | null): void {
    const before = this.filters[dimension];
    this.filters[dimension] = allowed;
    const turns = new Uint8Array(256);
    let any = false;
    for (let code = 0; code < 256; code++) {
      const was = before === null || before[code] === 1;
      const is = allowed === null || allowed[code] === 1;
      turns[code] = was === is ? 0 : 1;
      any ||= was !== is;
    }
    if (!any) return;
    const count = this.turn(dimension, turns);
    for (let other = 0; other < this.codes.length; other++) {
      if (other !== dimension) this.move(this.tallies[other], this.codes[other], count);
    }
    this.moveTotals(count);
  }

  /** Turns the masks; rows that fail no other filter are put aside, rows that fail one other count in that dimension alone. */
  private turn(dimension: number, turns: Uint8Array): number {
    const bit = 1 << dimension;
    const column = this.codes[dimension];
    const { mask, changed, people, sums, units } = this;
    let count = 0;
    for (let i = 0; i < column.length; i++) {
      if (turns[column[i]] === 0) continue;
      mask[i] ^= bit;
      const others = mask[i] & ~bit;
      if (others === 0) {
        const sign = (mask[i] & bit) === 0 ? 1 : -1;
        changed[count] = i;
        people[count] = this.counts ? sign * this.counts[i] : sign;
        sums[count++] = sign * units[i];
      } else if ((others & (others - 1)) === 0) {
        const other = 31 - Math.clz32(others);
        const sign = (mask[i] & bit) === 0 ? 1 : -1;
        const weight = this.counts ? this.counts[i] : 1;
        this.tallies[other].customers[this.codes[other][i]] += sign * weight;
        this.tallies[other].money[this.codes[other][i]] += sign * this.units[i];
      }
    }
    return count;
  }

  private move(tally: Tally, column: Uint8Array, count: number): void {
    const { changed, people, sums } = this;
    const { customers, money } = tally;
    for (let c = 0; c < count; c++) {
      const code = column[changed[c]];
      customers[code] += people[c];
      money[code] += sums[c];
    }
  }

  private moveTotals(count: number): void {
    const { changed, people } = this;
    for (let c = 0; c < count; c++) this.customers += people[c];
    this.amounts.limbs.forEach((limb, l) => {
      let sum = this.limbSums[l];
      for (let c = 0; c < count; c++) sum += people[c] < 0 ? -limb[changed[c]] : limb[changed[c]];
      this.limbSums[l] = sum;
    });
  }

  private count(column: Uint8Array): Tally {
    const tally = { customers: new Float64Array(256), money: new Float64Array(256) };
    for (let i = 0; i < column.length; i++) {
      tally.customers[column[i]] += this.counts ? this.counts[i] : 1;
      tally.money[column[i]] += this.units[i];
    }
    return tally;
  }
}
