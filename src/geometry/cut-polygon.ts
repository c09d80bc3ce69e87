import type { Polygon, Position as GeoJsonPosition } from 'geojson';
import { boundingBox } from './bounding-box.js';
import { closedRing, type PolygonRings } from './explode.js';
import type { BoundingBox } from './position.js';

/** A polygon as it is inside a box: there, and only there, turf answers for it as for the whole polygon. */
export interface PolygonPiece {
  box: BoundingBox;
  polygon: Polygon;
}

/** turf walks every corner of what it is asked about: so many are soon walked. */
const fewCorners = 48;
const deepest = 16;

/**
 * Cuts a polygon into boxes side by side, until few corners matter in each. Boxes the polygon does not touch are left
 * out. Nothing is computed: corners are left out, none is moved or added, so that turf's answer inside a box is bit
 * for bit the one for the whole polygon. (`bboxClip` puts rounded corners on the box's sides; see
 * docs/decisions/0002-areas-cut-by-leaving-out-corners.md.)
 * @param rings outer ring and holes of `[longitude, latitude]`; a ring that is not closed is closed
 */
export function cutPolygon(rings: PolygonRings): PolygonPiece[] {
  const closed = rings.filter((ring) => ring.length > 0).map(closedRing);
  const box = boundingBox({ type: 'Polygon', coordinates: closed });
  const pieces: PolygonPiece[] = [];
  if (box) cut(closed, box, 0, pieces);
  return pieces;
}

function cut(rings: GeoJsonPosition[][], box: BoundingBox, depth: number, pieces: PolygonPiece[]): void {
  const corners = cornersOf(rings);
  if (corners > fewCorners && depth < deepest) {
    // The teeth of a comb stay whole one way and part the other; in a knot of lines no halving leaves much out.
    for (const across of [false, true]) {
      const halves = halvesOf(box, across).map((half) => ({ half, inHalf: ringsIn(rings, half) }));
      if (!halves.some(({ inHalf }) => cornersOf(inHalf) <= corners * 0.9)) continue;
      for (const { half, inHalf } of halves) if (inHalf.length > 0) cut(inHalf, half, depth + 1, pieces);
      return;
    }
  }
  pieces.push({ box, polygon: { type: 'Polygon', coordinates: rings } });
}

const cornersOf = (rings: readonly GeoJsonPosition[][]) =>
  rings.reduce((corners, ring) => corners + ring.length, 0);

/** Halves of a box, side by side along its longer side (in degrees), or along the shorter one. */
export function halvesOf(
  [west, south, east, north]: BoundingBox,
  alongShorter = false,
): [BoundingBox, BoundingBox] {
  if (east - west > north - south !== alongShorter) {
    const middle = (west + east) / 2;
    return [
      [west, south, middle, north],
      [middle, south, east, north],
    ];
  }
  const middle = (south + north) / 2;
  return [
    [west, south, east, middle],
    [west, middle, east, north],
  ];
}

function ringsIn(rings: readonly GeoJsonPosition[][], box: BoundingBox): GeoJsonPosition[][] {
  return rings.flatMap((ring) => {
    const inBox = ringIn(ring, box);
    return inBox ? [inBox] : [];
  });
}

/** On which sides of a box a position lies, as bits; 0 in the box and on its border. */
function outside([x = NaN, y = NaN]: GeoJsonPosition, [west, south, east, north]: BoundingBox): number {
  return (x < west ? 1 : 0) | (x > east ? 2 : 0) | (y < south ? 4 : 0) | (y > north ? 8 : 0);
}

/**
 * A ring without the corners that make no difference inside a box: where three corners in a row lie beyond the same
 * side of it, the way straight from the first to the third passes beyond that side too. Null when the whole ring does.
 */
function ringIn(ring: readonly GeoJsonPosition[], box: BoundingBox): GeoJsonPosition[] | null {
  const corners: GeoJsonPosition[] = [];
  const sides: number[] = [];
  const last = () => sides.length - 1;
  const dropLast = () => {
    corners.pop();
    sides.pop();
  };
  for (let i = 0; i + 1 < ring.length; i++) {
    const corner = ring[i] as GeoJsonPosition;
    const side = outside(corner, box);
    while (sides.length > 1 && ((sides[last()] as number) & (sides[last() - 1] as number) & side) !== 0)
      dropLast();
    corners.push(corner);
    sides.push(side);
  }
  while (
    sides.length > 2 &&
    ((sides[last()] as number) & (sides[last() - 1] as number) & (sides[0] as number)) !== 0
  )
    dropLast();
  // All of it beyond one side; a ring of two corners or one has no area, and yet a boundary.
  if (sides.reduce((common, side) => common & side, 15) !== 0) return null;
  return closedRing(corners);
}
