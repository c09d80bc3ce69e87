import Flatbush from 'flatbush';
import {
  magic,
  nodeSize,
  preambleBytes,
  unitsPerDegree,
  unknownNumber,
  type PackedHeader,
} from '../../src/geometry/packed-header.js';
import { GrowingBytes, GrowingWords } from './growing.js';

export interface LineToPack {
  name: string;
  kind: string | null;
  material: string | null;
  diameterMillimeters: number | null;
  built: number | null;
  /** At least one position, [longitude, latitude]. */
  coordinates: readonly (readonly number[])[];
}

/** Longer lines are cut into pieces of so many vertices, so that their boxes stay small. */
const verticesPerPiece = 8;

/**
 * Packs lines into the file that `src/geometry/packed-lines.ts` answers from.
 * Takes lines one by one and keeps only numbers of them; the tree is flatbush's.
 */
export class LinePacker {
  readonly #boxes = new GrowingWords();
  /** First vertex and line of each piece, in the order added. */
  readonly #pieces = new GrowingWords();
  readonly #vertices = new GrowingWords();
  /** Diameter, year, codes, first byte of the name. */
  readonly #lines = new GrowingWords();
  readonly #names = new GrowingBytes();
  readonly #kinds = new Codes();
  readonly #materials = new Codes();

