import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Geometry, Polygon } from 'geojson';
import { BoxGrid } from './box-grid.js';
import { cutPolygon } from './cut-polygon.js';
import { polygonsOf } from './explode.js';
import { turfPosition } from './measure.js';
import type { BoundingBox, Position } from './position.js';

/**
 * Which of many areas hold a position. turf's `booleanPointInPolygon` decides, and a position on a boundary is inside:
 * on a border that two areas share, both hold it. The index only narrows: areas are cut ahead of time into pieces of
 * few corners, and a grid names the pieces whose box holds the position.
 */
export class PolygonIndex {
  readonly #polygons: Polygon[] = [];
  /** West, south, east, north of each piece in turn. */
  readonly #boxes: number[] = [];
  /** Which geometry a piece is of. */
  readonly #owners: number[] = [];
  /** A tree costs more to walk than the few pieces of a cell to look at. */
  readonly #grid: BoxGrid;

  /** Geometries in their own order; null and non-areal ones are skipped but keep their number. */
  constructor(geometries: readonly (Geometry | null)[]) {
    geometries.forEach((geometry, owner) => {
      for (const rings of polygonsOf(geometry)) {
        for (const { box, polygon } of cutPolygon(rings)) {
          this.#polygons.push(polygon);
          this.#boxes.push(...box);
          this.#owners.push(owner);
        }
      }
    });
    this.#grid = new BoxGrid(this.#boxes);
  }

  /** Numbers of the geometries that hold the position, in ascending order; a hole does not hold. */
  containing(position: Position): number[] {
    return this.#find(position, false, false);
  }

  /** As `containing`, without those on whose boundary the position lies. */
  strictlyContaining(position: Position): number[] {
    return this.#find(position, true, false);
  }

  /** The first geometry that holds the position, or -1. */
  first(position: Position): number {
    return this.#find(position, false, true)[0] ?? -1;
  }

  #find(position: Position, ignoreBoundary: boolean, firstOnly: boolean): number[] {
    const found: number[] = [];
    const [longitude, latitude] = position;
    const { starts, boxes } = this.#grid;
    const cell = this.#grid.cellOf(longitude, latitude);
    if (cell < 0) return found;
    const end = starts[cell + 1] as number;
    const options = { ignoreBoundary };
    // Pieces stand in the order of their geometries, and so do the boxes of a cell.
    for (let i = starts[cell] as number; i < end; i++) {
      const piece = boxes[i] as number;
      const owner = this.#owners[piece] as number;
      if (owner === found.at(-1) || !this.#boxHolds(piece, longitude, latitude)) continue;
      if (!booleanPointInPolygon(turfPosition(position), this.#polygons[piece] as Polygon, options)) continue;
      found.push(owner);
      if (firstOnly) break;
    }
    return found;
  }

  #boxHolds(piece: number, x: number, y: number): boolean {
    const sides = this.#boxes;
    const at = piece * 4;
    return (
      x >= (sides[at] as number) &&
      x <= (sides[at + 2] as number) &&
      y >= (sides[at + 1] as number) &&
      y <= (sides[at + 3] as number)
    );
  }

  /** Numbers of the geometries of which some piece's box touches `box`, in ascending order. */
  near([west, south, east, north]: BoundingBox): number[] {
    const sides = this.#boxes;
    const found: number[] = [];
    this.#owners.forEach((owner, piece) => {
      const at = piece * 4;
      if (owner === found.at(-1) || (sides[at] as number) > east || (sides[at + 2] as number) < west) return;
      if ((sides[at + 1] as number) <= north && (sides[at + 3] as number) >= south) found.push(owner);
    });
    return found;
  }
}
