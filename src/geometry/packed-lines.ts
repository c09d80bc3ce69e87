import { nearestPlaceOnSegment } from './edge-index.js';
import { nodeSize, unitsPerDegree, unknownNumber, type PackedHeader } from './packed-header.js';
import type { BoundingBox, Position } from './position.js';
import { metersPerDegreeOnSphere, parallelShare } from './sphere.js';

/** The place on a line that is nearest to a position. */
export interface NearestLine {
  line: number;
  meters: number;
  point: Position;
}

export interface PackedLine {
  /** UTF-8; decoded by the reader, who has a decoder. */
  nameBytes: Uint8Array;
  kind: string | null;
  material: string | null;
  diameterMillimeters: number | null;
  /** Fiscal year. */
  built: number | null;
}

/** `missing`: these words of the body have not been fetched yet; ask again when they are. */
export type PackedAnswer<Value> =
  | { ok: true; value: Value }
  | { ok: false; problem: 'missing'; firstWord: number; endWord: number }
  | { ok: false; problem: 'damaged' };

/** True when words `firstWord` to `endWord` (not included) are there. */
export type HasWords = (firstWord: number, endWord: number) => boolean;

/**
 * Exact answers from a packed line file: tree and whole units narrow down to one segment, turf says how far it is.
 * Works on the whole body or on the part of it that has been fetched so far.
 */
export class PackedLines {
  readonly header: PackedHeader;
  readonly #words: Int32Array;
  readonly #has: HasWords;
  // Where a search stopped; one search at a time.
  #missing: { firstWord: number; endWord: number } | null = null;
  #damaged = false;

  /** @param words the body; @param has which of it is there (all, when left out) */
  constructor(header: PackedHeader, words: Int32Array, has: HasWords = () => true) {
    this.header = header;
    this.#words = words;
    this.#has = has;
  }

  /** The nearest line, or null when there is none within `withinMeters`. */
  nearest(position: Position, withinMeters = Infinity): PackedAnswer<NearestLine | null> {
    const [x, y] = [position[0] * unitsPerDegree, position[1] * unitsPerDegree];
    const perUnit = metersPerDegreeOnSphere / unitsPerDegree;
    const search: NearestSearch = {
      x,
      y,
      east: perUnit * parallelShare(position[1]),
      north: perUnit,
      squared: withinMeters * withinMeters,
      line: -1,
      from: 0,
      to: 0,
    };
    this.#missing = null;
    this.#damaged = false;
    if (this.header.levels.length > 0 && !Number.isNaN(x + y)) this.#descend(0, 0, 1, search);
    const failure = this.#failure();
    if (failure) return failure;
    if (search.line < 0) return { ok: true, value: null };
    const place = nearestPlaceOnSegment(position, this.#vertex(search.from), this.#vertex(search.to));
    return { ok: true, value: { line: search.line, ...place } };
  }

  /** The position of a vertex, by its first word. */
  #vertex(at: number): Position {
    return [this.#word(at) / unitsPerDegree, this.#word(at + 1) / unitsPerDegree];
  }

  /** NaN behind the last one: no comparison holds for it. */
  #word(at: number): number {
    return this.#words[at] ?? NaN;
  }

