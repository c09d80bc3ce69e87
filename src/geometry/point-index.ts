import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import Flatbush from 'flatbush';
import type { Geometry } from 'geojson';
import { cutPolygon, type PolygonPiece } from './cut-polygon.js';
import { polygonsOf } from './explode.js';
import { turfPosition } from './measure.js';
import type { Position } from './position.js';

/** Many points, several of them perhaps on one spot: the index names those of a box, and whoever asks decides. */
export class PointIndex {
  /** Each spot once, with the first point's number. Without it, points on one spot are held against each other. */
  readonly #spots: { at: Position; number: number }[] = [];
  readonly #tree: Flatbush | null;

  /** Points that are no figures are found by nobody. */
  constructor(points: readonly Position[]) {
    const seen = new Set<string>();
    for (const [number, [x, y]] of points.entries()) {
      const key = `${x},${y}`;
      if (seen.has(key) || !Number.isFinite(x) || !Number.isFinite(y)) continue;
      seen.add(key);
      this.#spots.push({ at: [x, y], number });
    }
    // Flatbush refuses to be built empty.
    this.#tree = this.#spots.length > 0 ? new Flatbush(this.#spots.length) : null;
    for (const {
      at: [x, y],
    } of this.#spots)
      this.#tree?.add(x, y, x, y);
    this.#tree?.finish();
  }

  /** Number of the point nearest by a straight line in the points' own unit, at most so far away; the first of one spot. */
  nearest([x, y]: Position, within: number): number | null {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
    const [spot = -1] = this.#tree?.neighbors(x, y, 1, within) ?? [];
    return this.#spots[spot]?.number ?? null;
  }

  /** Whether an area holds one of the points, as `geometryContains` has it: the boundary counts. Degrees. */
  isAnyIn(area: Geometry | null): boolean {
    return polygonsOf(area).some((rings) => cutPolygon(rings).some((piece) => this.#isAnyInPiece(piece)));
  }

  #isAnyInPiece({ box, polygon }: PolygonPiece): boolean {
    const isHeld = (spot: number) => {
      const at = this.#spots[spot]?.at;
      return at !== undefined && booleanPointInPolygon(turfPosition(at), polygon);
    };
    // Mostly the one in the middle is held already, and the thousands around it need not be looked through.
    const [west, south, east, north] = box;
    const [middle = -1] = this.#tree?.neighbors((west + east) / 2, (south + north) / 2, 1) ?? [];
    if (isHeld(middle)) return true;
    let found = false;
    this.#tree?.search(...box, (spot) => {
      found ||= isHeld(spot);
      return false;
    });
    return found;
  }
}
