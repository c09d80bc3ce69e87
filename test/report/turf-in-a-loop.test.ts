/** Every layer of the built city, asked through the index and by turf over every feature: the same to the last digit. */
import {
  booleanPointInPolygon,
  distance,
  nearestPointOnLine,
  point,
  pointToPolygonDistance,
} from '@turf/turf';
import fc from 'fast-check';
import type { Feature, LineString, MultiLineString, MultiPolygon, Point, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/catalog/layers.js';
import { city } from '../../src/catalog/city.js';
import { PolygonIndex } from '../../src/geometry/polygon-index.js';
import type { Position } from '../../src/geometry/position.js';
import { AreaLayer, roundMeters } from '../../src/report/area-layer.js';
import { builtIndex, builtLayers } from './built-data.js';

const meters = { units: 'meters' } as const;
const layers = catalogue
  .filter(({ id }) => builtLayers[id])
  .map(({ id }) => ({ id, features: builtLayers[id]!.features }));
const areal = layers.flatMap(({ id, features }) => {
  const areas = features.filter((feature): feature is Feature<Polygon | MultiPolygon> =>
    /Polygon$/.test(feature.geometry?.type ?? ''),
  );
  return areas.length > 0 ? [{ id, features, areas }] : [];
});
const linear = layers.flatMap(({ id, features }) => {
  const lines = features.filter((feature): feature is Feature<LineString | MultiLineString> =>
    /LineString$/.test(feature.geometry?.type ?? ''),
  );
  return lines.length > 0 ? [{ id, lines }] : [];
});

const [west, south, east, north] = city.bbox;
const random: readonly Position[] = fc.sample(
  fc.tuple(
    fc.double({ min: west, max: east, noNaN: true }),
    fc.double({ min: south, max: north, noNaN: true }),
  ),
  { numRuns: 300, seed: 33 },
);
/** Corners of the areas, and places on their edges. */
function onEdges(areas: readonly Feature<Polygon | MultiPolygon>[]): Position[] {
  const rings = areas.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
  );
  const corners = rings.flatMap((ring) =>
    ring.slice(1).map(([x = NaN, y = NaN], i): [Position, Position] => {
      const [fromX = NaN, fromY = NaN] = ring[i] ?? [];
      return [
        [x, y],
        [(x + fromX) / 2, (y + fromY) / 2],
      ];
    }),
  );
  const step = Math.ceil(corners.length / 150);
  return corners.filter((_, i) => i % step === 0).flat();
}

it('knows layers with areas, with lines and with points', () => {
  expect(areal.length).toBeGreaterThan(7);
  expect(linear.length).toBeGreaterThan(1);
});

describe('which areas hold a position', () => {
  it.each(areal)('$id', ({ features, areas }) => {
    const index = new PolygonIndex(features.map(({ geometry }) => geometry));
    let held = 0;
    for (const position of [...random, ...onEdges(areas)]) {
      const expected = features.flatMap((feature, i) =>
        /Polygon$/.test(feature.geometry?.type ?? '') &&
        booleanPointInPolygon([...position], feature as Feature<Polygon | MultiPolygon>)
          ? [i]
          : [],
      );
      expect(index.containing(position)).toEqual(expected);
      held += expected.length;
    }
    expect(held).toBeGreaterThan(100);
  });
});

describe('how far the edge of an area is', () => {
  // Without coast and city limit, which decide nothing, every edge counts: then it is the distance to the polygon.
  it.each(areal.filter(({ areas }) => areas.length < 60))('$id', ({ areas }) => {
    const layer = new AreaLayer(
      areas.map(({ geometry }) => ({ geometry, properties: { accuracyMeters: 150 } })),
      'overlapping',
      null,
    );
    const places = [...random.slice(0, 60), ...onEdges(areas).slice(0, 60)];
    let near = 0;
    for (const position of places) {
      const expected = areas.flatMap(({ geometry }, area) => {
        const signed = pointToPolygonDistance([...position], geometry, meters);
        const edgeMeters = roundMeters(Math.abs(signed));
        const inside = booleanPointInPolygon([...position], geometry);
        return inside || edgeMeters <= 150 ? [{ area, inside, edgeMeters }] : [];
      });
      const hits = layer.hits(position).map(({ area, inside, edgeMeters }) => ({ area, inside, edgeMeters }));
      expect(hits.sort((a, b) => a.area - b.area)).toEqual(expected);
      near += expected.length;
    }
    expect(near).toBeGreaterThan(20);
  });
});

describe('the nearest things', () => {
  it.each(['shelters', 'pumpStations', 'sewers', 'ponds'] as const)('%s', (kind) => {
    const asked = new Set(
      builtIndex[kind].find([130.4, 33.59], 5000).map(({ layer, id }) => `${layer} ${id}`),
    );
    const things = layers.flatMap(({ id, features }) =>
      features.filter(({ properties }) => asked.has(`${id} ${String(properties?.['id'])}`)),
    );
    expect(things).toHaveLength(asked.size);
    for (const position of random.slice(0, 100)) {
      const expected = things
        .map(({ geometry, properties }) => ({
          id: String(properties?.['id']),
          meters: metersTo(position, geometry as Point | LineString | MultiLineString),
        }))
        .sort((a, b) => a.meters - b.meters)
        .slice(0, 3);
      const found = builtIndex[kind].find(position, 3);
      expect(found.map(({ meters: each }) => each)).toEqual(expected.map((each) => roundMeters(each.meters)));
      // Two things at one place may stand in either order.
      const apart = expected.every((each, i) => i === 0 || each.meters > expected[i - 1]!.meters);
      if (apart) expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    }
  });
});

function metersTo(position: Position, geometry: Point | LineString | MultiLineString): number {
  if (geometry.type === 'Point') return distance([...position], geometry, meters);
  return nearestPointOnLine(geometry, point([...position]), meters).properties.pointDistance;
}
