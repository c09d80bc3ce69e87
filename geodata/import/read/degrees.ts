import proj4 from 'proj4';
import type { Geometry, Position } from 'geojson';
import { mapPositions } from './axes.js';
import { isPlainDegrees, type Reading } from './data-set.js';
import { ReadFailure } from './read-failure.js';

/** The old Tokyo datum with its three published parameters; good to about 10 m. */
export const oldTokyo = '+proj=longlat +ellps=bessel +towgs84=-146.414,507.337,680.507,0,0,0,0 +no_defs';

/**
 * How to read a format that holds degrees only (CSV, KML): as they are, or from the old datum when told so.
 * @throws ReadFailure for a system of metres
 */
export function degreesReader({ crs, axes }: Reading): (geometry: Geometry | null) => Geometry | null {
  const old = crs === 'EPSG:4301';
  if (crs !== null && !old && !isPlainDegrees(crs)) throw new ReadFailure('crs-unknown', `${crs}: CSV, KML`);
  const turn = ([x = NaN, y = NaN]: Position): Position => (axes === 'north-east' ? [y, x] : [x, y]);
  const shift = (position: Position): Position => {
    const [longitude = NaN, latitude = NaN] = turn(position);
    return old ? proj4(oldTokyo, 'WGS84', [longitude, latitude]) : [longitude, latitude];
  };
  return (geometry) => (old || axes === 'north-east' ? mapPositions(geometry, shift) : geometry);
}
