/** Which columns of a table hold the place, by their names. */
export type PositionColumns =
  | { kind: 'degrees'; first: number; second: number }
  | { kind: 'plane'; first: number; second: number }
  | { kind: 'wkt'; column: number };

/** Header names after folding: lower case, no spaces, brackets or units. */
const names = {
  longitude: ['longitude', 'lon', 'long', 'lng', '経度', '東経', 'fx', 'x_lon'],
  latitude: ['latitude', 'lat', '緯度', '北緯', 'fy', 'y_lat'],
  x: ['x', 'x座標', 'xm', 'x_m', 'xcoord', 'xcoordinate', 'east', 'easting', 'pointx', 'point_x'],
  y: ['y', 'y座標', 'ym', 'y_m', 'ycoord', 'ycoordinate', 'north', 'northing', 'pointy', 'point_y'],
  wkt: ['wkt', 'geometry', 'geom', 'the_geom', 'wkt_geom'],
} as const;

function fold(name: string): string {
  const [beforeBracket = ''] = name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[([{（【]/, 1);
  return beforeBracket.replace(/[\s"']/g, '');
}

/**
 * The columns with the place, as indexes into the header: longitude and latitude in degrees (first, second), plane X
 * and Y (the caller asks which is north), or well-known text. Null when there are none.
 */
export function positionColumns(header: readonly string[]): PositionColumns | null {
  const folded = header.map(fold);
  const column = (wanted: readonly string[]) => folded.findIndex((name) => wanted.includes(name));
  const [longitude, latitude] = [column(names.longitude), column(names.latitude)];
  if (longitude >= 0 && latitude >= 0) return { kind: 'degrees', first: longitude, second: latitude };
  const [x, y] = [column(names.x), column(names.y)];
  if (x >= 0 && y >= 0) return { kind: 'plane', first: x, second: y };
  const wkt = column(names.wkt);
  return wkt >= 0 ? { kind: 'wkt', column: wkt } : null;
}
