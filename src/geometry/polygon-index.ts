import Flatbush from 'flatbush';
import type { Geometry } from 'geojson';
import { polygonsOf } from './explode.js';
import type { BoundingBox, Position } from './position.js';
import { PreparedPolygon } from './prepared-polygon.js';

/**
 * Answers "which of these areas holds the point" for many areas.
 * Multi-part areas are taken apart first, so an island far away does not blow up a box.
 */
export class PolygonIndex {
  readonly #polygons: PreparedPolygon[] = [];
  /** Which geometry a polygon is a part of. */
  readonly #owners: number[] = [];
  readonly #tree: Flatbush | null;

  /** Geometries in their own order; null and non-areal ones are skipped but keep their number. */
  constructor(geometries: readonly (Geometry | null)[]) {
    geometries.forEach((geometry, owner) => {
      for (const rings of polygonsOf(geometry)) {
        this.#polygons.push(new PreparedPolygon(rings));
        this.#owners.push(owner);
      }
    });
    // Flatbush refuses to be built empty.
    this.#tree = this.#polygons.length > 0 ? new Flatbush(this.#polygons.length) : null;
    for (const { west, south, east, north } of this.#polygons) this.#tree?.add(west, south, east, north);
    this.#tree?.finish();
  }

  /** Numbers of the geometries that hold the position, in ascending order; a hole does not hold. */
  containing([longitude, latitude]: Position): number[] {
    const found: number[] = [];
    this.#tree?.search(longitude, latitude, longitude, latitude, (part) => {
      const owner = this.#owners[part] as number;
      if (this.#polygons[part]?.contains(longitude, latitude) && !found.includes(owner)) found.push(owner);
      return false;
    });
    return found.length > 1 ? found.sort((a, b) => a - b) : found;
  }

  /** The first geometry that holds the position, or -1. */
  first([longitude, latitude]: Position): number {
    let first = -1;
    this.#tree?.search(longitude, latitude, longitude, latitude, (part) => {
      const owner = this.#owners[part] as number;
      if ((first < 0 || owner < first) && this.#polygons[part]?.contains(longitude, latitude)) first = owner;
      return false;
    });
    return first;
  }

  /** Parts whose box touches `box`, with the geometry each belongs to. */
  parts(box: BoundingBox): { owner: number; polygon: PreparedPolygon }[] {
    return (this.#tree?.search(...box) ?? []).map((part) => ({
      owner: this.#owners[part] as number,
      polygon: this.#polygons[part] as PreparedPolygon,
    }));
  }
}
