import { visibleText } from '../../i18n/shown-text.js';
import { encodeCp932 } from './cp932.js';

/** A point of a drawing in its own units, x east (right), y north (up). */
export type DxfPoint = readonly [number, number] | readonly [number, number, number];

/**
 * A DXF file of release 12, the form every CAD reads: layers, polylines, points and texts. Text is CP932, the
 * code page of Japanese CADs, with `\U+XXXX` for what it lacks.
 */
export class DxfWriter {
  readonly #layers = new Map<string, number>();
  readonly #entities: string[] = [];
  #box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  readonly #comment: string;

  /** @param comment one line that says units and coordinate system; it opens the file */
  constructor(comment: string) {
    this.#comment = comment;
  }

  /** @param colour AutoCAD colour index, 1–255; 7 is black or white */
  layer(name: string, colour: number): void {
    if (!this.#layers.has(layerName(name))) this.#layers.set(layerName(name), colour);
  }

  polyline(layer: string, points: readonly DxfPoint[], closed = false, lineType = 'CONTINUOUS'): void {
    const high = points.some((point) => point.length > 2);
    this.#add(
      ...[0, 'POLYLINE', 8, this.#use(layer), 6, lineType, 66, 1],
      ...[10, 0, 20, 0, 30, 0, 70, (closed ? 1 : 0) + (high ? 8 : 0)],
    );
    for (const point of points)
      this.#add(0, 'VERTEX', 8, layerName(layer), ...this.#coordinates(point), 70, high ? 32 : 0);
    this.#add(0, 'SEQEND', 8, layerName(layer));
  }

  point(layer: string, at: DxfPoint): void {
    this.#add(0, 'POINT', 8, this.#use(layer), ...this.#coordinates(at));
  }

  text(
    layer: string,
    at: DxfPoint,
    text: string,
    height: number,
    options: { anchor?: 'start' | 'middle' | 'end'; rotationDegrees?: number } = {},
  ): void {
    const alignment = { start: 0, middle: 1, end: 2 }[options.anchor ?? 'start'];
    const [x, y] = at;
    // Group 11 is where an aligned text stands; 10 is then recomputed by the reader.
    const aligned = alignment === 0 ? [] : [72, alignment, 11, decimal(x), 21, decimal(y), 31, 0];
    const rotation = options.rotationDegrees ? [50, decimal(options.rotationDegrees)] : [];
    this.#add(
      ...[0, 'TEXT', 8, this.#use(layer), ...this.#coordinates(at)],
      ...[40, decimal(height), 1, oneLine(text), 7, 'STANDARD', ...rotation, ...aligned],
    );
  }

  bytes(): Uint8Array {
    const [west, south, east, north] = this.#box[0] === Infinity ? [0, 0, 0, 0] : this.#box;
    const lines: (string | number)[] = [];
    lines.push(999, oneLine(this.#comment), 0, 'SECTION', 2, 'HEADER', 9, '$ACADVER', 1, 'AC1009');
    lines.push(9, '$DWGCODEPAGE', 3, 'ANSI_932');
    lines.push(9, '$EXTMIN', 10, decimal(west), 20, decimal(south), 30, 0);
    lines.push(9, '$EXTMAX', 10, decimal(east), 20, decimal(north), 30, 0, 0, 'ENDSEC');
    lines.push(0, 'SECTION', 2, 'TABLES', ...this.#tables(), 0, 'ENDSEC');
    lines.push(0, 'SECTION', 2, 'BLOCKS', 0, 'ENDSEC', 0, 'SECTION', 2, 'ENTITIES');
    const head = pairs(lines);
    const tail = pairs([0, 'ENDSEC', 0, 'EOF']);
    return encodeCp932(`${head}${this.#entities.join('')}${tail}`);
  }

  #tables(): (string | number)[] {
    const types: (string | number)[] = [0, 'TABLE', 2, 'LTYPE', 70, 2];
    types.push(0, 'LTYPE', 2, 'CONTINUOUS', 70, 0, 3, 'Solid line', 72, 65, 73, 0, 40, 0);
    types.push(
      0,
      'LTYPE',
      2,
      'DASHED',
      70,
      0,
      3,
      '__ __ __',
      72,
      65,
      73,
      2,
      40,
      4.5,
      49,
      3,
      49,
      -1.5,
      0,
      'ENDTAB',
    );
    const layers = [...this.#layers].flatMap(([name, colour]) => [
      0,
      'LAYER',
      2,
      name,
      70,
      0,
      62,
      colour,
      6,
      'CONTINUOUS',
    ]);
    const styles = [
      0,
      'STYLE',
      2,
      'STANDARD',
      70,
      0,
      40,
      0,
      41,
      1,
      50,
      0,
      71,
      0,
      42,
      2.5,
      3,
      'txt',
      4,
      'bigfont',
    ];
    return [
      ...types,
      ...[0, 'TABLE', 2, 'LAYER', 70, this.#layers.size, ...layers, 0, 'ENDTAB'],
      ...[0, 'TABLE', 2, 'STYLE', 70, 1, ...styles, 0, 'ENDTAB'],
    ];
  }

  #use(layer: string): string {
    this.layer(layer, 7);
    return layerName(layer);
  }

  #coordinates([x, y, z = 0]: DxfPoint): (string | number)[] {
    const [west, south, east, north] = this.#box;
    this.#box = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)];
    return [10, decimal(x), 20, decimal(y), 30, decimal(z)];
  }

  #add(...groups: (string | number)[]): void {
    this.#entities.push(pairs(groups));
  }
}

/** Group code and value on lines of their own. */
function pairs(groups: readonly (string | number)[]): string {
  return (
    groups.map((group, index) => (index % 2 === 0 ? String(group).padStart(3) : String(group))).join('\r\n') +
    '\r\n'
  );
}

/** Plain decimals: CADs do not read 1e-7. */
function decimal(value: number): string {
  return Number.isFinite(value) ? value.toFixed(9).replace(/\.?0+$/, '') || '0' : '0';
}

/** A line break inside a value would shift every group behind it. */
function oneLine(text: string): string {
  // In CP932 ⟨ is no letter.
  const visible = visibleText(text.replace(/[\r\n\t\0]+/g, ' ')).replace(/[⟨⟩]/g, (sign) =>
    sign === '⟨' ? '<' : '>',
  );
  return visible.slice(0, 250);
}

/** Release 12 wants no blanks or marks in layer names; Japanese letters are kept, every CAD here reads them. */
function layerName(name: string): string {
  const clean = oneLine(name)
    .trim()
    .replace(/[<>/\\":;?*|,=`\s]+/g, '_');
  return clean === '' ? '0' : clean.slice(0, 80);
}
