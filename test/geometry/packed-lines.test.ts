import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LinePacker } from '../../geodata/network/pack-lines.js';
import { readPackedHeader } from '../../src/geometry/packed-header.js';
import { PackedLines } from '../../src/geometry/packed-lines.js';
import type { Position } from '../../src/geometry/position.js';
import { SegmentIndex } from '../../src/geometry/segment-index.js';

const position = fc
  .tuple(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 40_000 }))
  .map(([x, y]): Position => [(1_304_000_000 + x) / 1e7, (335_500_000 + y) / 1e7]);
const lines = fc.array(fc.array(position, { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 60 });

function packed(all: readonly (readonly Position[])[]): Uint8Array {
  const packer = new LinePacker();
  all.forEach((coordinates, i) =>
    packer.add({
      name: `管${i}`,
      kind: i % 2 ? '雨水' : null,
      material: null,
      diameterMillimeters: i,
      built: null,
      coordinates,
    }),
  );
  return packer.pack();
}

function opened(file: Uint8Array, has?: (first: number, end: number) => boolean): PackedLines {
  const head = readPackedHeader(file);
  if (!head.ok) throw new Error(head.problem);
  return new PackedLines(head.header, new Int32Array(file.buffer, head.bodyStart), has);
}

const valueOf = <T>(answer: { ok: true; value: T } | { ok: false; problem: string }): T => {
  if (!answer.ok) throw new Error(answer.problem);
  return answer.value;
};
const nameOf = (file: PackedLines, line: number) =>
  new TextDecoder().decode(valueOf(file.line(line)).nameBytes);

describe('packed lines', () => {
  it('nearest agrees with the index in memory', () => {
    fc.assert(
      fc.property(lines, position, (all, place) => {
        const file = opened(packed(all));
        const ends = all.flatMap((line) =>
          line.flatMap((from, i) =>
            i + 1 < line.length
              ? [...from, ...(line[i + 1] as Position)]
              : line.length === 1
                ? [...from, ...from]
                : [],
          ),
        );
        const expected = new SegmentIndex(ends).nearest(place);
        const nearest = valueOf(file.nearest(place));
        expect(nearest?.meters).toBeCloseTo(expected?.meters ?? Number.NaN, 6);
      }),
    );
  });

  it('a box holds the lines that touch it, and no others', () => {
    fc.assert(
      fc.property(lines, position, position, (all, a, b) => {
        const box = [
          Math.min(a[0], b[0]),
          Math.min(a[1], b[1]),
          Math.max(a[0], b[0]),
          Math.max(a[1], b[1]),
        ] as const;
        const file = opened(packed(all));
        const expected = all.flatMap((line, i) => (touches(line, box) ? [`管${i}`] : [])).sort();
        expect(
          valueOf(file.inBox(box))
            .map((line) => nameOf(file, line))
            .sort(),
        ).toEqual(expected);
      }),
    );
  });

  it('keeps what is known of a line, and says null for what is not', () => {
    const file = opened(
      packed([
        [[130.4, 33.55]],
        [
          [130.41, 33.55],
          [130.42, 33.55],
        ],
      ]),
    );
    const nearest = valueOf(file.nearest([130.415, 33.551]));
    expect(valueOf(file.line(nearest?.line ?? -1))).toMatchObject({
      kind: '雨水',
      material: null,
      diameterMillimeters: 1,
      built: null,
    });
    expect(nameOf(file, nearest?.line ?? -1)).toBe('管1');
  });

  it('gives nothing beyond the distance asked for, nor from an empty file', () => {
    expect(valueOf(opened(packed([[[130.4, 33.55]]])).nearest([130.5, 33.55], 100))).toBeNull();
    expect(valueOf(opened(packed([])).nearest([130.5, 33.55]))).toBeNull();
    expect(valueOf(opened(packed([])).inBox([0, 0, 180, 90]))).toEqual([]);
  });

  it('fetched part by part it gives the same answer', () => {
    fc.assert(
      fc.property(lines, position, (all, place) => {
        const file = packed(all);
        const there = new Set<number>();
        const partly = opened(file, (first, end) => {
          for (let word = first; word < end; word++) if (!there.has(word >> 3)) return false;
          return true;
        });
        let answer = partly.nearest(place);
        for (let turns = 0; !answer.ok && answer.problem === 'missing' && turns < 500; turns++) {
          for (let word = answer.firstWord; word < answer.endWord; word++) there.add(word >> 3);
          answer = partly.nearest(place);
        }
        expect(answer).toEqual(opened(file).nearest(place));
      }),
    );
  });

  it.each([
    ['another file', (file: Uint8Array) => file.fill(0, 0, 4), 'not-packed-lines'],
    ['a length beyond sense', (file: Uint8Array) => file.fill(0xff, 4, 8), 'damaged'],
    ['a header that is no JSON', (file: Uint8Array) => file.fill(0x7b, 8, 40), 'damaged'],
    ['nothing', () => new Uint8Array(0), 'not-packed-lines'],
  ])('refuses %s', (_what, damage, problem) => {
    expect(readPackedHeader(damage(packed([[[130.4, 33.55]]])))).toMatchObject({ ok: false, problem });
  });

  it('names damage in the body instead of answering from it', () => {
    const file = packed([
      [
        [130.4, 33.55],
        [130.41, 33.56],
      ],
    ]);
    const head = readPackedHeader(file);
    if (!head.ok) throw new Error(head.problem);
    const words = new Int32Array(file.buffer, head.bodyStart);
    words[head.header.pieces.firstWord] = -5;
    expect(opened(file).nearest([130.4, 33.55])).toEqual({ ok: false, problem: 'damaged' });
  });
});

/** The plain way, with numbers as large as the file's so that both round alike. */
function touches(line: readonly Position[], box: readonly [number, number, number, number]): boolean {
  const [west, south, east, north] = box.map((side) => Math.round(side * 1e7)) as [
    number,
    number,
    number,
    number,
  ];
  const points = line.map(([x, y]) => [Math.round(x * 1e7), Math.round(y * 1e7)] as const);
  if (points.some(([x, y]) => x >= west && x <= east && y >= south && y <= north)) return true;
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ] as const;
  return points.some((a, i) => {
    const b = points[i + 1];
    if (!b) return false;
    if (Math.max(a[0], b[0]) < west || Math.min(a[0], b[0]) > east) return false;
    if (Math.max(a[1], b[1]) < south || Math.min(a[1], b[1]) > north) return false;
    const sides = corners.map(([x, y]) => Math.sign((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])));
    return sides.some((side) => side >= 0) && sides.some((side) => side <= 0);
  });
}
