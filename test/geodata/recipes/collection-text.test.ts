import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { collectionText, type Feature } from '../../../geodata/recipes/feature.js';
import { catalogue } from '../../../src/catalog/layers.js';
import type { Manifest } from '../../../src/catalog/manifest.js';
import { spreadShared } from '../../../src/catalog/shared-properties.js';

describe('the text of a layer file', () => {
  it('reads back as what was built: what is absent is null, and never what the others have in common', () => {
    const town = (at: number) => ({
      type: 'Feature',
      properties: {
        id: String(at),
        accuracyMeters: at % 40 === 0 ? null : 10,
        how: at % 50 === 0 ? null : 'census',
        page: at % 3 === 0 ? null : 7,
      },
      geometry: null,
    });
    const towns = Array.from({ length: 400 }, (_, at) => town(at)) as unknown as Feature[];
    const file = JSON.parse(collectionText(towns)) as { shared: object; features: Feature[] };
    expect(file.shared).toEqual({ how: 'census', accuracyMeters: 10 });
    const read = spreadShared(file).features.map(({ properties }) =>
      'page' in properties ? properties : Object.assign({ page: null }, properties),
    );
    expect(read).toEqual(towns.map(({ properties }) => properties));
  });

  it('shares nothing that is drawn: a map engine reads the files by itself', () => {
    const built = (file: string) => readFileSync(`public/tiles/${file}`, 'utf8');
    const { layers } = JSON.parse(built('manifest.json')) as Manifest;
    const drawnOf = ({ symbol, label }: (typeof catalogue)[number]) => [
      (symbol as { by?: string }).by,
      label?.property,
      label?.propertyEn,
    ];
    const shared = catalogue
      .filter(({ id }) => layers[id] !== undefined)
      .map((entry) => {
        const file = JSON.parse(built(`${entry.id}.geojson`)) as { shared?: object };
        return { entry, names: Object.keys(file.shared ?? {}) };
      });
    expect(shared.some(({ names }) => names.length > 0)).toBe(true);
    for (const { entry, names } of shared)
      expect(
        names.filter((name) => drawnOf(entry).includes(name)),
        entry.id,
      ).toEqual([]);
  });
});
