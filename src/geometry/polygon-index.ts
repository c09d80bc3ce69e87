import Flatbush from 'flatbush';
import type { Geometry } from 'geojson';
import { BoxGrid } from './box-grid.js';
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
  /** Points are looked up here: a tree costs more to walk than the few areas of a cell to test. */
  readonly #grid: BoxGrid;

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
    this.#grid = new BoxGrid(
      this.#polygons.flatMap(({ west, south, east, north }) => [west, south, east, north]),
    );
  }

  /** Numbers of the geometries that hold the position, in ascending order; a hole does not hold. */
  containing([longitude, latitude]: Position): number[] {
    const found: number[] = [];
    const { starts, boxes } = this.#grid;
    const cell = this.#grid.cellOf(longitude, latitude);
    if (cell < 0) return found;
    const end = starts[cell + 1] as number;
    // Parts stand in the order of their geometries, and so do the boxes of a cell.
    for (let i = starts[cell] as number; i < end; i++) {
      const part = boxes[i] as number;
      const owner = this.#owners[part] as number;
      if (owner !== found.at(-1) && this.#polygons[part]?.contains(longitude, latitude)) found.push(owner);
    }
    return found;
  }

  /** The first geometry that holds the position, or -1. */
  first([longitude, latitude]: Position): number {
    const { starts, boxes } = this.#grid;
    const cell = this.#grid.cellOf(longitude, latitude);
    if (cell < 0) return -1;
    const end = starts[cell + 1] as number;
    for (let i = starts[cell] as number; i < end; i++) {
      const part = boxes[i] as number;
      if (this.#polygons[part]?.contains(longitude, latitude)) return this.#owners[part] as number;
    }
    return -1;
  }

  /** Parts whose box touches `box`, with the geometry each belongs to. */
  parts(box: BoundingBox): { owner: number; polygon: PreparedPolygon }[] {
    return (this.#tree?.search(...box) ?? []).map((part) => ({
      owner: this.#owners[part] as number,
      polygon: this.#polygons[part] as PreparedPolygon,
    }));
  }
}
