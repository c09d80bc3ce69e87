import { distance, nearestPointOnLine, point } from '@turf/turf';
import fc from 'fast-check';
import type { Polygon } from 'geojson';
import type { Position } from '../../src/geometry/position.js';

/** Anywhere in and around Fukuoka. */
export const cityPosition: fc.Arbitrary<Position> = fc.tuple(
  fc.double({ min: 130.0, max: 130.6, noNaN: true }),
  fc.double({ min: 33.4, max: 33.9, noNaN: true }),
);

/** A star-shaped ring (never crossing itself) of 5–40 corners around a centre, radius in degrees. */
function starRing(centre: Position, radius: number, lengths: readonly number[]): [number, number][] {
  const ring = lengths.map((length, i): [number, number] => {
    const angle = (i / lengths.length) * 2 * Math.PI;
    const r = radius * (0.3 + 0.7 * length);
    return [centre[0] + r * Math.cos(angle), centre[1] + r * Math.sin(angle)];
  });
  return [...ring, ring[0] as [number, number]];
}

const lengths = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 40 });

/** Polygons with many corners, some with a hole. */
export const cityPolygon: fc.Arbitrary<Polygon> = fc
  .record({
    centre: cityPosition,
    radius: fc.double({ min: 0.002, max: 0.2, noNaN: true }),
    lengths,
    hole: fc.boolean(),
  })
  .map(({ centre, radius, lengths: outer, hole }) => ({
    type: 'Polygon',
    // The hole stays inside: its farthest corner is nearer than the outer ring's nearest chord.
    coordinates: [
      starRing(centre, radius, outer),
      ...(hole ? [starRing(centre, radius * 0.15, outer).reverse()] : []),
    ],
  }));

const step = fc.double({ min: -0.02, max: 0.02, noNaN: true });
/** A segment of up to about 3 km, as [longitude, latitude, longitude, latitude]. */
export const citySegment = fc
  .tuple(cityPosition, step, step)
  .map(([[x, y], dx, dy]): [number, number, number, number] => [x, y, x + dx, y + dy]);

/** Metres to one segment as turf says, without any index: the oracle. */
export function turfDistance([x, y]: Position, [x1, y1, x2, y2]: [number, number, number, number]): number {
  if (x1 === x2 && y1 === y2) return distance([x, y], [x1, y1], { units: 'meters' });
  const line = {
    type: 'LineString' as const,
    coordinates: [
      [x1, y1],
      [x2, y2],
    ],
  };
  return nearestPointOnLine(line, point([x, y]), { units: 'meters' }).properties.pointDistance;
}
