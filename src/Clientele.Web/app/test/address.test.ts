import { describe, expect, it } from 'vitest';
import { read, write } from '../src/engine/address';
import { dimension, label } from '../src/engine/dimension';
import { names } from '../src/parts/filterbar';

const hostile = ['Champions', 'a&b=c,d', '</script><img src=x onerror=alert(1)>', '#%41', 'Ünïcode 東京', 'none'];
const group = dimension({ key: 'segment', kind: 'group', unit: '', meaning: '', labels: hostile, codes: btoa('\u0000') });
const bins = dimension({ key: 'recency', kind: 'bins', unit: 'days', meaning: '', edges: [0, 20, 40, 374.5], codes: btoa('\u0000') });
const all = [group, bins];

describe('address', () => {
  it('comes back the same, whatever the names', () => {
    for (let bits = 1; bits < 1 << hostile.length; bits++) {
      const choice = new Map([['segment', new Set(hostile.map((_, i) => i).filter((i) => bits & (1 << i)))], ['recency', new Set([0, 2])]]);
      expect(read(`#${write(choice, all)}`, all)).toEqual(choice);
    }
  });

  it('is readable', () => expect(write(new Map([['recency', new Set([1, 0])]]), all)).toBe('recency=0..20,20..40'));

  it.each(['', '#', '#segment', '#segment=', '#what=ever', '#segment=Nobody', '#%zz=%zz', '#recency=0..21', '#=&=&'])('leaves out what it does not know: %s', (address) => expect(read(address, all).size).toBe(0));
});

describe('labels', () => {
  it('says bins in words', () => expect(bins.labels).toEqual(['0–20', '20–40', '40–375']));
  it('says whole steps without overlap', () => expect(dimension({ key: 'x', kind: 'bins', unit: '', meaning: '', edges: [0, 1, 2, 10], codes: '' }).labels).toEqual(['0', '1', '2–9']));
  it('names what is not defined', () => expect(label(bins, 255)).toBe('not defined'));
  it('joins neighbours', () => {
    expect(names([3, 4, 5], String, true)).toBe('3 to 5');
    expect(names([3, 5, 6, 9], String, true)).toBe('3, 5, 6 and 1 more');
  });
});
