/**
 * Whole answers of a small city, word for word and in order: names in both languages, levels, what of the query was
 * used and what was left, positions, references, and how many fit as well. A change here is a change of what people
 * are offered: look at it before `vitest -u`.
 */
import { beforeEach, expect, it } from 'vitest';
import type { Candidate } from '../../src/search/candidate.js';
import { createSearchIndex, type SearchIndex } from '../../src/search/search-index.js';
import { search } from '../../src/search/search.js';
import { queries } from './queries.js';
import { smallCity } from './small-city.js';

// Inside the tests: an index made while the file loads is judged by none of them (`npm run mutation`).
let index: SearchIndex;
beforeEach(() => {
  index = createSearchIndex(smallCity());
});

/** Everything a candidate says that its id does not. */
function inFull(candidate: Candidate): string {
  const { id, kind, name, nameEn, ward, position, featureRef, towns, wardMismatch } = candidate;
  const where = position?.join(' ') ?? '位置未公表';
  const reference = featureRef ? `${featureRef.layer}/${featureRef.id}` : '-';
  return [id, kind, name, nameEn, ward ?? '-', where, reference, towns.join('+') || '-', wardMismatch].join(
    ' | ',
  );
}

it.each(Object.entries(queries))('%s', (_habit, asked) => {
  const things = new Set<string>();
  const answers = asked.map((query) => {
    const { candidates, ambiguous, equallyGood, reason, outside } = search(index, query, { limit: 8 });
    candidates.forEach((candidate) => things.add(inFull(candidate)));
    const lines = candidates.map(
      ({ id, matchLevel, matched, rest, wardMismatch }) =>
        `  ${matchLevel}${wardMismatch ? ', other ward' : ''}: ${id} «${matched}» «${rest}»`,
    );
    return [
      `${JSON.stringify(query)} ${reason ?? (ambiguous ? equallyGood : 'one')} ${outside ?? ''}`,
      ...lines,
    ].join('\n');
  });
  expect(`${answers.join('\n')}\n\n${[...things].sort().join('\n')}`).toMatchSnapshot();
});
