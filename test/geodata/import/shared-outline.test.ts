import { describe, expect, it } from 'vitest';
import { mergeOfficial } from '../../../geodata/import/merge.js';
import type { LayerCollection } from '../../../geodata/import/layer-collection.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const text = readFileSync(
  join(import.meta.dirname, '../../../public/tiles/priority-districts.geojson'),
  'utf8',
);
const built = JSON.parse(text) as LayerCollection;
const marks = ({ features }: LayerCollection) =>
  features.flatMap(({ properties }) =>
    ['outlineName', 'drawnWith'].flatMap((name) => properties?.[name] ?? []),
  );

describe('an official outline for one of two districts that shared theirs', () => {
  it('ends the sharing: each is drawn with its own', () => {
    expect(marks(built)).toEqual(['原田(1)・原田(2)', 'priority-04']);
    for (const id of ['priority-04', 'priority-05']) {
      const own = built.features.find(({ properties }) => properties?.['id'] === id)!;
      const official = {
        ...own,
        geometry: {
          type: 'Polygon' as const,
          coordinates: [
            [
              [130.43, 33.61],
              [130.44, 33.61],
              [130.44, 33.62],
              [130.43, 33.61],
            ],
          ],
        },
      };
      const merged = mergeOfficial('priority-districts', built, [official]);
      expect(merged.features).toHaveLength(33);
      expect(marks(merged)).toEqual([]);
    }
    expect(marks(mergeOfficial('priority-districts', built, []))).toEqual(marks(built));
  });
});
