import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import area from '@turf/area';
import bbox from '@turf/bbox';
import { featureCollection } from '@turf/helpers';
import intersect from '@turf/intersect';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/catalog/layers.js';

/** Square metres two outlines may share along their border: corners are cut at six decimals. */
const seam = 200;
const tiles = join(import.meta.dirname, '../../../public/tiles');
type Area = Feature<Polygon | MultiPolygon, Record<string, unknown>>;

function drawnAreas(id: string): Area[] {
  const { features } = JSON.parse(readFileSync(join(tiles, `${id}.geojson`), 'utf8')) as FeatureCollection;
  return features.filter((feature): feature is Area => {
    const type = (feature as Feature | { geometry: null }).geometry?.type;
    return (type === 'Polygon' || type === 'MultiPolygon') && feature.properties?.['drawnWith'] === undefined;
  });
}

function sharedSquareMeters(one: Area, other: Area): number {
  const [west, south, east, north] = bbox(one);
  const [otherWest, otherSouth, otherEast, otherNorth] = bbox(other);
  if (west >= otherEast || otherWest >= east || south >= otherNorth || otherSouth >= north) return 0;
  const common = intersect(featureCollection([one, other]));
  return common ? area(common) : 0;
}

describe('what lies over what on the map', () => {
  const layers = catalogue.filter(
    ({ geometry, base, optional }) => geometry === 'polygon' && !base && !optional,
  );
  it.each(layers.map((entry) => [entry.id, entry] as const))(
    '%s: an area lies on another only where the legend shows it so',
    (id, { symbol }) => {
      const areas = drawnAreas(id);
      const categoryOf = ({ properties }: Area) =>
        symbol.categories.find(({ value }) => symbol.by && value === properties[symbol.by]);
      /** All values a category lies on, from the one right beneath it down. */
      const beneath = (value: string | undefined): string[] => {
        const lower = symbol.categories.find((each) => each.value === value)?.liesOn;
        return lower === undefined ? [] : [lower, ...beneath(lower)];
      };
      const over: string[] = [];
      areas.forEach((one, at) => {
        for (const other of areas.slice(at + 1)) {
          const [a, b] = [categoryOf(one)?.value ?? '', categoryOf(other)?.value ?? ''];
          const shown = beneath(a).includes(b) || beneath(b).includes(a);
          if (!shown && sharedSquareMeters(one, other) > seam)
            over.push(`${String(one.properties['name'])} and ${String(other.properties['name'])}`);
        }
      });
      expect(areas.length).toBeGreaterThan(0);
      expect(over).toEqual([]);
    },
  );
});
