import { describe, expect, it } from 'vitest';
import { withSharedOutlines } from '../../src/catalog/shared-outlines.js';

const box = (west: number) => ({ type: 'Polygon', coordinates: [[[west, 33]]] });
const district = (id: string, geometry: unknown, more: Record<string, unknown> = {}) => ({
  properties: { id, name: `${id}町`, nameEn: id, ...more },
  geometry,
});

describe('withSharedOutlines', () => {
  it('draws one outline once, under the names of all that share it', () => {
    const features = withSharedOutlines([
      district('a', box(1)),
      district('b', box(2)),
      district('c', box(1)),
      district('d', box(1)),
    ]);
    expect(features.map(({ properties }) => properties)).toEqual([
      { id: 'a', name: 'a町', nameEn: 'a', outlineName: 'a町・c町・d町', outlineNameEn: 'a・c・d' },
      { id: 'b', name: 'b町', nameEn: 'b' },
      { id: 'c', name: 'c町', nameEn: 'c', drawnWith: 'a' },
      { id: 'd', name: 'd町', nameEn: 'd', drawnWith: 'a' },
    ]);
  });

  it('takes nothing unplaced for one outline', () => {
    const features = [district('a', null), district('b', null)];
    expect(withSharedOutlines(features)).toEqual(features);
  });

  it('forgets what stood there once an outline is its own', () => {
    const before = withSharedOutlines([district('a', box(1)), district('b', box(1))]);
    const [first, second] = before;
    const after = withSharedOutlines([first!, { ...second!, geometry: box(2) }]);
    expect(after.map(({ properties }) => Object.keys(properties))).toEqual([
      ['id', 'name', 'nameEn'],
      ['id', 'name', 'nameEn'],
    ]);
  });
});
