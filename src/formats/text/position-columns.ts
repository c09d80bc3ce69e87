/** Which columns of a table hold the place, by their names. */
export type PositionColumns =
  | { kind: 'degrees'; first: number; second: number }
  | { kind: 'plane'; first: number; second: number }
  | { kind: 'wkt'; column: number };

/** Header names after folding: lower case, no spaces, brackets or units. */
const names = {
  longitude: ['longitude', 'lon', 'long', 'lng', '経度', '東経', 'fx', 'x_lon'],
  latitude: ['latitude', 'lat', '緯度', '北緯', 'fy', 'y_lat'],
  x: [
    'x',
    'x座標',
    'xm',
    'x_m',
    'xcoord',
    'xcoordinate',
    'coordx',
    'coord_x',
    'east',
    'easting',
    'pointx',
    'point_x',
  ],
  y: [
    'y',
    'y座標',
    'ym',
    'y_m',
    'ycoord',
    'ycoordinate',
    'coordy',
    'coord_y',
    'north',
    'northing',
    'pointy',
    'point_y',
  ],
  wkt: ['wkt', 'geometry', 'geom', 'the_geom', 'wkt_geom'],
} as const;

function fold(name: string): string {
  const [beforeBracket = ''] = name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[([{（【]/, 1);
  return beforeBracket.replace(/[\s"']/g, '');
}

/** Words for longitude and latitude inside a longer heading; Latin ones stand by themselves, `ido` is in `keido`. */
const degreeWords = [
  [/経度|東経/, /緯度|北緯/],
  [/longitude/, /latitude/],
  [/(?<![a-z])(?:lon|lng|long)(?![a-z])/, /(?<![a-z])lat(?![a-z])/],
  [/(?<![a-z])keido(?![a-z])/, /(?<![a-z])ido(?![a-z])/],
] as const;

/** Two headings that are the same but for the word (`施設_経度`, `施設_緯度`), or that say it in brackets (`X座標（経度）`). */
function wordedDegrees(header: readonly string[]): { first: number; second: number } | null {
  const folded = header.map((name) => name.normalize('NFKC').toLowerCase().replace(/\s/g, ''));
  for (const [longitude, latitude] of degreeWords) {
    const byRest = new Map<string, number>();
    const restOf = (name: string, word: RegExp) => {
      const rest = name.replace(word, '*');
      return rest === name ? null : rest.includes('(*)') ? '(*)' : rest;
    };
    for (const [at, name] of folded.entries()) {
      const rest = restOf(name, latitude);
      if (rest !== null && !byRest.has(rest)) byRest.set(rest, at);
    }
    for (const [first, name] of folded.entries()) {
      const rest = restOf(name, longitude);
      const second = rest === null ? undefined : byRest.get(rest);
      if (second !== undefined && second !== first) return { first, second };
    }
  }
  return null;
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
  const worded = wordedDegrees(header);
  if (worded) return { kind: 'degrees', ...worded };
  const [x, y] = [column(names.x), column(names.y)];
  if (x >= 0 && y >= 0) return { kind: 'plane', first: x, second: y };
  const wkt = column(names.wkt);
  return wkt >= 0 ? { kind: 'wkt', column: wkt } : null;
}
