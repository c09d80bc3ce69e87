import type { Citation } from './provenance.js';

/**
 * Where a programme of the city applies, as far as the layers can tell.
 * - `city`: everywhere in it
 * - `outside-districts`: only where no public sewer is planned
 * - `separation-area`: only where combined sewers are being separated
 * - `unmapped`: its area is published, but not as anything this map holds
 */
export type ProgrammeRule = 'city' | 'outside-districts' | 'separation-area' | 'unmapped';

export interface Programme {
  id: string;
  rule: ProgrammeRule;
  source: Citation;
}
