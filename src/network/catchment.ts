import type { Geometry } from 'geojson';
import { closedLineAsPolygon } from '../geometry/closed-line.js';
import { fromPlane, planeAreaSquareMeters, type PlaneEpsg } from '../geometry/plane-rectangular.js';
import { PointIndex } from '../geometry/point-index.js';
import type { SewerNetwork } from './sewer-network.js';
import { trace, type Trace } from './trace.js';

/** What drains to a manhole. The area is only ever summed from areas somebody drew, never invented around pipes. */
export interface Catchment {
  upstream: Trace;
  /** Ids of given areas that hold an upstream node and none outside it. */
  areas: number[];
  /** Ids of given areas that also hold nodes draining elsewhere: not summed. */
  sharedAreas: number[];
  /** In the plane zone, as the pipes' lengths are. */
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
  const positions = (isOurs: boolean) =>
    network.nodes
      .filter(({ index }) => inside.has(index) === isOurs)
      .map(({ at: [eastMeters, northMeters] }) => fromPlane({ eastMeters, northMeters }, epsg));
  const [ours, others] = [new PointIndex(positions(true)), new PointIndex(positions(false))];
  const whole: number[] = [];
  const shared: number[] = [];
  let squareMeters = 0;
  for (const { id, geometry } of areas) {
    const ground = closedLineAsPolygon(geometry);
    // A node on the line between two areas belongs to both.
    if (!ours.isAnyIn(ground)) continue;
    if (others.isAnyIn(ground)) shared.push(id);
    else {
      whole.push(id);
      squareMeters += planeAreaSquareMeters(ground, epsg);
    }
  }
  const areaHectares = whole.length > 0 ? squareMeters / 10_000 : null;
  return { upstream, areas: whole, sharedAreas: shared, areaHectares };
}
