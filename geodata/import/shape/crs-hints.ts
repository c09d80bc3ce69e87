import proj4 from 'proj4';
import { boundingBoxOf } from '../../../src/geometry/bounding-box.js';
import type { BoundingBox } from '../../../src/geometry/position.js';

const world = '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0';
const tokyo = '+ellps=bessel +towgs84=-146.414,507.337,680.507,0,0,0,0';
const plane = (longitude: number, datum: string) =>
  `+proj=tmerc +lat_0=33 +lon_0=${longitude} +k=0.9999 +x_0=0 +y_0=0 ${datum} +units=m +no_defs`;

/** Systems whose numbers might fall on this part of Kyushu: degrees, zones I and II, UTM 52, web Mercator. */
const candidates: readonly (readonly [string, string])[] = [
  ['EPSG:6668', `+proj=longlat ${world} +no_defs`],
  ['EPSG:4301', `+proj=longlat ${tokyo} +no_defs`],
  ['EPSG:6670', plane(131, world)],
  ['EPSG:30162', plane(131, tokyo)],
  ['EPSG:6669', plane(129.5, world)],
  ['EPSG:30161', plane(129.5, tokyo)],
  ['EPSG:6689', `+proj=utm +zone=52 ${world} +units=m +no_defs`],
  ['EPSG:3857', '+proj=merc +a=6378137 +b=6378137 +units=m +nadgrids=@null +no_defs'],
];

/** A way to read a file's numbers that puts them near the city. Only told, never taken. */
export interface CrsHint {
  crs: string;
  axes: 'east-north' | 'north-east';
}

const meets = (one: BoundingBox, other: BoundingBox) =>
  one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1];

/**
 * Which systems and axis orders would lay a file over the frame.
 * @param extent smallest and largest of the first and the second number as they stand in the file
 */
export function crsHints(extent: BoundingBox, frame: BoundingBox): CrsHint[] {
  const [west, south, east, north] = frame;
  const corners: [number, number][] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  const swapped: BoundingBox = [extent[1], extent[0], extent[3], extent[2]];
  return candidates.flatMap(([crs, definition]): CrsHint[] => {
    const box = boundingBoxOf(corners.map((corner) => proj4('WGS84', definition, corner)));
    if (!box) return [];
    return [
      ...(meets(extent, box) ? [{ crs, axes: 'east-north' as const }] : []),
      ...(meets(swapped, box) ? [{ crs, axes: 'north-east' as const }] : []),
    ];
  });
}
