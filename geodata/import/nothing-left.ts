import { importLayers, type ImportLayer } from './layers.js';
import { ImportFailure } from './problem.js';
import type { Tally } from './tally.js';

/** Why nothing of a file is left, where one reason stands out: shapes of another kind, or names that nobody has. */
export function nothingLeft(layer: ImportLayer, tally: Tally): ImportFailure {
  const [most] = [...tally.summary().skipped].sort((a, b) => b.count - a.count);
  const examples = most?.examples.join(', ');
  if (most?.reason === 'wrong-geometry')
    return new ImportFailure(`wants-${importLayers[layer].geometry}`, examples);
  if (most?.reason === 'not-in-table') return new ImportFailure('names-unknown', examples);
  return new ImportFailure('nothing-left');
}
