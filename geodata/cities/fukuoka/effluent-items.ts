/**
 * What a reader asks of the effluent, of the 42 items of 表V-3 (yearbook p. 56): its name there, a short one, and the
 * decimals it is printed with.
 */
export const effluentItems = [
  { item: 'BOD', short: 'BOD', decimals: 1 },
  { item: 'SS', short: 'SS', decimals: 0 },
  { item: '窒素含有量', short: 'T-N', decimals: 1 },
  { item: '燐含有量', short: 'T-P', decimals: 2 },
] as const;
