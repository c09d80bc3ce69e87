import type { City } from '../catalog/city-entry.js';
import { boxContains, growBox, type Position } from '../geometry/position.js';
import type { PositionProblem } from './site-report-types.js';

/** A latitude beyond ±90° is put down to swapped axes when the reverse is this near the city. */
const neighbourhoodDegrees = 10;

export type PositionCheck =
  { ok: true; position: Position } | { ok: false; problem: PositionProblem; position: readonly unknown[] };

const isFinite = (value: unknown): value is number => Number.isFinite(value);

/** [longitude, latitude] in degrees or what is wrong with it. */
export function checkPosition(city: Pick<City, 'frame'>, value: readonly unknown[]): PositionCheck {
  const [longitude, latitude] = value;
  const refuse = (problem: PositionProblem): PositionCheck => ({ ok: false, problem, position: [...value] });
  if (!isFinite(longitude) || !isFinite(latitude)) return refuse('not-a-number');
  const reverse: Position = [latitude, longitude];
  if (Math.abs(latitude) > 90 && boxContains(growBox(city.frame, neighbourhoodDegrees), reverse))
    return refuse('swapped');
  if (boxContains(city.frame, reverse) && !boxContains(city.frame, [longitude, latitude]))
    return refuse('swapped');
  if (Math.abs(longitude) > 180) return refuse('longitude-range');
  if (Math.abs(latitude) > 90) return refuse('latitude-range');
  return { ok: true, position: [longitude, latitude] };
}
