import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LinePacker } from '../../geodata/network/pack-lines.js';
import { readPackedHeader } from '../../src/geometry/packed-header.js';
import { boundingBoxOf } from '../../src/geometry/bounding-box.js';
import { EdgeIndex } from '../../src/geometry/edge-index.js';
import { PackedLines, type PackedAnswer } from '../../src/geometry/packed-lines.js';
import type { BoundingBox, Position } from '../../src/geometry/position.js';

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

/** A file of which nothing is there at first: what has not been fetched is nonsense, not the truth. */
function fetching(file: Uint8Array, wordsAtOnce: number) {
  const head = readPackedHeader(file);
  if (!head.ok) throw new Error(head.problem);
  const whole = new Int32Array(file.buffer, head.bodyStart);
  const words = new Int32Array(whole.length).fill(-1_717_986_919);
  const there = new Set<number>();
  const lines = new PackedLines(head.header, words, (first, end) => {
    for (let word = first; word < end; word++) if (!there.has(word)) return false;
    return true;
  });
  return {
    /** Asks, fetches what is missing, and asks again until there is an answer. */
    ask<T>(question: (lines: PackedLines) => PackedAnswer<T>): T {
      let answer = question(lines);
      for (let turns = 0; !answer.ok && answer.problem === 'missing' && turns < 2000; turns++) {
        expect(answer.firstWord).toBeGreaterThanOrEqual(0);
        expect(answer.endWord).toBeGreaterThan(answer.firstWord);
        expect(answer.endWord).toBeLessThanOrEqual(whole.length);
        const first = answer.firstWord - (answer.firstWord % wordsAtOnce);
        for (let word = first; word < answer.endWord; word++) {
          there.add(word);
          words[word] = whole[word] as number;
        }
        answer = question(lines);
      }
      return valueOf(answer);
    },
  };
}

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
        const expected = new EdgeIndex(ends).nearest(place);
        const nearest = valueOf(file.nearest(place));
        expect(nearest?.meters).toBeCloseTo(expected?.meters ?? Number.NaN, 6);
      }),
    );
  });

  it('a box holds the lines that touch it, and no others', () => {
    fc.assert(
      fc.property(lines, position, position, (all, a, b) => {
        const box = boundingBoxOf([a, b]) as BoundingBox;
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
        const partly = fetching(file, 8);
        const answer = partly.ask((lines) => lines.nearest(place));
        expect(answer).toEqual(valueOf(opened(file).nearest(place)));
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

  describe('damage in the body is named instead of answered from', () => {
    const two: Position[][] = [
      [
        [130.4, 33.55],
        [130.41, 33.56],
      ],
      [
        [130.42, 33.55],
        [130.43, 33.56],
      ],
    ];
    const place: Position = [130.405, 33.556];
    const all = [130, 33, 131, 34] as const;
    /** The file after a change to its words. */
    const changed = (change: (words: Int32Array, header: PackedLines['header']) => void) => {
      const file = packed(two);
      const head = readPackedHeader(file);
      if (!head.ok) throw new Error(head.problem);
      change(new Int32Array(file.buffer, head.bodyStart), head.header);
      return opened(file);
    };
    const damaged = { ok: false, problem: 'damaged' };

    it.each<[string, number, number]>([
      ['a piece before the first vertex', 0, -1],
      ['a piece beyond the last vertex', 2, 5],
      ['a piece that ends where it begins', 2, 0],
      ['a piece of no line', 1, -1],
      ['a piece of a line that is not there', 1, 2],
    ])('%s', (_what, word, value) => {
      const file = changed((words, { pieces }) => (words[pieces.firstWord + word] = value));
      expect(file.nearest(place)).toEqual(damaged);
      expect(file.inBox(all)).toEqual(damaged);
    });

    it.each<[string, number, number]>([
      ['a name before the first letter', 3, -1],
      ['a name that ends before it begins', 7, -1],
      ['a name beyond the last letter', 7, 9],
    ])('%s', (_what, word, value) => {
      const file = changed((words, { lines }) => (words[lines.firstWord + word] = value));
      expect(file.line(0)).toEqual(damaged);
    });

    it('is forgotten with the next question', () => {
      const file = changed((words, { pieces }) => (words[pieces.firstWord + 1] = 7));
      expect(file.inBox(all)).toEqual(damaged);
      const far = [100, 10, 101, 11] as const;
      expect(file.inBox(far)).toEqual({ ok: true, value: [] });
      expect(file.nearest(place)).toEqual(damaged);
      expect(file.nearest([100, 10], 10)).toEqual({ ok: true, value: null });
      expect(file.line(0).ok).toBe(true);
    });

    it.each([-1, 2, NaN])('line %d is none of this file', (line) => {
      expect(opened(packed(two)).line(line)).toEqual(damaged);
    });
  });

  it('fetched part by part, a box and a line give the same answer', () => {
    fc.assert(
      fc.property(lines, position, position, (all, a, b) => {
        const box = boundingBoxOf([a, b]) as BoundingBox;
        const file = packed(all);
        const partly = fetching(file, 1);
        const found = partly.ask((lines) => lines.inBox(box));
        expect(found).toEqual(valueOf(opened(file).inBox(box)));
        for (const line of found.slice(0, 3)) {
          const known = partly.ask((lines) => lines.line(line));
          expect({ ...known, nameBytes: [...known.nameBytes] }).toEqual({
            ...valueOf(opened(file).line(line)),
            nameBytes: [...valueOf(opened(file).line(line)).nameBytes],
          });
        }
      }),
      { numRuns: 50 },
    );
  });

  it('gives back every field of every line', () => {
    const packer = new LinePacker();
    const written = Array.from({ length: 40 }, (_, i) => ({
      name: i % 5 === 0 ? '' : `幹線${'あ'.repeat(i % 7)}${i}`,
      kind: [null, '雨水', '汚水', '合流'][i % 4] ?? null,
      material: [null, '陶管', 'コンクリート管'][i % 3] ?? null,
      diameterMillimeters: i % 6 === 0 ? null : 200 + i,
      built: i % 7 === 0 ? null : 1950 + i,
      coordinates: [
        [130.4 + i * 1e-3, 33.5],
        [130.4 + i * 1e-3, 33.501],
      ],
    }));
    written.forEach((line) => packer.add(line));
    const file = opened(packer.pack());
    for (const { coordinates, name, ...known } of written) {
      const nearest = valueOf(file.nearest(coordinates[0] as unknown as Position));
      // turf's foot on a segment of a metre is true to a tenth of a millimetre.
      expect(nearest?.meters).toBeLessThan(1e-4);
      const { nameBytes, ...read } = valueOf(file.line(nearest?.line ?? -1));
      expect(read).toEqual(known);
      expect(new TextDecoder().decode(nameBytes)).toBe(name);
    }
  });

  describe('of 4,096 lines', () => {
    // 64 × 64 short pipes, 100 units (a metre) long, 1,000 units apart
    const at = (x: number, y: number): Position => [(1_304_000_000 + x) / 1e7, (335_500_000 + y) / 1e7];
    const grid = Array.from({ length: 4096 }, (_, i) => {
      const [x, y] = [(i % 64) * 1000, Math.floor(i / 64) * 1000];
      return [at(x, y), at(x + 100, y)];
    });
    const file = packed(grid);
    const counting = () => {
      const asked = { times: 0 };
      return {
        asked,
        lines: opened(file, () => {
          asked.times++;
          return true;
        }),
      };
    };

    it('the nearest one needs a few dozen looks into the file', () => {
      fc.assert(
        fc.property(fc.nat(63), fc.nat(63), fc.integer({ min: -200, max: 300 }), (column, row, off) => {
          const { asked, lines: four } = counting();
          const nearest = valueOf(four.nearest(at(column * 1000 + off, row * 1000 + 90)));
          expect(nameOf(four, nearest?.line ?? -1)).toBe(`管${row * 64 + column}`);
          expect(asked.times).toBeLessThan(60);
        }),
      );
    });

    it('a small box needs a few dozen, a box beside them all one', () => {
      fc.assert(
        fc.property(fc.nat(63), fc.nat(63), (column, row) => {
          const { asked, lines: four } = counting();
          const [west, south] = at(column * 1000 - 50, row * 1000 - 50);
          const [east, north] = at(column * 1000 + 50, row * 1000 + 50);
          expect(valueOf(four.inBox([west, south, east, north]))).toHaveLength(1);
          expect(asked.times).toBeLessThan(60);
        }),
      );
      for (const [x1, y1, x2, y2] of [
        [-900, 0, -100, 64_000],
        [64_000, 0, 65_000, 64_000],
        [0, -900, 64_000, -100],
        [0, 64_000, 64_000, 65_000],
      ] as const) {
        const { asked, lines: four } = counting();
        expect(valueOf(four.inBox([...at(x1, y1), ...at(x2, y2)]))).toEqual([]);
        expect(asked.times).toBe(1);
      }
    });

    it('stops at the number asked for', () => {
      const { asked, lines: four } = counting();
      const found = valueOf(four.inBox([130, 33, 131, 34], 5));
      expect(found).toHaveLength(5);
      expect(found).toEqual([...found].sort((a, b) => a - b));
      expect(asked.times).toBeLessThan(20);
      expect(valueOf(counting().lines.inBox([130, 33, 131, 34]))).toHaveLength(4096);
    });

    it('holds nothing nearer than the distance allowed, and what lies exactly at it', () => {
      const { lines: four } = counting();
      const place = at(-500, 0);
      const meters = valueOf(four.nearest(place))?.meters ?? NaN;
      expect(valueOf(four.nearest(place, meters * 1.000001))?.meters).toBe(meters);
      expect(valueOf(four.nearest(place, meters * 0.999999))).toBeNull();
      const on = valueOf(four.nearest(at(50, 0), 0));
      // turf goes along the great circle, which bends by so much from a line straight in degrees.
      expect(on?.meters).toBeLessThan(1e-3);
    });

    it('has no nearest line to a place that is none', () => {
      const { lines: four } = counting();
      expect(valueOf(four.nearest([NaN, 33.5]))).toBeNull();
      expect(valueOf(four.nearest([130.4, NaN]))).toBeNull();
    });
  });

  it('the lower number settles a tie', () => {
    const same: Position[] = [
      [130.4, 33.55],
      [130.41, 33.55],
    ];
    const file = opened(packed(Array.from({ length: 40 }, () => same)));
    expect(valueOf(file.nearest([130.405, 33.551]))?.line).toBe(0);
    expect(valueOf(file.nearest([130.405, 33.55]))?.line).toBe(0);
  });

  it('a line bent around a box, or ending on its side, is told apart', () => {
    const file = opened(
      packed([
        [
          [130.4, 33.5],
          [130.5, 33.6],
        ],
      ]),
    );
    const touching = (box: readonly [number, number, number, number]) => valueOf(file.inBox(box)).length;
    expect(touching([130.44, 33.44, 130.46, 33.46])).toBe(0);
    expect(touching([130.46, 33.52, 130.49, 33.55])).toBe(0);
    expect(touching([130.41, 33.56, 130.44, 33.59])).toBe(0);
    expect(touching([130.44, 33.53, 130.46, 33.55])).toBe(1);
    expect(touching([130.5, 33.6, 130.6, 33.7])).toBe(1);
    expect(touching([130.3, 33.4, 130.4, 33.5])).toBe(1);
    expect(touching([130.3, 33.4, 130.39999, 33.5])).toBe(0);
    // Upright and level pipes, beside and on the sides of the box
    const straight = opened(
      packed([
        [
          [130.4, 33.5],
          [130.4, 33.6],
        ],
        [
          [130.4, 33.5],
          [130.5, 33.5],
        ],
      ]),
    );
    const names = (box: readonly [number, number, number, number]) =>
      valueOf(straight.inBox(box))
        .map((line) => nameOf(straight, line))
        .sort();
    expect(names([130.4, 33.55, 130.41, 33.56])).toEqual(['管0']);
    expect(names([130.39, 33.55, 130.4, 33.56])).toEqual(['管0']);
    expect(names([130.401, 33.55, 130.41, 33.56])).toEqual([]);
    expect(names([130.45, 33.5, 130.46, 33.51])).toEqual(['管1']);
    expect(names([130.45, 33.49, 130.46, 33.5])).toEqual(['管1']);
    expect(names([130.45, 33.501, 130.46, 33.51])).toEqual([]);
    expect(names([130.39, 33.49, 130.41, 33.51])).toEqual(['管0', '管1']);
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
