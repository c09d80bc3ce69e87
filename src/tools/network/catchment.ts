import type { Geometry } from 'geojson';
import { fromPlane, type PlaneEpsg } from '../../geometry/plane-rectangular.js';
import { areaSquareMeters, asArea } from '../measure/geodesic.js';
import type { SewerNetwork } from './sewer-network.js';
import { trace, type Trace } from './trace.js';

/** What drains to a manhole. The area is only ever summed from areas somebody drew, never invented around pipes. */
export interface Catchment {
  upstream: Trace;
  /** Ids of given areas that hold an upstream node and none outside it. */
  areas: number[];
  /** Ids of given areas that also hold nodes draining elsewhere: not summed. */
  sharedAreas: number[];
  areaHectares: number | null;
}

export interface DrainageArea {
  id: number;
  geometry: Geometry | null;
}

/** Everything upstream of a node, and the drainage areas (排水区画) it belongs to, if such areas are given. */
export function catchmentOf(
  network: SewerNetwork,
  node: number,
  areas: readonly DrainageArea[],
  epsg: PlaneEpsg,
): Catchment {
  const upstream = trace(network, node, 'upstream');
  const inside = new Set(upstream.nodes);
  const whole: number[] = [];
  const shared: number[] = [];
  let squareMeters = 0;
  for (const { id, geometry } of areas) {
    const ground = asArea(geometry);
    const held = network.nodes.filter(({ at: [eastMeters, northMeters] }) =>
      contains(ground, fromPlane({ eastMeters, northMeters }, epsg)),
    );
    const ours = held.filter(({ index }) => inside.has(index));
    if (ours.length === 0) continue;
    if (ours.length < held.length) shared.push(id);
    else {
      whole.push(id);
      squareMeters += areaSquareMeters(ground);
    }
  }
  const areaHectares = whole.length > 0 ? squareMeters / 10_000 : null;
  return { upstream, areas: whole, sharedAreas: shared, areaHectares };
}

function contains(geometry: Geometry | null, position: readonly [number, number]): boolean {
  if (geometry?.type === 'Polygon') return inRings(geometry.coordinates, position);
  if (geometry?.type === 'MultiPolygon')
    return geometry.coordinates.some((rings) => inRings(rings, position));
  return false;
}

/** Even–odd rule over all rings, so that a hole is outside. */
function inRings(
  rings: readonly (readonly (readonly number[])[])[],
  [x, y]: readonly [number, number],
): boolean {
  let inside = false;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi = 0, yi = 0] = ring[i] ?? [];
      const [xj = 0, yj = 0] = ring[j] ?? [];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
  return inside;
}
