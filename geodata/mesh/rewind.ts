import type { Position } from '../../src/geometry/position.js';
import type { MultiPolygon, Polygon } from './dissolve.js';

type LoosePolygon = { type: 'Polygon'; coordinates: readonly (readonly Position[])[] };
type LooseMultiPolygon = { type: 'MultiPolygon'; coordinates: readonly (readonly (readonly Position[])[])[] };

function signedArea(ring: readonly Position[]): number {
  let sum = 0;
  for (let index = 1; index < ring.length; index++) {
    const [a, b] = [ring[index - 1]!, ring[index]!];
    sum += a[0] * b[1] - b[0] * a[1];
  }
  return sum;
}

/** Outer rings counter-clockwise, holes clockwise (RFC 7946), as the source's positions stand. */
export function rewind(geometry: LoosePolygon | LooseMultiPolygon): Polygon | MultiPolygon {
  const turn = (rings: readonly (readonly Position[])[]): [number, number][][] =>
    rings.map((ring, at) => {
      const positions = ring.map(([longitude, latitude]): [number, number] => [longitude, latitude]);
      return signedArea(ring) > 0 === (at === 0) ? positions : positions.reverse();
    });
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: turn(geometry.coordinates) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map(turn) };
}
