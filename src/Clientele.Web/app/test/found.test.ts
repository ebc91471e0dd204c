import { describe, expect, it } from 'vitest';
import { dendrogram } from '../src/charts/dendrogram';
import { legend } from '../src/charts/legend';
import { binLabels } from '../src/engine/dimension';
import { placeDimension } from '../src/engine/places';
import { look } from '../src/look/look';
import { countWhat } from '../src/look/who';
import { people, within } from '../src/look/figures';
import { loading } from '../src/sections/points';
import { ranked } from '../src/sections/strands';

describe('how groups were found', () => {
  it('puts every place into the bin whose edges hold it', () => {
    const values = Float64Array.from({ length: 500 }, (_, i) => Math.sin(i * 7.3) * 3.7 + (i % 5));
    const d = placeDimension('component-1', 'Component 1', values);
    expect(d.hidden).toBe(true);
    expect(d.labels.length).toBeLessThanOrEqual(41);
    values.forEach((v, i) => {
      expect(v).toBeGreaterThanOrEqual(d.edges![d.codes[i]] - 1e-9);
      expect(v).toBeLessThanOrEqual(d.edges![d.codes[i] + 1] + 1e-9);
    });
    expect(placeDimension('component-1', '', Float64Array.of(2, 2, 2)).codes).toEqual(Uint8Array.of(0, 0, 0));
  });

  it('says in words what weighs most', () => {
    expect(loading(['frequency', 'monetary', 'recency'], [0.6, 0.58, -0.55])).toBe('high orders, money spent; low days since last order');
    expect(loading(['Age', 'NumWebVisits'], [0.1, -0.99])).toBe('low NumWebVisits');
    expect(within('average_order_value')).toBe('average order value');
  });

  it('ranks with equal values in the middle of theirs', () => expect([...ranked(Float64Array.of(3, 1, 3, NaN, 9))]).toEqual([50, 0, 50, NaN, 100]));

  it('the last bin of an open scale says so', () => {
    expect(binLabels([0, 50_000, 100_000], true)).toEqual(['0–50 k', '50 k and more']);
    expect(binLabels([0, 50_000, 100_000])).toEqual(['0–50 k', '50 k–100 k']);
  });

  it('a legend takes the lines that its names need', () => {
    const [short, long] = [['a', 'b'], Array.from({ length: 5 }, (_, i) => `Frequent big spenders, number ${i}`)].map((n) => legend(look(false, false, false), n));
    expect(short.top).toBeLessThan(long.top);
    expect(legend(look(false, false, false), ['one']).legend).toBeUndefined();
    expect(legend(look(false, true, false), Array.from({ length: 30 }, (_, i) => `A long name for a group ${i}`)).legend!.type).toBe('scroll');
  });

  it('counts below each join add up, and rows of no group have no colour', () => {
    const figure = dendrogram.draw({ what: 'Groups', leaves: ['a', 'b', 'c'], merges: [[0, 1, 1], [3, 2, 4]], colours: [0, 0, null], sizes: [5, 7, 11], cut: 2 }, look(false, false, false));
    expect(figure.rows.map((r) => r[3])).toEqual(['12', '23']);
    const colours = (figure.option.series as { lineStyle: { color: string } }[]).map((s) => s.lineStyle.color);
    expect(new Set(colours)).toEqual(new Set([look(false, false, false).colour(0), look(false, false, false).soft]));
  });

  it('rows are called what they are', () => {
    countWhat('rows');
    expect(people(1)).toBe('1 row');
    countWhat(undefined);
    expect(people(2)).toBe('2 customers');
  });
});