  /** Children `first` to `end` of a level, the nearest first, as long as they may hold something nearer. */
  #descend(level: number, first: number, end: number, search: NearestSearch): void {
    const firstWord = this.header.levels[level]?.firstWord ?? NaN;
    if (!this.#need(firstWord + first * 4, firstWord + end * 4)) return;
    const order: number[] = [];
    const distances: number[] = [];
    for (let node = first; node < end; node++) {
      const at = firstWord + node * 4;
      const dx = outside(search.x, this.#word(at), this.#word(at + 2)) * search.east;
      const dy = outside(search.y, this.#word(at + 1), this.#word(at + 3)) * search.north;
      const squared = dx * dx + dy * dy;
      if (squared > search.squared) continue;
      // Sixteen at the most: put in by insertion, no sort and no pairs to throw away.
      let i = order.length;
      while (i > 0 && (distances[i - 1] ?? 0) > squared) i--;
      order.splice(i, 0, node);
      distances.splice(i, 0, squared);
    }
    const below = this.header.levels[level + 1];
    for (let i = 0; i < order.length && this.#missing === null; i++) {
      if ((distances[i] ?? Infinity) > search.squared) return;
      const node = order[i] ?? NaN;
      if (below)
        this.#descend(level + 1, node * nodeSize, Math.min(below.count, (node + 1) * nodeSize), search);
      else this.#measure(node, search);
    }
  }

  #measure(piece: number, search: NearestSearch): void {
    const range = this.#piece(piece);
    if (!range) return;
    const start = this.header.vertices.firstWord + range.first * 2;
    const end = this.header.vertices.firstWord + range.end * 2;
    for (let at = start; at + 3 < end || at === start; at += 2) {
      const [fromX, fromY] = [this.#word(at), this.#word(at + 1)];
      const last = at + 3 >= end;
      const [dx, dy] = last ? [0, 0] : [this.#word(at + 2) - fromX, this.#word(at + 3) - fromY];
      const [eastward, northward] = [dx * search.east, dy * search.north];
      const lengthSquared = eastward * eastward + northward * northward;
      const along =
        lengthSquared === 0
          ? 0
          : ((search.x - fromX) * search.east * eastward + (search.y - fromY) * search.north * northward) /
            lengthSquared;
      const share = along < 0 ? 0 : along > 1 ? 1 : along;
      const east = (fromX + share * dx - search.x) * search.east;
      const north = (fromY + share * dy - search.y) * search.north;
      const squared = east * east + north * north;
      // The lower number settles a tie, whatever way the search came.
      if (
        squared > search.squared ||
        (squared === search.squared && search.line >= 0 && range.line >= search.line)
      )
        continue;
      search.squared = squared;
      search.line = range.line;
      search.from = at;
      search.to = last ? at : at + 2;
    }
  }

  /** Numbers of the lines that touch the box, ascending; stops at `limit`. */
  inBox(box: BoundingBox, limit = Infinity): PackedAnswer<number[]> {
    const [west, south, east, north] = inUnits(box);
    this.#missing = null;
    this.#damaged = false;
    const found = new Set<number>();
    const visit = (level: number, first: number, end: number): void => {
      const firstWord = this.header.levels[level]?.firstWord ?? NaN;
      if (!this.#need(firstWord + first * 4, firstWord + end * 4)) return;
      const below = this.header.levels[level + 1];
      for (let node = first; node < end && found.size < limit && this.#missing === null; node++) {
        const at = firstWord + node * 4;
        if (this.#word(at) > east || this.#word(at + 2) < west) continue;
        if (this.#word(at + 1) > north || this.#word(at + 3) < south) continue;
        if (below) visit(level + 1, node * nodeSize, Math.min(below.count, (node + 1) * nodeSize));
        else this.#touching(node, west, south, east, north, found);
      }
    };
    if (this.header.levels.length > 0) visit(0, 0, 1);
    return this.#failure() ?? { ok: true, value: [...found].sort((a, b) => a - b) };
  }

  #touching(
    piece: number,
    west: number,
    south: number,
    east: number,
    north: number,
    found: Set<number>,
  ): void {
    const range = this.#piece(piece);
    if (!range || found.has(range.line)) return;
    const start = this.header.vertices.firstWord + range.first * 2;
    const end = this.header.vertices.firstWord + range.end * 2;
    for (let at = start; at < end; at += 2) {
      const next = at + 2 < end ? at + 2 : at;
      const [fromX, fromY] = [this.#word(at), this.#word(at + 1)];
      const [dx, dy] = [this.#word(next) - fromX, this.#word(next + 1) - fromY];
      if (!crosses(fromX, fromY, dx, dy, west, south, east, north)) continue;
      found.add(range.line);
      return;
    }
  }

  /** What is known of a line. @param line a number that a search gave */
  line(line: number): PackedAnswer<PackedLine> {
    const { lines, names, kinds, materials } = this.header;
    this.#missing = null;
    this.#damaged = false;
    const at = lines.firstWord + line * 4;
    if (!(line >= 0 && line < lines.count)) return { ok: false, problem: 'damaged' };
    if (!this.#need(at, at + 8)) return this.#failure() ?? { ok: false, problem: 'damaged' };
    const words = this.#words;
    const [start, end] = [this.#word(at + 3), this.#word(at + 7)];
    if (!(start >= 0 && end >= start && end <= names.count)) return { ok: false, problem: 'damaged' };
    if (!this.#need(names.firstWord + (start >> 2), names.firstWord + ((end + 3) >> 2)))
      return this.#failure() ?? { ok: false, problem: 'damaged' };
    const nameStart = words.byteOffset + names.firstWord * 4 + start;
    const codes = this.#word(at + 2);
    const known = (value: number) => (value === unknownNumber ? null : value);
    return {
      ok: true,
      value: {
        nameBytes: new Uint8Array(words.buffer, nameStart, end - start),
        kind: kinds[codes & 255] ?? null,
        material: materials[codes >> 8] ?? null,
        diameterMillimeters: known(this.#word(at)),
        built: known(this.#word(at + 1)),
      },
    };
  }

  /** Vertices of a piece, fetched and inside the file. */
  #piece(piece: number): { first: number; end: number; line: number } | null {
    const at = this.header.pieces.firstWord + piece * 2;
    if (!this.#need(at, at + 3)) return null;
    const [first, line, end] = [this.#word(at), this.#word(at + 1), this.#word(at + 2)];
    if (
      first < 0 ||
      end <= first ||
      end > this.header.vertices.count ||
      line < 0 ||
      line >= this.header.lines.count
    ) {
      this.#damaged = true;
      return null;
    }
    const start = this.header.vertices.firstWord;
    return this.#need(start + first * 2, start + end * 2) ? { first, end, line } : null;
  }

  #need(firstWord: number, endWord: number): boolean {
    if (this.#has(firstWord, endWord)) return true;
    this.#missing ??= { firstWord, endWord };
    return false;
  }

  #failure(): Extract<PackedAnswer<never>, { ok: false }> | null {
    if (this.#missing) return { ok: false, problem: 'missing', ...this.#missing };
    return this.#damaged ? { ok: false, problem: 'damaged' } : null;
  }
}

interface NearestSearch {
  x: number;
  y: number;
  /** Metres a unit. */
  east: number;
  north: number;
  /** Square of the best distance so far. */
  squared: number;
  line: number;
  /** First words of the two vertices of the nearest segment so far. */
  from: number;
  to: number;
}

const inUnits = ([west, south, east, north]: BoundingBox): BoundingBox => [
  west * unitsPerDegree,
  south * unitsPerDegree,
  east * unitsPerDegree,
  north * unitsPerDegree,
];

const outside = (value: number, low: number, high: number) =>
  value < low ? low - value : value > high ? value - high : 0;

/** Whether a segment touches a box (Liang–Barsky). */
function crosses(
  x: number,
  y: number,
  dx: number,
  dy: number,
  west: number,
  south: number,
  east: number,
  north: number,
): boolean {
  let [enter, leave] = [0, 1];
  for (const [direction, distance] of [
    [-dx, x - west],
    [dx, east - x],
    [-dy, y - south],
    [dy, north - y],
  ] as const) {
    if (direction === 0) {
      if (distance < 0) return false;
      continue;
    }
    const at = distance / direction;
    if (direction < 0) enter = Math.max(enter, at);
    else leave = Math.min(leave, at);
    if (enter > leave) return false;
  }
  return true;
}