  add(line: LineToPack): void {
    const number = this.#lines.length / 4;
    this.#lines.push(
      line.diameterMillimeters === null ? unknownNumber : Math.round(line.diameterMillimeters),
    );
    this.#lines.push(line.built ?? unknownNumber);
    this.#lines.push(this.#kinds.of(line.kind) + this.#materials.of(line.material) * 256);
    this.#lines.push(this.#names.length);
    this.#names.push(line.name);
    const last = line.coordinates.length - 1;
    for (let first = 0; first === 0 || first < last; first += verticesPerPiece - 1)
      this.#addPiece(number, line.coordinates, first, Math.min(last, first + verticesPerPiece - 1));
  }

  #addPiece(line: number, coordinates: LineToPack['coordinates'], first: number, last: number): void {
    this.#pieces.push(this.#vertices.length / 2);
    this.#pieces.push(line);
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = first; i <= last; i++) {
      const x = Math.round((coordinates[i]?.[0] ?? Number.NaN) * unitsPerDegree);
      const y = Math.round((coordinates[i]?.[1] ?? Number.NaN) * unitsPerDegree);
      this.#vertices.push(x);
      this.#vertices.push(y);
      west = Math.min(west, x);
      south = Math.min(south, y);
      east = Math.max(east, x);
      north = Math.max(north, y);
    }
    for (const side of [west, south, east, north]) this.#boxes.push(side);
  }

  /** The file. */
  pack(): Uint8Array {
    const count = this.#pieces.length / 2;
    const { levels, order } = treeOf(this.#boxes.view(), count);
    const lineOrder = new Int32Array(this.#lines.length / 4).fill(-1);
    const lineCount = lineOrder.length;
    const header: PackedHeader = {
      format: 'mizumichi-packed-lines',
      version: 1,
      words: 0,
      ...layOut(levels, count, this.#vertices.length / 2, lineCount, this.#names.length),
      kinds: this.#kinds.words,
      materials: this.#materials.words,
    };
    header.words = header.names.firstWord + Math.ceil(this.#names.length / 4);
    const json = new TextEncoder().encode(ascii(JSON.stringify(header)));
    const headerBytes = Math.ceil(json.length / 4) * 4;
    const file = new Uint8Array(preambleBytes + headerBytes + header.words * 4);
    file.set(magic);
    new DataView(file.buffer).setUint32(4, headerBytes, true);
    file.fill(0x20, preambleBytes, preambleBytes + headerBytes);
    file.set(json, preambleBytes);
    const words = new Int32Array(file.buffer, preambleBytes + headerBytes);
    levels.forEach((boxes, i) => words.set(boxes, header.levels[i]?.firstWord));
    const linesMet = this.#writePieces(words, header, order, lineOrder);
    this.#writeLines(words, header, linesMet);
    return file;
  }

  /** Pieces and vertices in the tree's order. @returns lines in the order in which they are first met */
  #writePieces(
    words: Int32Array,
    header: PackedHeader,
    order: ArrayLike<number>,
    lineOrder: Int32Array,
  ): number[] {
    const [pieces, vertices] = [this.#pieces.view(), this.#vertices.view()];
    const met: number[] = [];
    let [pieceAt, vertexAt] = [header.pieces.firstWord, header.vertices.firstWord];
    for (let i = 0; i < order.length; i++) {
      const piece = order[i] as number;
      const line = pieces[piece * 2 + 1] as number;
      if (lineOrder[line] === -1) lineOrder[line] = met.push(line) - 1;
      const first = pieces[piece * 2] as number;
      const end = pieces[piece * 2 + 2] ?? vertices.length / 2;
      words[pieceAt++] = (vertexAt - header.vertices.firstWord) / 2;
      words[pieceAt++] = lineOrder[line] as number;
      words.set(vertices.subarray(first * 2, end * 2), vertexAt);
      vertexAt += (end - first) * 2;
    }
    words[pieceAt] = header.vertices.count;
    return met;
  }

  #writeLines(words: Int32Array, header: PackedHeader, order: readonly number[]): void {
    const [lines, names] = [this.#lines.view(), this.#names.view()];
    const nameBytes = new Uint8Array(words.buffer, words.byteOffset + header.names.firstWord * 4);
    let [at, nameAt] = [header.lines.firstWord, 0];
    for (const line of order) {
      const first = lines[line * 4 + 3] as number;
      const name = names.subarray(first, lines[line * 4 + 7] ?? names.length);
      words.set(
        [lines[line * 4] as number, lines[line * 4 + 1] as number, lines[line * 4 + 2] as number, nameAt],
        at,
      );
      nameBytes.set(name, nameAt);
      at += 4;
      nameAt += name.length;
    }
    words.set([unknownNumber, unknownNumber, 0, nameAt], at);
  }
}

/** flatbush's tree as levels of boxes, root first, and the order its leaves stand in. */
function treeOf(boxes: Int32Array, count: number): { levels: Int32Array[]; order: ArrayLike<number> } {
  if (count === 0) return { levels: [], order: [] };
  const tree = new Flatbush(count, nodeSize, Int32Array);
  for (let i = 0; i < count * 4; i += 4)
    tree.add(boxes[i] as number, boxes[i + 1] as number, boxes[i + 2], boxes[i + 3]);
  tree.finish();
  // Its stored form (see Flatbush.from): 8 bytes, boxes level by level from the leaves up, then the leaves' numbers.
  const headBytes = 8;
  const levels: Int32Array[] = [];
  let [start, size] = [headBytes, count];
  for (;;) {
    levels.unshift(new Int32Array(tree.data as ArrayBuffer, start, size * 4));
    start += size * 16;
    if (size === 1 && levels.length > 1) break;
    size = Math.ceil(size / nodeSize);
  }
  const nodes = (start - headBytes) / 16;
  const Numbers = nodes < 16384 ? Uint16Array : Uint32Array;
  return { levels, order: new Numbers(tree.data as ArrayBuffer, start, count) };
}

function layOut(
  levels: readonly Int32Array[],
  pieces: number,
  vertices: number,
  lines: number,
  nameBytes: number,
) {
  let word = 0;
  const section = (count: number, words: number) => {
    const firstWord = word;
    word += words;
    return { firstWord, count };
  };
  return {
    levels: levels.map((boxes) => section(boxes.length / 4, boxes.length)),
    pieces: section(pieces, pieces * 2 + 2),
    vertices: section(vertices, vertices * 2),
    lines: section(lines, lines * 4 + 4),
    names: section(nameBytes, Math.ceil(nameBytes / 4)),
  };
}

/** Words by number; the first 255 of them, the rest are unknown. */
class Codes {
  readonly words: string[] = [];
  readonly #codes = new Map<string, number>();

  of(word: string | null): number {
    if (word === null) return 255;
    const known = this.#codes.get(word);
    if (known !== undefined) return known;
    if (this.words.length >= 255) return 255;
    this.#codes.set(word, this.words.length);
    return this.words.push(word) - 1;
  }
}

/** The reader has no decoder at hand for the header. */
const ascii = (text: string) =>
  text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
