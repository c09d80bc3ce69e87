import { nearestPointOnLine } from '@turf/nearest-point-on-line';
import Flatbush from 'flatbush';
import type { Geometry } from 'geojson';
import { metersPerDegree } from './ellipsoid.js';
import { runsOf } from './explode.js';
import { distanceMeters, turfPosition } from './measure.js';
import { positionOf, type Position } from './position.js';

/** One edge, or a lone position: both ends the same. */
type Segment = readonly [Position, Position];
interface Found {
  at: Position;
  meters: number;
}

/** The box searched is laid out on the ellipsoid, turf's sphere differs by up to 0.25 %. */
const boxMargin = 1.01;

function segmentsOf(geometry: Geometry | null): Segment[] {
  return runsOf(geometry).flatMap((run): Segment[] => {
    const path = run.map(positionOf);
    const [first] = path;
    if (!first) return [];
    if (path.length === 1) return [[first, first]];
    return path.slice(1).map((to, index) => [path[index] ?? to, to]);
  });
}

/**
 * Finds the vertex or edge to snap to among geometries in degrees: a box index narrows, turf's distance and
 * nearestPointOnLine decide. A lone point is a vertex and no edge. Built once for the layers that are shown.
 */
export class SnapIndex {
  readonly #segments: readonly Segment[];
  readonly #index: Flatbush | null;

  constructor(geometries: Iterable<Geometry | null>) {
    this.#segments = [...geometries].flatMap(segmentsOf);
    this.#index = this.#segments.length > 0 ? new Flatbush(this.#segments.length) : null;
    for (const [[ax, ay], [bx, by]] of this.#segments)
      this.#index?.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    this.#index?.finish();
  }

  /**
   * Where a position `[longitude, latitude]` snaps to within so many metres: a vertex before an edge, the nearer before
   * the farther; null when nothing is near.
   */
  snap(position: Position, withinMeters: number): Position | null {
    const near = this.#near(position, withinMeters);
    const nearer = (best: Found | null, found: Found) =>
      found.meters <= withinMeters && found.meters < (best?.meters ?? Infinity) ? found : best;
    const vertex = near
      .flat()
      .map((at): Found => ({ at, meters: distanceMeters(position, at) }))
      .reduce(nearer, null);
    if (vertex) return vertex.at;
    return near.map((segment) => footOn(segment, position)).reduce(nearer, null)?.at ?? null;
  }

  #near([longitude, latitude]: Position, withinMeters: number): Segment[] {
    const scale = metersPerDegree(latitude);
    const east = (boxMargin * withinMeters) / scale.east;
    const north = (boxMargin * withinMeters) / scale.north;
    const found =
      this.#index?.search(longitude - east, latitude - north, longitude + east, latitude + north) ?? [];
    return found.flatMap((number) => {
      const segment = this.#segments[number];
      return segment ? [segment] : [];
    });
  }
}

/** The place on an edge that is nearest to a position. */
function footOn([from, to]: Segment, position: Position): Found {
  const line = { type: 'LineString' as const, coordinates: [turfPosition(from), turfPosition(to)] };
  const foot = nearestPointOnLine(line, turfPosition(position), { units: 'meters' });
  return { at: positionOf(foot.geometry.coordinates), meters: foot.properties.pointDistance };
}
