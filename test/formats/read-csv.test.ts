import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/formats/byte-source.js';
import { decodeText } from '../../src/formats/decode-text.js';
import { encodingOfStart } from '../../src/formats/encoding-of-start.js';
import { openCsv } from '../../src/formats/text/open-csv.js';
import { parseCsv } from '../../src/formats/text/parse-csv.js';
import { CsvProblem, readCsv } from '../../src/formats/text/read-csv.js';
import { parseSites } from '../../src/workbench/sites/parse-sites.js';
import { importLimits } from '../../geodata/import/import-limits.js';

async function streamed(text: string, size: number): Promise<string[][] | CsvProblem> {
  const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
    text.slice(at * size, (at + 1) * size),
  );
  const rows: string[][] = [];
  try {
    for await (const row of readCsv(pieces)) rows.push(row);
    return rows;
  } catch (error) {
    if (error instanceof CsvProblem) return error;
    throw error;
  }
}
const open = (text: string) => openCsv(bytesSource('a.csv', new TextEncoder().encode(text)), importLimits);

/** Tables with a quotation mark that is not closed properly, and the line where it opened. */
const openQuotes: [what: string, text: string, line: number][] = [
  ['to the end', 'lon,lat,name\n130,33,a\n130,33,"b\n130,33,c\n', 3],
  ['to the end, CR LF', 'lon,lat,name\r\n130,33,"a\r\nb"\r\n130,33,"c\r\n130,33,d\r\n', 4],
  ['to the end, CR', 'lon,lat,name\r130,33,a\r130,33,"b\r130,33,c\r', 3],
  ['to the next mark, in the middle of a cell', 'lon,lat,name\n"130,33,a\n130,33,"b"\n130,33,c\n', 2],
  ['behind a doubled one', 'lon,lat,name\n130,33,"a""\n130,33,b\n', 2],
  ['in the last row, without a line end', 'lon,lat,name\n130,33,a\n130,33,"b', 3],
  ['after blank lines', 'lon,lat,name\n\n\n130,33,"b\n', 4],
];

describe('a quotation mark that is not closed', () => {
  it.each(openQuotes)('%s: every reader of CSV names its line', async (_what, text, line) => {
    for (const size of [1, 2, 7, 1000])
      expect(await streamed(text, size)).toMatchObject({ problem: 'open-quote', line });
    expect(parseCsv(text)).toEqual({ ok: false, openQuoteLine: line });
    await expect(open(text)).rejects.toMatchObject({ problem: { reason: 'open-quote', line } });
    expect(parseSites(text)).toMatchObject({ ok: false, problem: 'open-quote', line });
  });

  it.each([
    ['inside a cell of one line', 'lon,lat,name\n130,33,"a "b" c"\n130,33,d\n', 'a "b" c'],
    ['in the middle of a plain cell', 'lon,lat,name\n130,33,5" pipe\n130,33,d\n', '5" pipe'],
    ['doubled', 'lon,lat,name\n130,33,"a ""b"" c"\n130,33,d\n', 'a "b" c'],
    ['around line ends', 'lon,lat,name\n130,33,"a\n\nb"\n130,33,d\n', 'a\n\nb'],
    ['with blanks after it', 'lon,lat,name\n130,33,"a" \n130,33,d\n', 'a'],
  ])('%s is none: read alike piece by piece and as a whole', async (_what, text, cell) => {
    const expected = [
      ['lon', 'lat', 'name'],
      ['130', '33', cell],
      ['130', '33', 'd'],
    ];
    for (const size of [1, 2, 7, 1000]) expect(await streamed(text, size)).toEqual(expected);
    const parsed = parseCsv(text);
    expect(parsed.ok && parsed.rows.map(({ cells }) => cells)).toEqual(expected);
  });

  it('ends a stream long before its end: it does not pile up in memory', async () => {
    let read = 0;
    const endless = function* () {
      yield 'lon,lat,name\n130,33,"a\n';
      for (; read < 10_000; read++) yield '130,33,b\n'.repeat(10_000);
    };
    const rows = (async () => {
      for await (const row of readCsv(endless())) expect(row).toHaveLength(3);
    })();
    await expect(rows).rejects.toMatchObject({ problem: 'open-quote', line: 2 });
    expect(read).toBeLessThan(1_000);
  });

  it('and a row without end is told by its line', async () => {
    const endless = function* () {
      yield 'lon,lat\n1,2\n';
      for (let at = 0; at < 10_000; at++) yield 'x'.repeat(100_000);
    };
    const rows = (async () => {
      for await (const row of readCsv(endless())) expect(row).toHaveLength(2);
    })();
    await expect(rows).rejects.toMatchObject({ problem: 'row-too-long', line: 3 });
  });
});

