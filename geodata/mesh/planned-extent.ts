import { contour } from './contour.js';
import { distanceTo } from './distance-field.js';
import { metersPerStepX, metersPerStepY, type GridPoint } from './grid.js';
import { cellMeters, type Raster } from './raster.js';
import { simplifyRing } from './simplify-ring.js';

export interface Seed {
  point: GridPoint;
  radiusMeters: number;
}

/** A point on the outline may be moved by this much to save vertices. */
const toleranceMeters = 8;

/**
 * Outline of "near a seed": discs around the seeds, with gaps and bays narrower than twice `closingMeters`
 * filled (morphological closing: grow, then shrink by the same length).
 * Returns rings for the even-odd rule.
 */
export function plannedExtent(seeds: readonly Seed[], closingMeters: number): GridPoint[][] {
  const metric = seeds.map(({ point, radiusMeters }) => ({
    x: point[0] * metersPerStepX,
    y: point[1] * metersPerStepY,
    radiusMeters,
  }));
  const margin = closingMeters + Math.max(...metric.map((seed) => seed.radiusMeters)) + 4 * cellMeters;
  const west = Math.min(...metric.map((seed) => seed.x)) - margin;
  const south = Math.min(...metric.map((seed) => seed.y)) - margin;
  const raster: Raster = {
    west,
    south,
    columns: Math.ceil((Math.max(...metric.map((seed) => seed.x)) + margin - west) / cellMeters) + 1,
    rows: Math.ceil((Math.max(...metric.map((seed) => seed.y)) + margin - south) / cellMeters) + 1,
  };
  // How far outside the union of discs each raster point is (0 inside).
  const outside = new Float64Array(raster.columns * raster.rows).fill(Infinity);
  for (const seed of metric) {
    const reach = seed.radiusMeters + closingMeters + 2 * cellMeters;
    const firstColumn = Math.max(0, Math.floor((seed.x - reach - west) / cellMeters));
    const lastColumn = Math.min(raster.columns - 1, Math.ceil((seed.x + reach - west) / cellMeters));
    const firstRow = Math.max(0, Math.floor((seed.y - reach - south) / cellMeters));
    const lastRow = Math.min(raster.rows - 1, Math.ceil((seed.y + reach - south) / cellMeters));
    for (let row = firstRow; row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) {
        const dx = west + column * cellMeters - seed.x;
        const dy = south + row * cellMeters - seed.y;
        const beyond = Math.sqrt(dx * dx + dy * dy) - seed.radiusMeters;
        const index = row * raster.columns + column;
        if (beyond < outside[index]!) outside[index] = beyond;
      }
    }
  }
  const toGrown = distanceTo((index) => outside[index]! > closingMeters, raster);
  return contour(toGrown, closingMeters, raster).map((ring) =>
    simplifyRing(ring, toleranceMeters).map(([x, y]): GridPoint => [
      Math.round(x / metersPerStepX),
      Math.round(y / metersPerStepY),
    ]),
  );
}
