/** Limbs are integers below 10⁹; a double adds nine million of them exactly. */
const base = 1_000_000_000n;

/** Exact amounts, one per row: integers of 10^-decimals, cut into limbs, the lowest first. */
export interface MoneyColumn {
  decimals: number;
  limbs: Float64Array[];
}

/** An exact amount: whole units of 10^-decimals. */
export interface Amount {
  units: bigint;
  decimals: number;
}

/** What sums of limbs are together. */
export function amount(sums: ArrayLike<number>, decimals: number): Amount {
  let units = 0n;
  for (let i = sums.length - 1; i >= 0; i--) units = units * base + BigInt(sums[i]);
  return { units, decimals };
}

/** Rounded values for drawing and sorting, never for totals. */
export function approximate(money: MoneyColumn): Float64Array {
  const out = new Float64Array(money.limbs[0]?.length ?? 0);
  for (let i = 0; i < out.length; i++) {
    let value = 0;
    for (let l = money.limbs.length - 1; l >= 0; l--) value = value * 1e9 + money.limbs[l][i];
    out[i] = value / 10 ** money.decimals;
  }
  return out;
}

/** Exact digits in groups of three, at least two decimals: 8,887,208.894. */
export function exact(value: Amount): string {
  const sign = value.units < 0n ? '−' : '';
  const digits = (value.units < 0n ? -value.units : value.units).toString().padStart(value.decimals + 1, '0');
  const whole = digits.slice(0, digits.length - value.decimals).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const fraction = digits.slice(digits.length - value.decimals).replace(/0+$/, '').padEnd(2, '0');
  return `${sign}${whole}.${fraction}`;
}

/** An exact amount written with a decimal point: 8887208.894. */
export function parse(text: string): Amount {
  const [whole, fraction = ''] = text.split('.');
  return { units: BigInt(whole + fraction), decimals: fraction.length };
}

export function toNumber(value: Amount): number {
  return Number(value.units) / 10 ** value.decimals;
}
