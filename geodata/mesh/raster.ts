import { metersPerStepX, metersPerStepY, type GridPoint } from './grid.js';
import { boxOf, type Rings } from './land.js';

/** Size of a raster cell; the outline drawn from it is good to about half of it. */
export const cellMeters = 20;

/** Grid of sample points; metres from the grid origin of ./grid.ts. */
export interface Raster {
  columns: number;
  rows: number;
  west: number;
  south: number;
}

/** A raster over areas and so much around them. */
export function rasterOver(areas: readonly Rings[], marginMeters: number): Raster {
  const [west, south, east, north] = boxOf(areas.flat());
  const [x, y] = [west * metersPerStepX - marginMeters, south * metersPerStepY - marginMeters];
  return {
    west: x,
    south: y,
    columns: Math.ceil((east * metersPerStepX + marginMeters - x) / cellMeters) + 1,
    rows: Math.ceil((north * metersPerStepY + marginMeters - y) / cellMeters) + 1,
  };
}

/** Calls back for every sample point inside the rings (even-odd rule). */
export function eachInside(rings: Rings, raster: Raster, visit: (index: number) => void): void {
  const { columns, rows, west, south } = raster;
  const column = ([x]: GridPoint): number => (x * metersPerStepX - west) / cellMeters;
  const row = ([, y]: GridPoint): number => (y * metersPerStepY - south) / cellMeters;
  const crossings = new Map<number, number[]>();
  for (const ring of rings)
    ring.forEach((a, at) => {
      const b = ring[(at + 1) % ring.length]!;
      const [low, high] = row(a) < row(b) ? [a, b] : [b, a];
      // A sample point on the line itself counts once: of every edge the lower end belongs, the upper one does not.
      const first = Math.max(0, Math.ceil(row(low)));
      for (let line = first; line < row(high) && line < rows; line++) {
        const share = (line - row(low)) / (row(high) - row(low));
        const found = column(low) + share * (column(high) - column(low));
        const list = crossings.get(line);
        if (list) list.push(found);
        else crossings.set(line, [found]);
      }
    });
  for (const [line, found] of crossings) {
    found.sort((a, b) => a - b);
    for (let pair = 0; pair + 1 < found.length; pair += 2) {
      const last = Math.min(columns - 1, Math.floor(found[pair + 1]!));
      for (let at = Math.max(0, Math.ceil(found[pair]!)); at <= last; at++) visit(line * columns + at);
    }
  }
}

/** Calls back for every sample point within so many metres of a point. */
export function eachNear(
  [gridX, gridY]: GridPoint,
  meters: number,
  { columns, rows, west, south }: Raster,
  visit: (index: number) => void,
): void {
  const [x, y] = [
    (gridX * metersPerStepX - west) / cellMeters,
    (gridY * metersPerStepY - south) / cellMeters,
  ];
  const reach = meters / cellMeters;
  for (let row = Math.max(0, Math.ceil(y - reach)); row <= Math.min(rows - 1, y + reach); row++) {
    const half = Math.sqrt(reach * reach - (row - y) ** 2);
    const last = Math.min(columns - 1, x + half);
    for (let at = Math.max(0, Math.ceil(x - half)); at <= last; at++) visit(row * columns + at);
  }
}
