import * as v from 'valibot';

/**
 * A packed line file: every line of a network with a spatial index, in one file that is read whole or by ranges.
 *
 * ```
 * 0   'MZPL'            four bytes
 * 4   header bytes      uint32, little endian like everything here
 * 8   header            JSON in ASCII (other characters as \uXXXX), padded with spaces to a multiple of four
 * …   body              int32 words, in the sections the header names
 * ```
 * Coordinates are whole units of 10⁻⁷ degree (about a centimetre). The tree is flatbush's: boxes packed along a Hilbert
 * curve, sixteen to a node. Its levels stand root first, and everything after it keeps the order of its leaves, so that
 * no child pointers are needed and what is near on the ground is near in the file.
 */
export const magic = [0x4d, 0x5a, 0x50, 0x4c] as const;
export const unitsPerDegree = 1e7;
export const nodeSize = 16;
/** Bytes before the JSON. */
export const preambleBytes = 8;
/** No number in a record's field. */
export const unknownNumber = -1;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** `firstWord` counts from the start of the body. */
const section = v.object({ firstWord: count, count });

export const packedHeaderSchema = v.object({
  format: v.literal('mizumichi-packed-lines'),
  version: v.literal(1),
  /** Words of the whole body. */
  words: count,
  /** Boxes of the tree, root first; four words a box: west, south, east, north. The last level are the pieces. */
  levels: v.array(section),
  /** Two words a piece: its first vertex and its line. One more at the end closes the last. */
  pieces: section,
  /** Two words a vertex: longitude, latitude. */
  vertices: section,
  /** Four words a line: diameter (mm), year built, kind + material × 256, first byte of its name. One more at the end. */
  lines: section,
  /** UTF-8 of the names; `count` in bytes. */
  names: section,
  /** Words the numbers of a record stand for. */
  kinds: v.array(v.string()),
  materials: v.array(v.string()),
});
export type PackedHeader = v.InferOutput<typeof packedHeaderSchema>;

export type PackedProblem = 'not-packed-lines' | 'damaged';
export type HeaderResult =
  | { ok: true; header: PackedHeader; bodyStart: number }
  | { ok: false; problem: PackedProblem; neededBytes?: number };

/**
 * The header at the start of a file.
 * @param bytes the file or its beginning; too short a beginning says how much is needed
 */
export function readPackedHeader(bytes: Uint8Array): HeaderResult {
  if (bytes.length < preambleBytes || magic.some((byte, i) => bytes[i] !== byte))
    return { ok: false, problem: 'not-packed-lines' };
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  const bodyStart = preambleBytes + length;
  // A header is a kilobyte or two; a large number here is damage, not a reason to fetch.
  if (length > 1 << 16 || bodyStart % 4 !== 0) return { ok: false, problem: 'damaged' };
  if (bytes.length < bodyStart) return { ok: false, problem: 'damaged', neededBytes: bodyStart };
  let json: unknown;
  try {
    let text = '';
    for (const byte of bytes.subarray(preambleBytes, bodyStart)) text += String.fromCharCode(byte);
    json = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'damaged' };
  }
  const parsed = v.safeParse(packedHeaderSchema, json);
  if (!parsed.success || !fits(parsed.output)) return { ok: false, problem: 'damaged' };
  return { ok: true, header: parsed.output, bodyStart };
}

/** Sections in order and inside the body, levels that are a tree. */
function fits({ words, levels, pieces, vertices, lines, names }: PackedHeader): boolean {
  const ends = [
    ...levels.map((level) => [level, level.count * 4] as const),
    [pieces, pieces.count * 2 + 2] as const,
    [vertices, vertices.count * 2] as const,
    [lines, lines.count * 4 + 4] as const,
    [names, Math.ceil(names.count / 4)] as const,
  ];
  let word = 0;
  for (const [part, length] of ends) {
    if (part.firstWord !== word) return false;
    word += length;
  }
  const tree = levels.every(({ count: own }, i) => {
    const below = levels[i + 1]?.count;
    return below === undefined ? own === pieces.count : own === Math.ceil(below / nodeSize);
  });
  return (
    word === words &&
    tree &&
    (levels.length === 0 ? pieces.count === 0 : levels[0]?.count === 1 || pieces.count === 1)
  );
}
