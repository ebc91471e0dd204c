import { describe, expect, it } from 'vitest';
import { numbers } from '../src/data/decode';
import { box, lorenz, quantile } from '../src/engine/statistics';
import { compact, percent, typical } from '../src/look/figures';
import { csv, fileName } from '../src/parts/download';
import { snakeData } from '../src/sections/segments';

describe('statistics', () => {
  it('quantiles are those of type 7', () => {
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
    expect(quantile([], 0.5)).toBeNaN();
    expect(box(Float64Array.from([5, 1, 3, 2, 4]))).toEqual([1.2, 2, 3, 4, 4.8]);
  });

  it('equal customers have a straight line and no concentration', () => {
    const { points, gini } = lorenz(new Array(100).fill(7));
    expect(gini).toBeCloseTo(0, 12);
    for (const [x, y] of points) expect(y).toBeCloseTo(x, 12);
  });

  it('one customer alone carries all', () => expect(lorenz([0, 0, 0, 10]).gini).toBeCloseTo(0.75, 12));

  it('weights stand for copies', () => {
    const [a, b] = [lorenz([1, 1, 5, 5, 5, 9]), lorenz([2, 15, 9], [2, 3, 1])];
    expect(b.gini).toBeCloseTo(a.gini, 12);
  });
});

describe('figures', () => {
  it.each([[8887208.894, '8.89 M'], [1234, '1,234'], [20000, '20 k'], [0.5, '0.5'], [0, '0'], [-1500000, '−1.5 M']])('compact %d is %s', (value, text) => expect(compact(value)).toBe(text));
  it.each([[0.004, '<1%'], [0.999, '>99%'], [0.62, '62%'], [0, '0%'], [1, '100%']])('share %d is %s', (value, text) => expect(percent(value)).toBe(text));
  it('typical values', () => expect([typical(1234.5), typical(12.345), typical(null), typical(-3)]).toEqual(['1,235', '12.35', '–', '−3']));
});

describe('files', () => {
  it('disarms formulas and quotes what needs it', () => {
    expect(csv(['a', 'b'], [['=1+1', 1.5], ['-12.5', NaN], ['x,"y"', 2], ['＝cmd', 3]])).toBe('a,b\n\'=1+1,1.5\n-12.5,\n"x,""y""",2\n\'＝cmd,3\n');
  });
  it('names files plainly', () => expect(fileName('../../Wer? <kauft>')).toBe('wer-kauft'));
});

it('numbers are little-endian on every machine', () => {
  expect([...numbers(btoa('\x01\x02\xff\xff'), 'u16')]).toEqual([513, 65535]);
  expect([...numbers(btoa('\xff\xff\xff\xff'), 'i32')]).toEqual([-1]);
  expect([...numbers(btoa('\x00\x00\xc0\x3f'), 'f32')]).toEqual([1.5]);
});

it('a profile is measured against the others', () => {
  const segment = (name: string, customers: number, median: number | null) => ({ name, why: '', group: 'lost', customers, money: '0', share: 0.5, moneyShare: 0, profile: [{ measure: 'recency', unit: 'days', defined: 1, mean: median, median }] });
  const data = snakeData({ key: 'segment', method: 'rfm', map: 'codes', segments: [segment('a', 1, 0), segment('b', 1, Math.E - 1), segment('c', 5, null)] }, [0, 1, 2]);
  expect(data.groups.map((g) => g.values[0])).toEqual([-1, 1, null]);
});
