import type { Geometry } from 'geojson';
import { boundingBox } from '../geometry/bounding-box.js';
import { closedLineAsPolygon } from '../geometry/closed-line.js';
import { geometryContains } from '../geometry/contains.js';
import { fromPlane, planeAreaSquareMeters, type PlaneEpsg } from '../geometry/plane-rectangular.js';
import { boxContains } from '../geometry/position.js';
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
  const nodes = network.nodes.map(({ index, at: [eastMeters, northMeters] }) => ({
    index,
    position: fromPlane({ eastMeters, northMeters }, epsg),
  }));
  const whole: number[] = [];
  const shared: number[] = [];
  let squareMeters = 0;
  for (const { id, geometry } of areas) {
    const ground = closedLineAsPolygon(geometry);
    const box = boundingBox(ground);
    // A node on the line between two areas belongs to both.
    const held = nodes.filter(
      ({ position }) => box && boxContains(box, position) && geometryContains(ground, position),
    );
    const ours = held.filter(({ index }) => inside.has(index));
    if (ours.length === 0) continue;
    if (ours.length < held.length) shared.push(id);
    else {
      whole.push(id);
      squareMeters += planeAreaSquareMeters(ground, epsg);
    }
  }
  const areaHectares = whole.length > 0 ? squareMeters / 10_000 : null;
  return { upstream, areas: whole, sharedAreas: shared, areaHectares };
}
