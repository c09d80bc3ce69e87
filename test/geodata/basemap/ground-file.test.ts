import { strToU8, gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readGround, writeGround, type GroundGroup } from '../../../geodata/basemap/ground-file.js';
import { joinLines } from '../../../geodata/basemap/join-lines.js';
import { namesOf } from '../../../geodata/basemap/names.js';
import { coverKind, placeKind, railwayKind, streetKind } from '../../../geodata/basemap/osm-kinds.js';

const groups: GroundGroup[] = [
  {
    tags: { kind: 'tertiary', name: '明治通り', level: 'bridge' },
    parts: [
      [
        [
          [130.399123, 33.590456],
          [130.400001, 33.5905],
        ],
      ],
      [
        [
          [130.41, 33.59],
          [130.42, 33.580001],
        ],
      ],
    ],
  },
  { tags: { kind: 'park' }, parts: [[[[130.4, 33.6]]]] },
];

describe('ground files', () => {
  it('give back what was written, to the millionth of a degree, in the same bytes', () => {
    const bytes = writeGround(groups);
    expect(readGround(bytes)).toEqual(groups);
    expect(writeGround(groups)).toEqual(bytes);
  });

  it('name the line that is damaged', () => {
    const damaged = (text: string) => () => readGround(gzipSync(strToU8(text)));
    expect(damaged('{"kind":"park"}\n')).toThrow('line 1 has no positions');
    expect(damaged('{"kind":"park"}\t1 2\n{"kind":"park"}\t1 2 x 4\n')).toThrow('line 2 holds a position');
  });
});

describe('joinLines', () => {
  const [a, b, c, d, e] = [
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 0],
    [2, 1],
  ] as [number, number][] as [
    [number, number],
    [number, number],
    [number, number],
    [number, number],
    [number, number],
  ];

  it('joins what is cut, in either direction', () => {
    for (const lines of [
      [
        [a, b],
        [b, c],
        [c, d],
      ],
      [
        [c, b],
        [a, b],
        [d, c],
      ],
      [
        [b, c],
        [d, c],
        [a, b],
      ],
    ]) {
      const joined = joinLines(lines);
      expect(joined).toHaveLength(1);
      expect([
        [a, b, c, d],
        [d, c, b, a],
      ]).toContainEqual(joined[0]);
    }
  });

  it('joins nothing where three meet, and leaves a ring as it is', () => {
    const forked = [
      [a, c],
      [c, d],
      [c, e],
    ];
    expect(joinLines(forked)).toHaveLength(3);
    expect(joinLines([[a, b, c, a]])).toEqual([[a, b, c, a]]);
    const ring = joinLines([
      [a, b],
      [b, e],
      [e, a],
    ]);
    expect(ring).toHaveLength(1);
    expect(ring[0]).toHaveLength(4);
  });
});

describe('names and kinds', () => {
  it.each([
    ['明治通り', { name: '明治通り' }],
    ['国体道路 (Kokutai-doro);市道堅粕西新２号線', { name: '国体道路・市道堅粕西新２号線' }],
    ['住吉神社 (Sumiyoshi Shrine)', { name: '住吉神社', nameEn: 'Sumiyoshi Shrine' }],
    ['新天町北通り(Shintencho North)', { name: '新天町北通り', nameEn: 'Shintencho North' }],
    ['千早 (JR)', { name: '千早', nameEn: 'JR' }],
    ['07~09一方通行', {}],
    ['不明', {}],
    ['', {}],
  ])('reads %s', (text, names) => {
    expect(namesOf(text)).toEqual(names);
  });

  it('takes what lasts and what is a street', () => {
    expect(placeKind({ class: 'school', subclass: 'kindergarten', name: 'x' })).toBeNull();
    expect(placeKind({ class: 'library', subclass: 'books', name: 'x' })).toBeNull();
    expect(placeKind({ class: 'town_hall', subclass: 'public_building', name: '福岡国際会議場' })).toBe(
      'hall',
    );
    expect(placeKind({ class: 'town_hall', subclass: 'public_building', name: '社務所' })).toBeNull();
    expect(placeKind({ class: 'restaurant', subclass: 'restaurant', name: 'x' })).toBeNull();
    expect(streetKind({ class: 'service', service: 'parking_aisle' })).toBeNull();
    expect(streetKind({ class: 'minor', subclass: 'residential' })).toBe('minor');
    expect(railwayKind({ class: 'rail', service: 'yard' })).toBe('siding');
    expect(coverKind({ class: 'grass', subclass: 'park' })).toBe('park');
  });
});
