import { area } from '@turf/area';
import { bboxPolygon } from '@turf/bbox-polygon';
import { intersect } from '@turf/intersect';
import type { Feature, Geometry, MultiPolygon } from 'geojson';
import { boundingBox, clipToBox } from './bounding-box.js';
import { halvesOf } from './cut-polygon.js';
import { multiPolygonOf, polygonsOf } from './explode.js';
import { turfRings } from './measure.js';
import type { PolygonIndex } from './polygon-index.js';
import { growBox, type BoundingBox } from './position.js';

/** turf's `intersect` reckons exactly, corner by corner: of so many it is asked at once. */
const fewCorners = 48;
const deepest = 14;
/** It throws where corners all but coincide ("Unable to complete output ring"): halves of the box are tried, so deep. */
const deepestRetry = 20;
/** `bboxClip` leaves edges along the box's sides: outside of what is asked about. */
const marginDegrees = 1e-4;
/** Shares of an area: what turf's sums of rounded terms differ by. */
const rounding = 1e-9;

/**
 * How many square metres of a geometry each indexed one covers, by its number: turf's `area` of turf's `intersect`.
 * The index names those whose box is near, and `bboxClip` cuts both into boxes until few corners are left in each, or
 * one of the two covers all of it.
 * @throws {Error} where `intersect` fails however small the box
 * @param geometry areas that do not overlap; null and what is no area has no share
 * @param index an index over `geometries`, in the same order
 */
export function sharedAreas(
  geometry: Geometry | null,
  index: PolygonIndex,
  geometries: readonly (Geometry | null)[],
): Map<number, number> {
  const areas = new Map<number, number>();
  for (const rings of polygonsOf(geometry)) {
    const own: MultiPolygon = { type: 'MultiPolygon', coordinates: [turfRings(rings)] };
    const box = boundingBox(own);
    if (!box) continue;
    for (const owner of index.near(box)) {
      const shared = sharedIn(growBox(box, marginDegrees), own, multiPolygonOf(geometries[owner] ?? null), 0);
      if (shared > 0) areas.set(owner, (areas.get(owner) ?? 0) + shared);
    }
  }
  return areas;
}

/** Square metres that two areas share inside a box. */
function sharedIn(box: BoundingBox, one: MultiPolygon, other: MultiPolygon, depth: number): number {
  const [a, b] = [clipToBox(one, box), clipToBox(other, box)];
  if (!a || !b) return 0;
  if (covers(b, box)) return area(a);
  if (covers(a, box)) return area(b);
  if (cornersOf(a) + cornersOf(b) <= fewCorners || depth >= deepest) {
    try {
      const shared = intersect({ type: 'FeatureCollection', features: [feature(a), feature(b)] });
      return shared ? area(shared) : 0;
    } catch (error) {
      // Cut otherwise, its corners lie otherwise.
      if (depth >= deepestRetry) throw error;
    }
  }
  return halvesOf(box).reduce((sum, half) => sum + sharedIn(half, a, b, depth + 1), 0);
}

function covers(areas: MultiPolygon, box: BoundingBox): boolean {
  const whole = area(bboxPolygon([...box]));
  // More than the box is no cover: a ring that winds twice counts twice, and may leave a place out.
  return Math.abs(area(areas) - whole) <= whole * rounding;
}

const cornersOf = ({ coordinates }: MultiPolygon) =>
  coordinates.reduce((sum, rings) => rings.reduce((corners, ring) => corners + ring.length, sum), 0);

const feature = (geometry: MultiPolygon): Feature<MultiPolygon> => ({
  type: 'Feature',
  properties: {},
  geometry,
});
