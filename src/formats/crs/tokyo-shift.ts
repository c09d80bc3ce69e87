import { metersPerDegree } from '../../geometry/ellipsoid.js';
import type { Position } from '../../geometry/position.js';
import { toDegrees } from './crs.js';

/** East and north in metres. */
export interface Shift {
  eastMeters: number;
  northMeters: number;
}

/** How far it is from one position to another, both [longitude, latitude] in degrees and near each other. */
export function shiftBetween(from: Position, to: Position): Shift {
  const scale = metersPerDegree((from[1] + to[1]) / 2);
  return { eastMeters: (to[0] - from[0]) * scale.east, northMeters: (to[1] - from[1]) * scale.north };
}

/** How far figures of the old Tokyo datum that were taken for JGD must move to lie right: about 400 m to the north-west here. */
export function tokyoShiftAt(position: Position): Shift {
  const [longitude, latitude] = toDegrees({ epsg: 4301, swapped: false, unit: 1 })(position[0], position[1]);
  return shiftBetween(position, [longitude, latitude]);
}
