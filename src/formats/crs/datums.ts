/** Datums of Japanese data (測地系) as proj strings on their ellipsoids; the three newer ones agree within centimetres here. */
const grs80 = '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0';

export const datums = {
  jgd2011: grs80,
  jgd2000: grs80,
  wgs84: grs80,
  /**
   * The old Japanese datum on Bessel's ellipsoid with the three published shift parameters (EPSG:15483). Good to about
   * 10 m; the grid TKY2JGD would be needed for decimetres.
   */
  tokyo: '+ellps=bessel +towgs84=-146.414,507.337,680.507,0,0,0,0',
} as const;
export type Datum = keyof typeof datums;

/** What the three-parameter shift of the old datum is good for, metres. */
export const tokyoAccuracyMeters = 10;

/** Degrees of JGD2011 and WGS84: what everything is turned into. */
export const worldDegrees = `+proj=longlat ${grs80} +no_defs`;

/**
 * The same for GDAL, under the name that its GeoJSON writer is content with: from any other it converts once more, and
 * a row with latitude 95 is then missing instead of being named.
 */
export const worldDegreesForGdal = '+proj=longlat +datum=WGS84 +no_defs';