describe('a table', () => {
  it.each([
    ['tabs', '\t'],
    ['semicolons', ';'],
    ['commas', ','],
  ])('of %s', async (_sign, sign) => {
    const text = ['lon', 'lat', '"na,m;e\t"'].join(sign) + '\n' + ['1', '2', 'x'].join(sign);
    expect(await streamed(text, 3)).toEqual([
      ['lon', 'lat', 'na,m;e\t'],
      ['1', '2', 'x'],
    ]);
  });

  it('keeps what stands beyond its header, under the name of its column', async () => {
    const layer = await open('lon,lat,name\n130,33,a,b,,c,,\n130,33\n');
    expect([...layer.fields]).toEqual(['lon', 'lat', 'name', '#4', '#5', '#6']);
    const features = [];
    for await (const { attributes } of layer.features()) features.push(Object.fromEntries(attributes));
    expect(features[0]).toMatchObject({ name: 'a', '#4': 'b', '#6': 'c' });
    const sites = parseSites('lon,lat,name\n130,33,a,b\n');
    expect(sites.ok && sites.list.rows[0]?.cells).toMatchObject({ name: 'a', '#4': 'b' });
  });

  it('with columns called like methods is read by its own cells alone', () => {
    const names = ['toString', 'valueOf', '__proto__', 'constructor', 'hasOwnProperty'];
    const result = parseSites(
      `lon,lat,${names.join(',')}\n130,33,${names.map((name) => `x${name}`).join(',')}\n130,33\n`,
    );
    if (!result.ok) throw new Error(result.problem);
    const [full, short] = result.list.rows;
    expect(Object.entries(full?.cells ?? {}).slice(2)).toEqual(names.map((name) => [name, `x${name}`]));
    expect(Object.keys(short?.cells ?? {})).toEqual(['lon', 'lat']);
  });

  it('counts lines as an editor does', () => {
    const result = parseSites('\nlon,lat,name\r\n\r\n130,33,"a\r\nb"\r\n130,33,c\r\n');
    expect(result.ok && result.list.rows.map(({ line }) => line)).toEqual([4, 6]);
  });
});

describe('the encoding of a table', () => {
  const text = '経度,緯度\n130,33\n';
  const utf16 = (little: boolean, mark: boolean) => {
    const units = [...(mark ? '\ufeff' : ''), ...'lon,経\n'].map((character) => character.charCodeAt(0));
    return Uint8Array.from(
      units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
    );
  };
  const cp932 = [0x8c, 0x6f, 0x93, 0x78];
  it.each([
    ['UTF-16 LE with its mark', utf16(true, true), 'utf-16le'],
    ['UTF-16 BE with its mark', utf16(false, true), 'utf-16be'],
    ['UTF-16 LE without', utf16(true, false), 'utf-16le'],
    ['UTF-16 BE without', utf16(false, false), 'utf-16be'],
    ['UTF-16 without, its header in Japanese', new Uint8Array(Buffer.from(text, 'utf16le')), 'utf-16le'],
    ['the other byte first', new Uint8Array(Buffer.from(text, 'utf16le').swap16()), 'utf-16be'],
    ['small figures of two bytes', new Uint8Array(Uint16Array.from([1, 2, 3, 4, 5, 6]).buffer), 'binary'],
    ['a zero byte in a table', new TextEncoder().encode('lon,lat,a\n130.4,33.5,\0\n'), 'binary'],
    [
      'zero bytes in a table, all on one side',
      new TextEncoder().encode('a,b\n1,\0\n2,\0\n3,\0\n4,\0\n5,\0\n'),
      'binary',
    ],
    ['UTF-8', new TextEncoder().encode(text), 'utf-8'],
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${text}`), 'utf-8'],
    ['CP932', Uint8Array.from(cp932), 'shift_jis'],
    ['CP932 behind the mark of UTF-8', Uint8Array.from([0xef, 0xbb, 0xbf, ...cp932]), 'shift_jis'],
    ['zero bytes here and there', Uint8Array.from([0, 1, 2, 3, 0, 0]), 'binary'],
  ])('%s', (_what, bytes, encoding) => {
    expect(encodingOfStart(bytes, true).encoding).toBe(encoding);
  });

  it('the mark of UTF-8 before CP932 is no letter', () => {
    expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, ...cp932]))).toEqual({
      text: '経度',
      encoding: 'CP932',
    });
  });
});

it('reads what papaparse reads: every fact of the repository', async () => {
  const facts = new URL('../../geodata/cities/fukuoka/facts/chronology.csv', import.meta.url);
  const text = readFileSync(facts, 'utf8');
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  expect(await streamed(text, 997)).toEqual(data);
});
