/** Properties in `npm run mutation`: the same cases each time, and no search for a smaller case: one that fails is enough. */
import fc from 'fast-check';

fc.configureGlobal({ seed: 33, endOnFailure: true });
