/**
 * The EPSG code in a name of a coordinate system: `urn:ogc:def:crs:EPSG::6668`,
 * `http://www.opengis.net/def/crs/EPSG/0/6668`, `EPSG:6668`; OGC's CRS84 is 4326 with longitude first, as every file
 * here is read. Null for any other name.
 */
export function parseCrsName(name: string): number | null {
  // The code stands at the end; a name of thousands of colons is none.
  const end = name.trim().slice(-100);
  const [, code] = /(?:EPSG|OGC)[:/]+(?:[\d.]*[:/]+)?(CRS84h?|\d{4,6})$/i.exec(end) ?? [];
  if (code === undefined) return null;
  return /^CRS84/i.test(code) ? 4326 : Number(code);
}

/** `EPSG:6668`, as people write it. */
export const epsgName = (epsg: number): string => `EPSG:${epsg}`;
