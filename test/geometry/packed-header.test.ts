import { describe, expect, it } from 'vitest';
import { LinePacker } from '../../geodata/network/pack-lines.js';
import {
  magic,
  nodeSize,
  preambleBytes,
  readPackedHeader,
  type PackedHeader,
} from '../../src/geometry/packed-header.js';

/** A file of so many pipes in a row. */
function packed(count: number): Uint8Array {
  const packer = new LinePacker();
  for (let i = 0; i < count; i++)
    packer.add({
      name: `管${i}`,
      kind: '雨水',
      material: '塩ビ管',
      diameterMillimeters: 250,
      built: 1990,
      coordinates: [
        [130.4 + i * 1e-4, 33.5],
        [130.4 + i * 1e-4, 33.501],
      ],
    });
  return packer.pack();
}

function headerOf(file: Uint8Array): PackedHeader {
  const read = readPackedHeader(file);
  if (!read.ok) throw new Error(read.problem);
  return read.header;
}

/** A file with this header and no body. */
function withHeader(header: unknown, { padding = 0 } = {}): Uint8Array {
  // Everything outside ASCII is escaped, as in the file.
  const json = JSON.stringify(header).replace(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const length = Math.ceil(json.length / 4) * 4 + padding;
  const file = new Uint8Array(preambleBytes + length).fill(0x20);
  file.set(magic);
  new DataView(file.buffer).setUint32(4, length, true);
  file.set(new TextEncoder().encode(json), preambleBytes);
  return file;
}

const damaged = { ok: false, problem: 'damaged' };

describe('readPackedHeader', () => {
  it.each([0, 1, 2, 16, 17, 256, 257])('reads what was packed: %i lines', (count) => {
    const file = packed(count);
    const read = readPackedHeader(file);
    if (!read.ok) throw new Error(read.problem);
    const { header, bodyStart } = read;
    expect(bodyStart % 4).toBe(0);
    expect(bodyStart + header.words * 4).toBe(file.length);
    expect(header.lines.count).toBe(count);
    expect(header.vertices.count).toBe(count * 2);
    expect(header.kinds).toEqual(count > 0 ? ['雨水'] : []);
    expect(header.materials).toEqual(count > 0 ? ['塩ビ管'] : []);
    const counts = header.levels.map((level) => level.count);
    expect(counts[0] ?? 1).toBe(1);
    expect(counts.at(-1) ?? 0).toBe(count);
    counts.slice(1).forEach((below, i) => expect(counts[i]).toBe(Math.ceil(below / nodeSize)));
  });

  it('reads from the middle of a larger array', () => {
    const file = packed(3);
    const larger = new Uint8Array(file.length + 24).fill(0xff);
    larger.set(file, 16);
    expect(readPackedHeader(larger.subarray(16))).toEqual(readPackedHeader(file));
  });

  it('too short a beginning says how much is needed, and that much is enough', () => {
    const file = packed(3);
    for (const length of [preambleBytes, preambleBytes + 1, 60]) {
      const read = readPackedHeader(file.slice(0, length));
      if (read.ok || read.neededBytes === undefined) throw new Error('no length asked');
      expect(read.problem).toBe('damaged');
      expect(readPackedHeader(file.slice(0, read.neededBytes - 1))).toEqual(read);
      expect(readPackedHeader(file.slice(0, read.neededBytes))).toMatchObject({
        ok: true,
        bodyStart: read.neededBytes,
      });
    }
    expect(readPackedHeader(file.slice(0, preambleBytes - 1))).toEqual({
      ok: false,
      problem: 'not-packed-lines',
    });
  });

  it.each([0, 1, 2, 3])('every letter of the name counts: the one at %i', (at) => {
    const file = packed(1);
    file[at] = 0x20;
    expect(readPackedHeader(file)).toEqual({ ok: false, problem: 'not-packed-lines' });
  });

  it('takes a header of up to 64 KiB, in whole words', () => {
    const header = headerOf(packed(2));
    const own = withHeader(header).length - preambleBytes;
    expect(readPackedHeader(withHeader(header, { padding: 65_536 - own }))).toMatchObject({
      ok: true,
      header,
    });
    expect(readPackedHeader(withHeader(header, { padding: 65_540 - own }))).toEqual(damaged);
    for (const padding of [1, 2, 3])
      expect(readPackedHeader(withHeader(header, { padding }))).toEqual(damaged);
  });

  const sections = ['pieces', 'vertices', 'lines', 'names'] as const;
  const good = headerOf(packed(300));
  const broken: [string, (header: PackedHeader) => unknown][] = [
    ['no object', () => 'mizumichi-packed-lines'],
    ['another format', (header) => ({ ...header, format: '' })],
    ['another version', (header) => ({ ...header, version: 2 })],
    ['more words than sections', (header) => ({ ...header, words: header.words + 1 })],
    ['fewer words than sections', (header) => ({ ...header, words: header.words - 1 })],
    ['a number that is none', (header) => ({ ...header, words: String(header.words) })],
    ['half a word', (header) => ({ ...header, words: header.words + 0.5 })],
    ['kinds that are no words', (header) => ({ ...header, kinds: [1] })],
    ['no kinds', (header) => ({ ...header, kinds: undefined })],
    ['materials that are no words', (header) => ({ ...header, materials: [null] })],
    ['no materials', (header) => ({ ...header, materials: undefined })],
    ['no levels', (header) => ({ ...header, levels: [] })],
    ...sections.flatMap((name): [string, (header: PackedHeader) => unknown][] => [
      [`no ${name}`, (header) => ({ ...header, [name]: undefined })],
      [
        `${name} one word later`,
        (header) => ({ ...header, [name]: { ...header[name], firstWord: header[name].firstWord + 1 } }),
      ],
      [
        `four more ${name} than there is room for`,
        (header) => ({ ...header, [name]: { ...header[name], count: header[name].count + 4 } }),
      ],
      [`fewer than no ${name}`, (header) => ({ ...header, [name]: { ...header[name], count: -1 } })],
      [`${name} without a start`, (header) => ({ ...header, [name]: { count: header[name].count } })],
    ]),
    ...good.levels.flatMap((_, i): [string, (header: PackedHeader) => unknown][] => [
      [`level ${i} one word later`, (header) => shifted(header, i)],
      [
        `level ${i} missing`,
        (header) =>
          laidOut(
            header,
            header.levels.map(({ count }) => count).filter((__, k) => k !== i),
          ),
      ],
      [
        `a box too many on level ${i}`,
        (header) =>
          laidOut(
            header,
            header.levels.map(({ count }, k) => count + (k === i ? 1 : 0)),
          ),
      ],
    ]),
  ];

  it('the header that is broken below is itself whole', () => {
    expect(readPackedHeader(withHeader(good))).toMatchObject({ ok: true });
    expect(
      readPackedHeader(
        withHeader(
          laidOut(
            good,
            good.levels.map(({ count }) => count),
          ),
        ),
      ),
    ).toMatchObject({
      ok: true,
    });
  });

  it.each(broken)('refuses %s', (_what, change) => {
    expect(readPackedHeader(withHeader(change(structuredClone(good))))).toEqual(damaged);
  });

  it('refuses pieces without a tree over them, and a root of several boxes', () => {
    const small = headerOf(packed(3));
    expect(readPackedHeader(withHeader(laidOut(small, [])))).toEqual(damaged);
    expect(readPackedHeader(withHeader(laidOut(small, [3])))).toEqual(damaged);
    expect(readPackedHeader(withHeader(laidOut(headerOf(packed(1)), [1])))).toMatchObject({ ok: true });
  });
});

function shifted(header: PackedHeader, level: number): PackedHeader {
  const levels = header.levels.map((own, i) =>
    i === level ? { ...own, firstWord: own.firstWord + 1 } : own,
  );
  return { ...header, levels };
}

/** The same header with levels of these sizes, every section moved to where it then begins. */
function laidOut(header: PackedHeader, counts: readonly number[]): PackedHeader {
  let word = 0;
  const next = (count: number, words: number) => {
    const section = { firstWord: word, count };
    word += words;
    return section;
  };
  const levels = counts.map((count) => next(count, count * 4));
  const pieces = next(header.pieces.count, header.pieces.count * 2 + 2);
  const vertices = next(header.vertices.count, header.vertices.count * 2);
  const lines = next(header.lines.count, header.lines.count * 4 + 4);
  const names = next(header.names.count, Math.ceil(header.names.count / 4));
  return { ...header, levels, pieces, vertices, lines, names, words: word };
}
