// What a row of the page stands for: a customer, or a row of any table. One page shows one kind.
let nouns = ['customer', 'customers'] as const as readonly [string, string];

/** Says what rows stand for, before anything is drawn. */
export function countWhat(of: 'customers' | 'rows' | undefined): void {
  nouns = of === 'rows' ? ['row', 'rows'] : ['customer', 'customers'];
}

export const one = (): string => nouns[0];

export const many = (): string => nouns[1];

/** At the start of a sentence. */
export const Many = (): string => nouns[1].charAt(0).toUpperCase() + nouns[1].slice(1);
