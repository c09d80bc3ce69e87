import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvCell, csvLine } from '../../src/service/csv.js';
import { readCsv } from '../../src/formats/text/read-csv.js';

async function rowsOf(pieces: string[]): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const row of readCsv(pieces)) rows.push(row);
  return rows;
}

/** Cuts a text wherever asked, so that quotes and line ends fall across pieces. */
const cut = (text: string, size: number) =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, i) => text.slice(i * size, (i + 1) * size));

describe('readCsv', () => {
  it.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      '\ufeffa,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['"a ""x""","b,\r\nc"\n', [['a "x"', 'b,\r\nc']]],
    ['a\n\n\nb\n', [['a'], ['b']]],
    [
      'a,\n,b\n,\n',
      [
        ['a', ''],
        ['', 'b'],
        ['', ''],
      ],
    ],
    ['', []],
  ])('reads %j', async (text, expected) => {
    for (const size of [1, 2, 3, 1000]) expect(await rowsOf(cut(text, size))).toEqual(expected);
  });

  it('gives back what csvLine and papaparse wrote, however it is cut', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '東', '"', ',', '\n', '\r', ' ', '1') });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        async (rows, size) => {
          expect(await rowsOf(cut(Papa.unparse(rows), size))).toEqual(rows);
          expect(await rowsOf(cut(rows.map(csvLine).join(''), size))).toEqual(
            rows.map((row) => row.map((text) => (/^[\r\n]/.test(text) ? `'${text}` : text))),
          );
        },
      ),
    );
  });
});

describe('csvCell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+81-92', "'+81-92"],
    ['-cmd', "'-cmd"],
    ['\tx', "'\tx"],
    ['=a,"b"', '"\'=a,""b"""'],
    ['-33.5', '-33.5'],
    // Alone it runs nothing; `batch` writes it for "none of them".
    ['-', '-'],
    ['-\n1', `"'-\n1"`],
    ['+5', '+5'],
    ['天神一丁目', '天神一丁目'],
    [79.5, '79.5'],
    [-1, '-1'],
    [true, 'true'],
    [null, ''],
  ])('writes %j as %j', (value, expected) => {
    expect(csvCell(value)).toBe(expected);
  });
});

describe('a cell that a spreadsheet would run', () => {
  const signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
  const before = ['', ' ', '\t', '\r', '\n', '\0', '\u00a0', '\u3000', '\u200b', '\ufeff', '\u202e', ' \t\n'];

  it.each(signs)('is text behind an apostrophe, whatever stands before %j', (sign) => {
    for (const start of before) {
      const cell = `${start}${sign}A1+cmd|' /C calc'!A0`;
      const { data } = Papa.parse<string[]>(csvLine(['x', cell]));
      expect(data[0]?.[1], JSON.stringify(cell)).toBe(`'${cell}`);
    }
  });

  it.each(['\t', '\r', '\n', '\0'])('and one that begins with %j too', (start) => {
    const { data } = Papa.parse<string[]>(csvLine(['x', `${start}1`]));
    expect(data[0]?.[1]).toBe(`'${start}1`);
  });

  it.each(['-12.5', '+5', '-.5', '-1e-7', '－１２．５', ' -3', '-1,234', '-', '＋', '北-1', '1-1-1'])(
    '%j is none',
    (cell) => {
      const { data } = Papa.parse<string[]>(csvLine(['x', cell]));
      expect(data[0]?.[1]).toBe(cell);
    },
  );
});
