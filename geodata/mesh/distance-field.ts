import { cellMeters, type Raster } from './raster.js';

/** Squared distance transform of a sampled function, one dimension (Felzenszwalb & Huttenlocher 2012). */
function transformLine(
  values: Float64Array,
  count: number,
  { at, bounds, source }: { at: Int32Array; bounds: Float64Array; source: Float64Array },
): void {
  source.set(values.subarray(0, count));
  let top = 0;
  at[0] = 0;
  bounds[0] = -Infinity;
  bounds[1] = Infinity;
  for (let q = 1; q < count; q++) {
    let crossing: number;
    for (;;) {
      const p = at[top]!;
      crossing = (source[q]! + q * q - (source[p]! + p * p)) / (2 * q - 2 * p);
      if (crossing > bounds[top]! || top === 0) break;
      top--;
    }
    if (crossing <= bounds[top]!) crossing = bounds[top]!;
    top++;
    at[top] = q;
    bounds[top] = crossing;
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
export function distanceTo(marked: (index: number) => boolean, { columns, rows }: Raster): Float64Array {
  const far = 1e9;
  const field = new Float64Array(columns * rows);
  for (let index = 0; index < field.length; index++) field[index] = marked(index) ? 0 : far;
  const longest = Math.max(columns, rows);
  const line = new Float64Array(longest);
  const scratch = {
    at: new Int32Array(longest),
    bounds: new Float64Array(longest + 1),
    source: new Float64Array(longest),
  };
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) line[row] = field[row * columns + column]!;
    transformLine(line, rows, scratch);
    for (let row = 0; row < rows; row++) field[row * columns + column] = line[row]!;
  }
  for (let row = 0; row < rows; row++) {
    line.set(field.subarray(row * columns, (row + 1) * columns));
    transformLine(line, columns, scratch);
    field.set(line.subarray(0, columns), row * columns);
  }
  for (let index = 0; index < field.length; index++) field[index] = Math.sqrt(field[index]!) * cellMeters;
  return field;
}
