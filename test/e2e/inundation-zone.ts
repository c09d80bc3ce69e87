/** An official inundation zone (国土数値情報 A51 内水浸水想定区域) in its published schema, for browser tests. */

/** Name of the publisher's file for the prefecture, without its ending. */
export const zoneStem = 'A51-25_40130';

/**
 * A square around a place.
 * @param zone depth as the publisher words it, centre in degrees, city with its code
 */
export function inundationZone({
  depth = '0.5m以上1m未満',
  centre: [x, y] = [130.4017, 33.5902] as readonly [number, number],
  city = '福岡市',
  code = '40130',
} = {}) {
  const half = 0.004;
  const corners = [
    [-half, -half],
    [half, -half],
    [half, half],
    [-half, half],
    [-half, -half],
  ] as const;
  const ring = corners.map(([east, north]) => [x + east, y + north]);
  return {
    type: 'Feature' as const,
    properties: { A51_001: '福岡県', A51_002: '40', A51_003: city, A51_004: code, A51_005: depth },
    geometry: { type: 'Polygon' as const, coordinates: [ring] },
  };
}

/** The file, in degrees of JGD2011 as the publisher says it. */
export function zoneFile(zones = [inundationZone()]): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    name: zoneStem,
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::6668' } },
    features: zones,
  });
}
