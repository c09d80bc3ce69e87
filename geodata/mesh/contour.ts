import { cellMeters, type Raster } from './raster.js';

export type MetricPoint = readonly [xMeters: number, yMeters: number];

/** Marching squares: closed lines where the field passes the level, in metres. */
export function contour(field: Float64Array, level: number, raster: Raster): MetricPoint[][] {
  const { columns, rows, west, south } = raster;
  const value = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= columns || row >= rows ? 0 : field[row * columns + column]!;
  // Every crossed raster edge is a node: even keys horizontal edges, odd keys vertical ones.
  const links = new Map<number, number[]>();
  const link = (a: number, b: number): void => {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const list = links.get(from);
      if (list === undefined) links.set(from, [to]);
      else list.push(to);
    }
  };
  const horizontal = (column: number, row: number): number => 2 * (row * columns + column);
  const vertical = (column: number, row: number): number => 2 * (row * columns + column) + 1;
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const corners = [
        value(column, row) >= level,
        value(column + 1, row) >= level,
        value(column + 1, row + 1) >= level,
        value(column, row + 1) >= level,
      ];
      const edges = [
        horizontal(column, row),
        vertical(column + 1, row),
        horizontal(column, row + 1),
        vertical(column, row),
      ];
      const crossed = edges.filter((_, side) => corners[side] !== corners[(side + 1) % 4]);
      if (crossed.length === 2) link(crossed[0]!, crossed[1]!);
      if (crossed.length === 4) {
        // Saddle: keep the two inside corners apart.
        const pairs = corners[0]
          ? [
              [3, 0],
              [1, 2],
            ]
          : [
              [0, 1],
              [2, 3],
            ];
        for (const [a, b] of pairs) link(edges[a!]!, edges[b!]!);
      }
    }
  }
  const place = (key: number): MetricPoint => {
    const index = key >> 1;
    const column = index % columns;
    const row = (index - column) / columns;
    const a = value(column, row);
    const b = key % 2 === 0 ? value(column + 1, row) : value(column, row + 1);
    const share = (level - a) / (b - a);
    const [x, y] = key % 2 === 0 ? [column + share, row] : [column, row + share];
    return [west + x * cellMeters, south + y * cellMeters];
  };
  const rings: MetricPoint[][] = [];
  const done = new Set<number>();
  for (const start of links.keys()) {
    if (done.has(start)) continue;
    const ring: MetricPoint[] = [];
    let previous = -1;
    let current = start;
    while (!done.has(current)) {
      done.add(current);
      ring.push(place(current));
      const [a, b] = links.get(current)!;
      const following = a === previous ? b! : a!;
      previous = current;
      current = following;
    }
    if (ring.length > 3) rings.push(ring);
  }
  return rings;
}
