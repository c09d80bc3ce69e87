import { circle } from '@turf/circle';
import type { Polygon } from 'geojson';
import { turfPosition } from './measure.js';
import type { Position } from './position.js';

/** Corners of a circle: at a hand's breadth on the screen no corner is seen. */
const circleSteps = 72;

/** A circle of `radiusMeters` around a position, anticlockwise. */
export function circleAround(position: Position, radiusMeters: number): Polygon {
  return circle(turfPosition(position), radiusMeters, { units: 'meters', steps: circleSteps }).geometry;
}
