import { fromPlane, type PlaneEpsg } from '../../geometry/plane-rectangular.js';
import type { Position } from '../../geometry/position.js';
import { parseNumber } from '../../formats/text/parse-number.js';

/**
 * Typed coordinates → a position, or null. Two numbers: latitude and longitude in either order (Japan's longitude is
 * over 120, its latitude under 50), or plane X (north) and Y (east) in metres when one is too large for degrees.
 */
export function parseVertex(text: string, epsg: PlaneEpsg): Position | null {
  const parts = text
    .normalize('NFKC')
    .trim()
    .split(/[,\s;、]+/);
  const [first, second] = parts.map(parseNumber);
  if (parts.length !== 2 || first === undefined || second === undefined || first === null || second === null)
    return null;
  // Beyond the plane system's zone, and beyond what its formulas can turn into a place.
  if (Math.abs(first) > 10_000_000 || Math.abs(second) > 10_000_000) return null;
  if (Math.abs(first) > 180 || Math.abs(second) > 180)
    return fromPlane({ northMeters: first, eastMeters: second }, epsg);
  if (Math.abs(first) <= 90 && Math.abs(second) <= 180) return [second, first];
  return Math.abs(second) <= 90 ? [first, second] : null;
}
