/** What features of a layer file share: written once, read back in every feature. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedProperties, spreadShared, withoutShared } from '../../src/catalog/shared-properties.js';

const properties = fc.record(
  {
    id: fc.string(),
    source: fc.constantFrom('a'.repeat(80), 'b'.repeat(80)),
    asOf: fc.constantFrom('2015-10-01', '2024-12-31'),
    method: fc.constantFrom('constructed', 'official'),
    note: fc.option(fc.string()),
  },
  { requiredKeys: ['id', 'source', 'asOf', 'method'] },
);

describe('shared properties', () => {
  it('come back to every feature as they were', () => {
    fc.assert(
      fc.property(fc.array(properties, { maxLength: 120 }), (all) => {
        const shared = sharedProperties(all);
        const file = {
          type: 'FeatureCollection',
          ...(shared && { shared }),
          features: all.map((each) => ({
            type: 'Feature',
            properties: withoutShared(each, shared),
            geometry: null,
          })),
        };
        const read = spreadShared(JSON.parse(JSON.stringify(file)) as typeof file);
        expect(read.features.map((each) => each.properties)).toEqual(JSON.parse(JSON.stringify(all)));
        expect(read).not.toHaveProperty('shared');
      }),
    );
  });

  it('are shared where that pays, and only what no map draws', () => {
    const alike = (count: number) =>
      Array.from({ length: count }, (_, at) => ({
        id: String(at),
        source: 's'.repeat(100),
        kind: 'k'.repeat(100),
      }));
    expect(sharedProperties(alike(100))).toEqual({ source: 's'.repeat(100) });
    expect(sharedProperties(alike(5))).toBeNull();
    expect(sharedProperties([])).toBeNull();
  });

  it('leave a file without them, and one that is damaged, as it is', () => {
    const plain = { type: 'FeatureCollection', features: [{ properties: { id: '1' } }] };
    expect(spreadShared(plain)).toBe(plain);
    const damaged = { shared: { source: 's' }, features: [null, { properties: null }, 3] };
    expect(spreadShared(damaged).features).toEqual(damaged.features);
    expect(spreadShared({ shared: [], features: 1 })).toEqual({ shared: [], features: 1 });
  });
});
