import { describe, expect, it } from 'vitest';
import { amount, exact, parse } from '../src/data/money';
import { Engine, undefinedCode } from '../src/engine/engine';

/** Small, fast, seeded. */
function chance(seed: number): () => number {
  let s = seed >>> 0;
  return () => {
    s = (s + 0x6d2b79f5) >>> 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function make(rows: number, sizes: number[], seed: number, weighted: boolean) {
  const next = chance(seed);
  const codes = sizes.map((size) => Uint8Array.from({ length: rows }, () => (next() < 0.03 ? undefinedCode : Math.floor(next() * size))));
  const limbs = [Float64Array.from({ length: rows }, () => Math.floor(next() * 1e9)), Float64Array.from({ length: rows }, () => Math.floor(next() * 900))];
  const counts = weighted ? Float64Array.from({ length: rows }, () => 1 + Math.floor(next() * 50)) : null;
  return { next, codes, money: { decimals: 3, limbs }, counts };
}

/** The obvious way: look at every row, for everything. */
function plain(codes: Uint8Array[], limbs: Float64Array[], counts: Float64Array | null, filters: (Uint8Array | null)[]) {
  const tallies = codes.map(() => new Float64Array(256));
  let customers = 0;
  let units = 0n;
  for (let i = 0; i < codes[0].length; i++) {
    const fails = filters.map((f, d) => f !== null && f[codes[d][i]] === 0);
    const weight = counts ? counts[i] : 1;
    if (!fails.includes(true)) {
      customers += weight;
      units += BigInt(limbs[1][i]) * 1_000_000_000n + BigInt(limbs[0][i]);
    }
    codes.forEach((column, d) => {
      if (!fails.some((f, other) => f && other !== d)) tallies[d][column[i]] += weight;
    });
  }
  return { tallies, customers, units };
}

describe('engine', () => {
  it.each([false, true])('counts what the obvious way counts, over 1,000 random changes (weighted: %s)', (weighted) => {
    for (let round = 0; round < 100; round++) {
      const { next, codes, money, counts } = make(1 + Math.floor(round * 2.3), [3, 7, 24, 2], round + 1, weighted);
      const engine = new Engine(codes, money, counts);
      const filters: (Uint8Array | null)[] = codes.map(() => null);
      for (let step = 0; step < 10; step++) {
        const d = Math.floor(next() * codes.length);
        const allowed = next() < 0.3 ? null : Uint8Array.from({ length: 256 }, () => (next() < 0.5 ? 1 : 0));
        filters[d] = allowed;
        engine.filter(d, allowed);
        const expected = plain(codes, money.limbs, counts, filters);
        expect(engine.customers).toBe(expected.customers);
        expect(engine.amount.units).toBe(expected.units);
        engine.tallies.forEach((t, i) => expect(t.customers.every((n, code) => n === expected.tallies[i][code])).toBe(true));
      }
    }
  });

  it('comes back to the start when the filters go', () => {
    const { codes, money } = make(500, [4, 9], 7, false);
    const engine = new Engine(codes, money);
    const before = engine.amount.units;
    engine.filter(0, new Uint8Array(256));
    expect(engine.customers).toBe(0);
    expect(engine.amount.units).toBe(0n);
    engine.filter(0, null);
    expect(engine.customers).toBe(500);
    expect(engine.amount.units).toBe(before);
  });

  it('adds money beyond what a double holds', () => {
    const rows = 200_000;
    const limbs = [new Float64Array(rows).fill(999_999_999), new Float64Array(rows).fill(999_999_999)];
    const engine = new Engine([new Uint8Array(rows)], { decimals: 2, limbs });
    expect(engine.amount.units).toBe(999_999_999_999_999_999n * BigInt(rows));
    expect(exact(engine.amount)).toBe('1,999,999,999,999,999,998,000.00');
  });

  it('keeps up with a million customers', () => {
    const sizes = [11, 5, 5, 5, 5, 24, 24, 24, 24, 24, 24, 20, 24, 13];
    const { codes, money } = make(1_000_000, sizes, 3, false);
    const engine = new Engine(codes, money);
    const next = chance(5);
    const took: number[] = [];
    for (let click = 0; click < 60; click++) {
      const d = click % sizes.length;
      const allowed = click % 3 === 2 ? null : new Uint8Array(256).fill(1, 0, 1 + Math.floor(next() * sizes[d]));
      const start = performance.now();
      engine.filter(d, allowed);
      took.push(performance.now() - start);
    }
    took.sort((a, b) => a - b);
    console.log(`1,000,000 customers, ${sizes.length} dimensions: median ${took[30].toFixed(1)} ms, p95 ${took[56].toFixed(1)} ms`);
    expect(engine.customers).toBeLessThanOrEqual(1_000_000);
  }, 60_000);
});

describe('money', () => {
  it.each([['8887208.894', '8,887,208.894'], ['-0.5', '−0.50'], ['0', '0.00'], ['1234.5000', '1,234.50'], ['170000000000000000000.01', '170,000,000,000,000,000,000.01']])('writes %s as %s', (text, shown) => {
    expect(exact(parse(text))).toBe(shown);
  });

  it('joins limbs of one sign', () => expect(amount([-894, -1, -2], 3).units).toBe(-2_000_000_001_000_000_894n));
});
