import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Geometry, Polygon } from 'geojson';
import { BoxGrid } from './box-grid.js';
import { cutPolygon } from './cut-polygon.js';
import { polygonsOf } from './explode.js';
import { FlatBoxes } from './flat-boxes.js';
import { turfPosition } from './measure.js';
import type { BoundingBox, Position } from './position.js';

/**
 * Which of many areas hold a position. turf's `booleanPointInPolygon` decides, and a position on a boundary is inside:
 * on a border that two areas share, both hold it. The index only narrows: areas are cut ahead of time into pieces of
 * few corners, and a grid names the pieces whose box holds the position.
 */
export class PolygonIndex {
  /** Pieces in the order of their geometries; `owner` is the geometry's number. */
  readonly #pieces: { owner: number; polygon: Polygon }[] = [];
  /** Box of each piece. */
  readonly #boxes: FlatBoxes;
  /** A tree costs more to walk than the few pieces of a cell to look at. */
  readonly #grid: BoxGrid;

  /** Geometries in their own order; null and non-areal ones are skipped but keep their number. */
  constructor(geometries: readonly (Geometry | null)[]) {
    const sides: number[] = [];
    geometries.forEach((geometry, owner) => {
      for (const rings of polygonsOf(geometry)) {
        for (const { box, polygon } of cutPolygon(rings)) {
          this.#pieces.push({ owner, polygon });
          sides.push(...box);
        }
      }
    });
    this.#boxes = new FlatBoxes(sides);
    this.#grid = new BoxGrid(this.#boxes);
  }

  /** Numbers of the geometries that hold the position, in ascending order; a hole does not hold. */
  containing(position: Position): number[] {
    return this.#find(position, false, Infinity);
  }

  /** As `containing`, without those on whose boundary the position lies. */
  strictlyContaining(position: Position): number[] {
    return this.#find(position, true, Infinity);
  }

  /** The first geometry but `owner` that holds the position inside its boundary, or -1. */
  strictHolderBeside(position: Position, owner: number): number {
    return this.#find(position, true, 2).find((holder) => holder !== owner) ?? -1;
  }

  /** The first geometry that holds the position, or -1. */
  first(position: Position): number {
    return this.#find(position, false, 1)[0] ?? -1;
  }

  #find(position: Position, ignoreBoundary: boolean, most: number): number[] {
    const found: number[] = [];
    const [longitude, latitude] = position;
    const { starts, boxes } = this.#grid;
    const cell = this.#grid.cellOf(longitude, latitude);
    if (cell < 0) return found;
    const end = starts[cell + 1] ?? 0;
    const options = { ignoreBoundary };
    // Pieces stand in the order of their geometries, and so do the boxes of a cell.
    for (let i = starts[cell] ?? 0; i < end; i++) {
      const number = boxes[i] ?? -1;
      const piece = this.#pieces[number];
      if (!piece || piece.owner === found.at(-1)) continue;
      if (!this.#boxes.holds(number, longitude, latitude)) continue;
      if (!booleanPointInPolygon(turfPosition(position), piece.polygon, options)) continue;
      found.push(piece.owner);
      if (found.length >= most) break;
    }
    return found;
  }

  /** Numbers of the geometries of which some piece's box touches `box`, in ascending order. */
  near(box: BoundingBox): number[] {
    const found: number[] = [];
    this.#pieces.forEach(({ owner }, piece) => {
      if (owner !== found.at(-1) && this.#boxes.touches(piece, box)) found.push(owner);
    });
    return found;
  }
}
