import type { Programme, ProgrammeRule } from '../catalog/programmes.js';
import type { Certainty, ProgrammeAnswer } from './site-report-types.js';

/** What is known of the place; null where the layer that would tell is missing. */
export interface ProgrammeGround {
  treatment: Certainty | null;
  separation: Certainty | null;
}

type Applies = ProgrammeAnswer['applies'];

const judge: Readonly<Record<ProgrammeRule, (ground: ProgrammeGround) => Applies>> = {
  city: () => 'yes',
  unmapped: () => 'unknown',
  'outside-districts': ({ treatment }) =>
    treatment === 'outside' ? 'yes' : treatment === 'clear' ? 'no' : 'unknown',
  'separation-area': ({ separation }) =>
    separation === 'clear' ? 'yes' : separation === 'outside' ? 'no' : 'unknown',
};

/** Which of the city's programmes apply at a place inside the city; `unknown` rather than a guess. */
export function programmeAnswers(
  programmes: readonly Programme[],
  ground: ProgrammeGround,
): ProgrammeAnswer[] {
  return programmes.map(({ id, rule, source }) => ({ id, applies: judge[rule](ground), source }));
}
