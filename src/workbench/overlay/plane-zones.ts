/** Origins of the 19 plane rectangular zones, [longitude, latitude] in degrees (平成14年国土交通省告示第9号). */
const origins: readonly (readonly [number, number])[] = [
  [129.5, 33],
  [131, 33],
  [132 + 1 / 6, 36],
  [133.5, 33],
  [134 + 1 / 3, 36],
  [136, 36],
  [137 + 1 / 6, 36],
  [138.5, 36],
  [139 + 5 / 6, 36],
  [140 + 5 / 6, 40],
  [140.25, 44],
  [142.25, 44],
  [144.25, 44],
  [142, 26],
  [127.5, 26],
  [124, 26],
  [131, 26],
  [136, 20],
  [154, 26],
];

/** EPSG codes of a zone in three datums; each numbers its 19 zones in a row. */
export const planeEpsg = {
  jgd2011: (zone: number) => 6668 + zone,
  jgd2000: (zone: number) => 2442 + zone,
  tokyo: (zone: number) => 30160 + zone,
} as const;

/** Zone number of a JGD2011 plane EPSG code: 6670 → 2. Throws for any other code. */
export function zoneOfEpsg(epsg: number): number {
  const zone = epsg - 6668;
  if (!Number.isInteger(zone) || zone < 1 || zone > origins.length)
    throw new RangeError(`EPSG:${epsg} is no JGD2011 plane rectangular zone; use 6669 to 6687`);
  return zone;
}

/** The zone as a proj string on the given ellipsoid and datum shift. */
export function planeDefinition(zone: number, datum: string): string {
  const origin = origins[zone - 1];
  if (!origin) throw new RangeError(`no plane rectangular zone ${zone}; zones are 1 to 19`);
  const [longitude, latitude] = origin;
  return `+proj=tmerc +lat_0=${latitude} +lon_0=${longitude} +k=0.9999 +x_0=0 +y_0=0 ${datum} +units=m +no_defs`;
}
