import proj4 from 'proj4';
import type { Position } from './position.js';

/** 平面直角座標: X counts north and Y counts east, the reverse of a drawing's x and y. */
export interface PlanePosition {
  northMeters: number;
  eastMeters: number;
}

/** Definitions by EPSG code. Zone II of JGD2011 has its origin at 33°N 131°E. */
const definitions = {
  6670: '+proj=tmerc +lat_0=33 +lon_0=131 +k=0.9999 +x_0=0 +y_0=0 +ellps=GRS80 +units=m +no_defs',
} as const;
export type PlaneEpsg = keyof typeof definitions;

const converters = new Map<PlaneEpsg, proj4.Converter>();

function converter(epsg: PlaneEpsg): proj4.Converter {
  const known = converters.get(epsg);
  if (known) return known;
  // JGD2011 longitude and latitude in; no datum shift, both sides stand on GRS80.
  const made = proj4('+proj=longlat +ellps=GRS80 +no_defs', definitions[epsg]);
  converters.set(epsg, made);
  return made;
}

/** [longitude, latitude] in degrees → metres north (X) and east (Y) of the zone's origin. */
export function toPlane(position: Position, epsg: PlaneEpsg = 6670): PlanePosition {
  const [eastMeters, northMeters] = converter(epsg).forward([position[0], position[1]]);
  return { northMeters, eastMeters };
}

/** Metres north (X) and east (Y) of the zone's origin → [longitude, latitude] in degrees. */
export function fromPlane(plane: PlanePosition, epsg: PlaneEpsg = 6670): Position {
  const [longitude, latitude] = converter(epsg).inverse([plane.eastMeters, plane.northMeters]);
  return [longitude, latitude];
}
