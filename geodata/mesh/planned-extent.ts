import { metersPerStepX, metersPerStepY, type GridPoint } from './grid.js';

export interface Seed {
  point: GridPoint;
  radiusMeters: number;
}

/** Size of a raster cell; the outline drawn from it is good to about half of it. */
const cellMeters = 25;

interface Raster {
  columns: number;
  rows: number;
  west: number;
  south: number;
}

/** Squared distance transform of a sampled function, one dimension (Felzenszwalb & Huttenlocher 2012). */
function transformLine(values: Float64Array, count: number, at: Int32Array, bounds: Float64Array): void {
  const source = values.slice(0, count);
  let top = 0;
  at[0] = 0;
  bounds[0] = -Infinity;
  bounds[1] = Infinity;
  for (let q = 1; q < count; q++) {
    let meet: number;
    for (;;) {
      const p = at[top]!;
      meet = (source[q]! + q * q - (source[p]! + p * p)) / (2 * q - 2 * p);
      if (meet > bounds[top]! || top === 0) break;
      top--;
    }
    if (meet <= bounds[top]!) meet = bounds[top]!;
    top++;
    at[top] = q;
    bounds[top] = meet;
    bounds[top + 1] = Infinity;
  }
  let k = 0;
  for (let q = 0; q < count; q++) {
    while (bounds[k + 1]! < q) k++;
    const p = at[k]!;
    values[q] = (q - p) * (q - p) + source[p]!;
  }
}

/** Distance in metres from every raster point to the nearest marked one. */
function distanceTo(marked: (index: number) => boolean, { columns, rows }: Raster): Float64Array {
  const far = 1e9;
  const field = new Float64Array(columns * rows);
  for (let index = 0; index < field.length; index++) field[index] = marked(index) ? 0 : far;
  const longest = Math.max(columns, rows);
  const line = new Float64Array(longest);
  const at = new Int32Array(longest);
  const bounds = new Float64Array(longest + 1);
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) line[row] = field[row * columns + column]!;
    transformLine(line, rows, at, bounds);
    for (let row = 0; row < rows; row++) field[row * columns + column] = line[row]!;
  }
  for (let row = 0; row < rows; row++) {
    line.set(field.subarray(row * columns, (row + 1) * columns));
    transformLine(line, columns, at, bounds);
    field.set(line.subarray(0, columns), row * columns);
  }
  for (let index = 0; index < field.length; index++) field[index] = Math.sqrt(field[index]!) * cellMeters;
  return field;
}

/**
 * Outline of "near a seed": discs around the seeds, with gaps and bays narrower than twice `closingMeters`
 * filled (morphological closing: grow, then shrink by the same length).
 * Returns rings for the even-odd rule.
 */
export function plannedExtent(seeds: readonly Seed[], closingMeters: number): GridPoint[][] {
  const metric = seeds.map(({ point, radiusMeters }) => ({
    x: point[0] * metersPerStepX,
    y: point[1] * metersPerStepY,
    radiusMeters,
  }));
  const margin = closingMeters + Math.max(...metric.map((seed) => seed.radiusMeters)) + 4 * cellMeters;
  const west = Math.min(...metric.map((seed) => seed.x)) - margin;
  const south = Math.min(...metric.map((seed) => seed.y)) - margin;
  const raster: Raster = {
    west,
    south,
    columns: Math.ceil((Math.max(...metric.map((seed) => seed.x)) + margin - west) / cellMeters) + 1,
    rows: Math.ceil((Math.max(...metric.map((seed) => seed.y)) + margin - south) / cellMeters) + 1,
  };
  // How far outside the union of discs each raster point is (0 inside).
  const outside = new Float64Array(raster.columns * raster.rows).fill(Infinity);
  for (const seed of metric) {
    const reach = seed.radiusMeters + closingMeters + 2 * cellMeters;
    const firstColumn = Math.max(0, Math.floor((seed.x - reach - west) / cellMeters));
    const lastColumn = Math.min(raster.columns - 1, Math.ceil((seed.x + reach - west) / cellMeters));
    const firstRow = Math.max(0, Math.floor((seed.y - reach - south) / cellMeters));
    const lastRow = Math.min(raster.rows - 1, Math.ceil((seed.y + reach - south) / cellMeters));
    for (let row = firstRow; row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) {
        const dx = west + column * cellMeters - seed.x;
        const dy = south + row * cellMeters - seed.y;
        const beyond = Math.sqrt(dx * dx + dy * dy) - seed.radiusMeters;
        const index = row * raster.columns + column;
        if (beyond < outside[index]!) outside[index] = beyond;
      }
    }
  }
  const toGrown = distanceTo((index) => outside[index]! > closingMeters, raster);
  return contour(toGrown, closingMeters, raster).map((ring) =>
    simplify(ring, 8).map(([x, y]): GridPoint => [
      Math.round(x / metersPerStepX),
      Math.round(y / metersPerStepY),
    ]),
  );
}

/** Marching squares: closed lines where the field passes the level, in metres. */
function contour(field: Float64Array, level: number, raster: Raster): (readonly [number, number])[][] {
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
  const place = (key: number): readonly [number, number] => {
    const index = key >> 1;
    const column = index % columns;
    const row = (index - column) / columns;
    const a = value(column, row);
    const b = key % 2 === 0 ? value(column + 1, row) : value(column, row + 1);
    const share = (level - a) / (b - a);
    const [x, y] = key % 2 === 0 ? [column + share, row] : [column, row + share];
    return [west + x * cellMeters, south + y * cellMeters];
  };
  const rings: (readonly [number, number])[][] = [];
  const done = new Set<number>();
  for (const start of links.keys()) {
    if (done.has(start)) continue;
    const ring: (readonly [number, number])[] = [];
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

/** Douglas–Peucker on a closed line, tolerance in metres. */
function simplify(
  ring: readonly (readonly [number, number])[],
  tolerance: number,
): (readonly [number, number])[] {
  const middle = Math.floor(ring.length / 2);
  const keep = new Set<number>([0, middle]);
  const stack: [number, number][] = [
    [0, middle],
    [middle, ring.length],
  ];
  while (stack.length > 0) {
    const [from, to] = stack.pop()!;
    const a = ring[from]!;
    const b = ring[to % ring.length]!;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    let worst = tolerance;
    let at = -1;
    for (let index = from + 1; index < to; index++) {
      const p = ring[index]!;
      const off = Math.abs((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])) / length;
      if (off > worst) [worst, at] = [off, index];
    }
    if (at === -1) continue;
    keep.add(at);
    stack.push([from, at], [at, to]);
  }
  return [...keep].sort((p, q) => p - q).map((index) => ring[index]!);
}
