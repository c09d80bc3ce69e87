/**
 * `npm test` runs every property on the same cases each time, so that a red run can be repeated;
 * `FUZZ_SEED=random npm test -- unit` looks for new ones, `FUZZ_SEED=123` repeats a find.
 */
import fc from 'fast-check';

const asked = process.env['FUZZ_SEED'];
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked ?? 33) });
