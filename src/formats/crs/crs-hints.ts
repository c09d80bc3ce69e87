import { boundingBoxOf } from '../../geometry/bounding-box.js';
import type { BoundingBox } from '../../geometry/position.js';
import { epsgName } from './crs-code.js';
import { fromDegrees } from './crs.js';
import { planeEpsg, zoneOfEpsg } from './plane-zones.js';

/** Systems whose numbers might fall on a city: degrees, its plane zone and the one before, UTM 52, web Mercator. */
function codesFor(planeZone: number): readonly number[] {
  const zones = [planeZone, planeZone - 1].filter((zone) => zone >= 1);
  const plane = zones.flatMap((zone) => [planeEpsg.jgd2011(zone), planeEpsg.tokyo(zone)]);
  return [6668, 4301, ...plane, 6689, 3857];
}

/** A way to read a file's numbers that puts them near the city. Only told, never taken. */
export interface CrsHint {
  crs: string;
  axes: 'east-north' | 'north-east';
}

const meets = (one: BoundingBox, other: BoundingBox) =>
  one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1];

/**
 * Which systems and axis orders would place a file inside the frame.
 * @param extent smallest and largest of the first and the second number as they stand in the file
 * @param city its plane zone by EPSG code (6670), and its frame in degrees
 */
export function crsHints(extent: BoundingBox, city: { planeEpsg: number; frame: BoundingBox }): CrsHint[] {
  const [west, south, east, north] = city.frame;
  const corners: [number, number][] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  const swapped: BoundingBox = [extent[1], extent[0], extent[3], extent[2]];
  return codesFor(zoneOfEpsg(city.planeEpsg)).flatMap((epsg): CrsHint[] => {
    const crs = epsgName(epsg);
    const convert = fromDegrees({ epsg, swapped: false, unit: 1 });
    const box = boundingBoxOf(corners.map((corner) => convert(...corner)));
    if (!box) return [];
    return [
      ...(meets(extent, box) ? [{ crs, axes: 'east-north' as const }] : []),
      ...(meets(swapped, box) ? [{ crs, axes: 'north-east' as const }] : []),
    ];
  });
}
