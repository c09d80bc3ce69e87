import { contour } from './contour.js';
import { distanceTo } from './distance-field.js';
import { metersPerStepX, metersPerStepY, type GridPoint } from './grid.js';
import type { Rings } from './land.js';
import { cellMeters, eachInside, eachNear, rasterOver, type Raster } from './raster.js';
import { simplifyRing } from './simplify-ring.js';

/** Points, and how far around each the land counts. */
export interface Around {
  points: Iterable<GridPoint>;
  meters: number;
}

/** What shows where people have built. */
export interface BuiltEvidence {
  /** The land there is; nothing is said of the sea and of other municipalities. */
  land: readonly Rings[];
  /** Built: near these points … */
  around: readonly Around[];
  /** … and on these areas. */
  areas: readonly Rings[];
  /** Woods, fields and water are not built, whatever lies near them. */
  open: readonly Rings[];
  /** Land around these points belongs, however little is built beyond it, open or not. */
  certain: Around;
}

/** How built land becomes an outline; the same figures everywhere in a city. */
export interface BuiltRule {
  /** Land belongs where this share … */
  share: number;
  /** … of the land within so many metres is built. */
  windowMeters: number;
  /** It is grown by this … */
  growMeters: number;
  /** … and shrunk by that, so that gaps narrower than twice the growth close and a margin of their difference stays. */
  shrinkMeters: number;
}

/** A point on the outline may be moved by this much to save vertices. */
const toleranceMeters = 8;

/** Outline of the land that people have built on. Returns rings for the even-odd rule. */
export function builtLand(evidence: BuiltEvidence, rule: BuiltRule): GridPoint[][] {
  const raster = rasterOver(evidence.land, rule.growMeters + 2 * cellMeters);
  const count = raster.columns * raster.rows;
  const land = new Uint8Array(count);
  for (const rings of evidence.land) eachInside(rings, raster, (at) => (land[at] = 1));
  const open = new Uint8Array(count);
  for (const rings of evidence.open) eachInside(rings, raster, (at) => (open[at] = 1));
  const built = new Uint8Array(count);
  for (const { points, meters } of evidence.around)
    for (const point of points) eachNear(point, meters, raster, (at) => (built[at] = 1 - open[at]!));
  for (const rings of evidence.areas) eachInside(rings, raster, (at) => (built[at] = 1));
  const belongs = shareAround(built, land, rule, raster);
  for (const point of evidence.certain.points)
    eachNear(point, evidence.certain.meters, raster, (at) => (belongs[at] ||= land[at]!));
  const outside = distanceTo((at) => belongs[at] === 1, raster);
  const inside = distanceTo((at) => outside[at]! > rule.growMeters, raster);
  return contour(inside, rule.shrinkMeters, raster).map((ring) =>
    simplifyRing(ring, toleranceMeters).map(([x, y]): GridPoint => [
      Math.round(x / metersPerStepX),
      Math.round(y / metersPerStepY),
    ]),
  );
}

/** Sample points on land around which the wanted share of the land is built: 1, elsewhere 0. */
function shareAround(
  built: Uint8Array,
  land: Uint8Array,
  { share, windowMeters }: BuiltRule,
  { columns, rows }: Raster,
): Uint8Array {
  const reach = Math.floor(windowMeters / cellMeters);
  const halves = Array.from({ length: 2 * reach + 1 }, (_, at) =>
    Math.floor(Math.sqrt((windowMeters / cellMeters) ** 2 - (at - reach) ** 2)),
  );
  // Sums along each row, so that a row of the window costs two look-ups.
  const width = columns + 1;
  const builtSums = new Int32Array(width * rows);
  const landSums = new Int32Array(width * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [from, at] = [row * columns + column, row * width + column];
      builtSums[at + 1] = builtSums[at]! + (built[from]! & land[from]!);
      landSums[at + 1] = landSums[at]! + land[from]!;
    }
  }
  const result = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (land[row * columns + column] === 0) continue;
      let [builtCount, landCount] = [0, 0];
      for (let line = Math.max(0, row - reach); line <= Math.min(rows - 1, row + reach); line++) {
        const half = halves[line - row + reach]!;
        const first = line * width + Math.max(0, column - half);
        const end = line * width + Math.min(columns, column + half + 1);
        builtCount += builtSums[end]! - builtSums[first]!;
        landCount += landSums[end]! - landSums[first]!;
      }
      result[row * columns + column] = builtCount >= share * landCount ? 1 : 0;
    }
  }
  return result;
}
