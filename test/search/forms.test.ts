import { describe, expect, it } from 'vitest';
import { createSearchIndex } from '../../src/search/search-index.js';
import { search } from '../../src/search/search.js';
import { handwrittenForms } from './handwritten-forms.js';
import { readDocument } from './read-document.js';
import { generatedForms } from './written-forms.js';

const document = readDocument();
const index = createSearchIndex(document);
const forms = generatedForms(document, 600, 20250331);
const first = (query: string) => search(index, query).candidates[0];

describe('generated forms of real addresses', () => {
  it('covers every rule and all seven wards', () => {
    expect(new Set(forms.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(25);
    expect(new Set(forms.map(({ ward }) => ward)).size).toBe(7);
    expect(new Set(forms.map(({ written }) => written)).size).toBeGreaterThanOrEqual(500);
  });

  it('puts the meant town first in at least 98 of 100, at the level of a town', () => {
    const missed = forms.filter(({ written, town, ward }) => {
      const best = first(written);
      return best?.name !== town || best.ward !== ward || best.matchLevel !== 'town';
    });
    expect(missed.length / forms.length, JSON.stringify(missed, null, 1)).toBeLessThanOrEqual(0.02);
  });

  it('answers none with another ward, and claims a town in another ward nowhere in the list', () => {
    const strayed = forms.filter(({ rule, written, ward }) => {
      const { candidates } = search(index, written);
      const wardWritten = !/left out|name and number/.test(rule);
      const claims = candidates.filter(
        ({ matchLevel }) => matchLevel === 'town' || matchLevel === 'town-group',
      );
      return (
        candidates[0]?.ward !== ward || (wardWritten && claims.some((candidate) => candidate.ward !== ward))
      );
    });
    expect(strayed).toEqual([]);
  });

  it('keeps what follows the town, digits included', () => {
    for (const { written, rule } of forms.filter(({ rule }) => rule === 'dashes' || rule === 'building')) {
      expect(first(written)?.rest, `${rule}: ${written}`).toMatch(/^\d/);
    }
  });
});

describe('handwritten forms', () => {
  it.each(handwrittenForms)('$query → $level $name', ({ query, name, level, ward, rest }) => {
    const best = first(query);
    expect(best).toMatchObject({ name, matchLevel: level, wardMismatch: false });
    if (ward !== undefined) expect(best?.ward).toBe(ward);
    if (rest !== undefined) expect(best?.rest).toBe(rest);
  });
});
