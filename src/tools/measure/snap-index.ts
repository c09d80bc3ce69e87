import Flatbush from 'flatbush';
import type { Geometry, Position as GeoJsonPosition } from 'geojson';
import { metersPerDegree } from '../../geometry/ellipsoid.js';
import type { Position } from '../../geometry/position.js';

/** Finds the vertex or edge to snap to. Built once for the layers that are shown. */
export class SnapIndex {
  readonly #segments: (readonly [GeoJsonPosition, GeoJsonPosition])[] = [];
  readonly #index: Flatbush | null;

  constructor(geometries: Iterable<Geometry | null>) {
    for (const geometry of geometries) if (geometry) this.#take(geometry);
    if (this.#segments.length === 0) {
      this.#index = null;
      return;
    }
    const index = new Flatbush(this.#segments.length);
    for (const [[ax = 0, ay = 0], [bx = 0, by = 0]] of this.#segments)
      index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    index.finish();
    this.#index = index;
  }

  #take(geometry: Geometry): void {
    if (geometry.type === 'GeometryCollection') {
      for (const part of geometry.geometries) this.#take(part);
      return;
    }
    const walk = (value: unknown): void => {
      const items = value as unknown[];
      if (typeof items[0] === 'number') {
        // A lone point is a segment of no length.
        this.#segments.push([items as GeoJsonPosition, items as GeoJsonPosition]);
      } else if (Array.isArray(items[0]) && typeof items[0][0] === 'number') {
        const path = items as GeoJsonPosition[];
        for (let index = 1; index < path.length; index++) {
          const [from, to] = [path[index - 1], path[index]];
          if (from && to) this.#segments.push([from, to]);
        }
        if (path.length === 1 && path[0]) this.#segments.push([path[0], path[0]]);
      } else for (const item of items) walk(item);
    };
    if (geometry.type === 'MultiPoint') for (const at of geometry.coordinates) walk(at);
    else walk(geometry.coordinates);
  }

  /**
   * Where a point within `withinMeters` snaps to: a vertex before an edge, the nearer before the farther;
   * null when nothing is near.
   */
  snap(position: Position, withinMeters: number): Position | null {
    if (!this.#index) return null;
    const scale = metersPerDegree(position[1]);
    const [dx, dy] = [withinMeters / scale.east, withinMeters / scale.north];
    const [x, y] = position;
    let vertex: { at: Position; meters: number } | null = null;
    let edge: { at: Position; meters: number } | null = null;
    const meters = (at: Position) => Math.hypot((at[0] - x) * scale.east, (at[1] - y) * scale.north);
    for (const number of this.#index.search(x - dx, y - dy, x + dx, y + dy)) {
      const segment = this.#segments[number];
      if (!segment) continue;
      for (const [ex = NaN, ey = NaN] of segment) {
        const end = { at: [ex, ey] as const, meters: meters([ex, ey]) };
        if (end.meters <= withinMeters && end.meters < (vertex?.meters ?? Infinity)) vertex = end;
      }
      const foot = footOf(position, segment, scale);
      const beside = { at: foot, meters: meters(foot) };
      if (beside.meters <= withinMeters && beside.meters < (edge?.meters ?? Infinity)) edge = beside;
    }
    return vertex?.at ?? edge?.at ?? null;
  }
}

function footOf(
  [x, y]: Position,
  [[ax = 0, ay = 0], [bx = 0, by = 0]]: readonly [GeoJsonPosition, GeoJsonPosition],
  scale: { east: number; north: number },
): Position {
  const [ux, uy] = [(bx - ax) * scale.east, (by - ay) * scale.north];
  const square = ux * ux + uy * uy;
  const along = square === 0 ? 0 : ((x - ax) * scale.east * ux + (y - ay) * scale.north * uy) / square;
  const part = Math.min(1, Math.max(0, along));
  return [ax + (bx - ax) * part, ay + (by - ay) * part];
}
