/** The five broad groups, best first, with what to do about each. */
export const groups: readonly { key: string; title: string; advice: string }[] = [
  { key: 'high-value', title: 'High value', advice: 'Thank them; never let them wait.' },
  { key: 'promising', title: 'Promising', advice: 'Bought lately, not much yet: give them a reason for the next order.' },
  { key: 'occasional', title: 'Occasional', advice: 'Buy now and then: remind them at the right season.' },
  { key: 'at-risk', title: 'At risk', advice: 'Bought well and have stopped: ask them back before they are gone.' },
  { key: 'lost', title: 'Lost', advice: 'Have not come back: spend little here.' },
];
