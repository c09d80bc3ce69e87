import type { Geometry, Polygon } from 'geojson';
import polylabel from 'polylabel';
import { boundingBox } from './bounding-box.js';
import { geometryContains } from './contains.js';
import { polygonsOf } from './explode.js';
import { areaSquareMeters } from './length-area.js';
import { turfRings } from './measure.js';
import type { BoundingBox, Position } from './position.js';
import { parallelShare } from './sphere.js';

/** First precision as a share of the polygon's extent; finer by four each time the polygon is thinner than that. */
const firstShare = 1 / 60;
const mostTries = 5;
/** As a share of the extent: where nothing is so deep (a line drawn as an area), looking closer takes seconds. */
const finestShare = firstShare / 4 ** (mostTries - 1);
/** A box this much longer than wide holds nothing to look for: polylabel lays squares of its width along it. */
const sliverShare = 1e-4;

/**
 * Where the name of an area stands: the point of its largest part (by turf's area) that lies deepest inside
 * (polylabel), `[longitude, latitude]` to five decimals, about a metre. Null where the geometry has no polygon.
 */
export function labelPoint(geometry: Geometry | null): Position | null {
  const parts = polygonsOf(geometry).map((rings) => {
    const polygon = { type: 'Polygon' as const, coordinates: turfRings(rings) };
    return { polygon, area: areaSquareMeters(polygon) };
  });
  const [first] = parts;
  if (!first) return null;
  const largest = parts.reduce((best, part) => (part.area > best.area ? part : best), first).polygon;
  const box = boundingBox(largest);
  return box && deepestPoint(largest, box);
}

/**
 * Degrees of longitude are squeezed by the cosine of the latitude first, so that deepest in degrees is deepest on the
 * ground. At least half as deep as the deepest; a sliver gives the middle of its box, or a corner where that is outside.
 */
function deepestPoint(polygon: Polygon, [west, south, east, north]: BoundingBox): Position {
  const middle: Position = [(west + east) / 2, (south + north) / 2];
  const squeeze = parallelShare(middle[1]);
  const sides = [(east - west) * squeeze, north - south];
  const [narrow, wide] = [Math.min(...sides), Math.max(...sides)];
  const [x, y] = narrow > wide * sliverShare ? poleOf(polygon, squeeze, narrow, wide) : middle;
  const [cornerX = NaN, cornerY = NaN] = polygon.coordinates[0]?.[0] ?? [];
  // What is narrower than the last decimal keeps all of them.
  const offered: Position[] = [
    [round(x), round(y)],
    [x, y],
    [cornerX, cornerY],
  ];
  return offered.find((position) => geometryContains(polygon, position)) ?? [round(x), round(y)];
}

function poleOf(polygon: Polygon, squeeze: number, narrow: number, wide: number): Position {
  const flat = polygon.coordinates.map((ring) =>
    ring.map(([x = NaN, y = NaN]): [number, number] => [x * squeeze, y]),
  );
  let precision = Math.min(wide * firstShare, narrow / 2);
  let pole = polylabel(flat, precision);
  while (precision > wide * finestShare && pole.distance < precision) {
    precision /= 4;
    pole = polylabel(flat, precision);
  }
  return [pole[0] / squeeze, pole[1]];
}

function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
