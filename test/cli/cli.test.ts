import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { batchColumns } from '../../src/service/batch.js';
import { fixtureTiles, runCli, runInside, temporaryFolder } from './run-cli.js';

const tiles = fixtureTiles();
const withTiles = (...args: string[]) => runInside([...args, '--tiles', tiles]);
const json = (text: string) => JSON.parse(text) as Record<string, unknown>;

describe('usage', () => {
  it('without a command is wrong and lists them all', async () => {
    const { code, stdout, stderr } = await runInside([]);
    expect([code, stdout]).toEqual([2, '']);
    for (const name of ['report', 'search', 'batch', 'runoff', 'import', 'network', 'check'])
      expect(stderr).toContain(name);
  });

  it('--help is answered on stdout', async () => {
    const { code, stdout, stderr } = await runInside(['--help']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('batch');
  });

  it.each(['report', 'search', 'batch', 'runoff', 'import', 'network', 'check'])(
    '%s has --help',
    async (name) => {
      const { code, stdout, stderr } = await runInside([name, '--help']);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toContain(name);
    },
  );

  it.each([
    [['nonsense']],
    [['report']],
    [['report', '--lon', '130.4']],
    [['report', '--lon', '130.4', '--lat', 'north']],
    [['report', '--lon', '130.4', '--lat', '33.5', '--address', 'x']],
    [['report', '--lon', '130.4', '--lat', '33.5', '--lang', 'fr']],
    [['report', '--lon', '130.4', '--lat', '33.5', '--colour', 'red']],
    [['search']],
    [['search', 'x', '--limit', '0']],
    [['batch']],
    [['batch', 'a.csv', 'b.csv']],
    [['batch', 'a.csv', '--encoding', 'latin1']],
    [['batch', 'a.csv', '--out', 'a.csv']],
    [['runoff', '--area-ha', '1']],
    [['network', '--out', 'x']],
    [['network', 'generate']],
    [['network', 'tiles', '--out', 'x', '--scale', '11']],
    [['import', 'a.geojson', '--layer', 'towns', '--network']],
    [['runoff', '--area-ha', '-1', '--coefficient', '0.7', '--inlet-min', '7', '--travel-min', '8']],
  ])('%j is wrong usage', async (args) => {
    const { code, stdout, stderr } = await runInside(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.length).toBeGreaterThan(0);
  });
});

describe('report', () => {
  it('of a position is one site report', async () => {
    const { code, stdout, stderr } = await withTiles('report', '--lon', '130.45', '--lat', '33.55');
    expect([code, stderr]).toEqual([0, '']);
    expect(json(stdout)).toMatchObject({
      position: [130.45, 33.55],
      inCity: true,
      treatment: { district: '第二', certainty: 'clear', source: { page: 9 } },
    });
  });

  it('in words on request', async () => {
    const { stdout } = await withTiles('report', '--lon', '130.45', '--lat', '33.55', '--lang', 'en');
    expect(json(stdout)['text']).toMatch(/59\.1/);
  });

  it('of an address carries the match and the whole town', async () => {
    const { code, stdout } = await withTiles('report', '--address', '西区北西3-4');
    expect(code).toBe(0);
    expect(json(stdout)).toMatchObject({
      match: { query: '西区北西3-4', name: '北西', matchLevel: 'town', rest: expect.stringContaining('3-4') },
      area: { treatment: { wholly: true, shares: [{ name: '第一' }] } },
      treatment: { district: '第一' },
    });
  });

  it.each([
    [['--lon', '33.59', '--lat', '130.4'], 'swapped'],
    [['--lon', '130.4', '--lat', '95'], 'latitude-range'],
    [['--lon', '-200', '--lat', '33'], 'longitude-range'],
    [['--address', 'どこにもない場所'], 'no-match'],
    [['--address', '幻ポンプ場'], 'place-not-published'],
  ])('%j cannot be done: %s', async (args, reason) => {
    const { code, stdout, stderr } = await withTiles('report', ...args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(reason);
  });

  it('outside the city is no error', async () => {
    const { code, stdout } = await withTiles('report', '--lon', '130.55', '--lat', '33.55');
    expect(code).toBe(0);
    expect(json(stdout)).toMatchObject({ inCity: false, treatment: null });
  });

  it('warns of a damaged layer and answers the rest', async () => {
    const damaged = fixtureTiles();
    rmSync(join(damaged, 'shelters.geojson'));
    writeFileSync(join(damaged, 'ponds.geojson'), '{');
    const { code, stdout, stderr } = await runInside([
      'report',
      '--lon',
      '130.45',
      '--lat',
      '33.55',
      '--tiles',
      damaged,
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain('shelters: missing');
    expect(stderr).toContain('ponds: not-json');
    expect(json(stdout)).toMatchObject({ treatment: { district: '第二' } });
  });

  it('without any data says how to build it', async () => {
    const { code, stderr } = await runInside([
      ...['report', '--lon', '130.45', '--lat', '33.55', '--tiles', temporaryFolder()],
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain('npm run data');
  });
});

describe('search', () => {
  it('gives candidates, best first', async () => {
    const { code, stdout } = await withTiles('search', '東原', '--limit', '2');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([{ id: 'town-e', matchLevel: 'town' }]);
  });

  it('without a candidate says why', async () => {
    const { code, stdout, stderr } = await withTiles('search', 'どこにもない場所');
    expect([code, JSON.parse(stdout)]).toEqual([1, []]);
    expect(stderr).toContain('no-match');
  });
});

describe('batch', () => {
  const folder = temporaryFolder();
  const file = (name: string, content: string | Uint8Array) => {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const lines = (text: string) => text.split('\r\n').slice(0, -1);

  it('adds the columns, keeps rows and order, names errors in their row', async () => {
    const path = file(
      'a.csv',
      'id,longitude,latitude\n1,130.45,33.55\n2,33.59,130.4\n3,130.55,33.55\n"4, last",x,y\n',
    );
    const { code, stdout, stderr } = await withTiles('batch', path);
    expect(code).toBe(0);
    expect(stderr).toContain('4 rows, 2 with an error');
    const [header, ...rows] = lines(stdout);
    expect(header).toBe(`id,longitude,latitude,${batchColumns.join(',')}`);
    expect(rows.map((row) => row.split(',')[0])).toEqual(['1', '2', '3', '"4']);
    expect(rows[0]).toContain('第二水処理センター');
    expect(rows[1]).toMatch(/,swapped,,,$/);
    expect(rows[2]).toContain('false');
    expect(rows[3]).toMatch(/^"4, last",.*,not-a-number,,,$/);
  });

  it('writes to a file, with a byte order mark when asked', async () => {
    const out = join(folder, 'out.csv');
    const path = file('b.csv', 'address\n東原\n');
    const { code, stdout } = await withTiles('batch', path, '--out', out, '--bom');
    expect([code, stdout]).toEqual([0, '']);
    const text = readFileSync(out, 'utf8');
    expect(text.startsWith('\ufeffaddress,matched')).toBe(true);
    expect(lines(text)[1]).toMatch(/^東原,東原,town,true,東区/);
  });

  it('reads Shift_JIS lists and stdin', async () => {
    // 住所 / 東原 in CP932
    const bytes = Uint8Array.from([0x8f, 0x5a, 0x8f, 0x8a, 0x0a, 0x93, 0x8c, 0x8c, 0xb4, 0x0a]);
    const { stdout } = await withTiles('batch', file('sjis.csv', bytes));
    expect(lines(stdout)[1]).toMatch(/^東原,東原,town/);
    const piped = await runInside(['batch', '-', '--tiles', tiles], '住所\n東原\n');
    expect(lines(piped.stdout)[1]).toMatch(/^東原,東原,town/);
  });

  it('defuses cells a spreadsheet would run', async () => {
    const path = file('evil.csv', 'address,note\n東原,=HYPERLINK("http://x")\n@x,-1.5\n');
    const { stdout } = await withTiles('batch', path);
    expect(lines(stdout)[1]).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(lines(stdout)[2]).toMatch(/^'@x,-1\.5,/);
  });

  it('fills up short rows, so that the added columns stand under their headings', async () => {
    const { stdout } = await withTiles('batch', file('short.csv', 'address,a,b\n東原\n'));
    expect(lines(stdout)[1]).toMatch(/^東原,,,東原,town/);
  });

  it.each([
    ['no such file', () => join(folder, 'nowhere.csv'), /no such file/],
    ['an empty file', () => file('empty.csv', ''), /empty/],
    ['no column to answer from', () => file('other.csv', 'x,y\n1,2\n'), /longitude/],
    [
      'neither UTF-8 nor Shift_JIS',
      () => file('bad.csv', Uint8Array.from([0x61, 0x0a, 0xff, 0xff, 0x0a])),
      /UTF-8/,
    ],
  ])('cannot be done: %s', async (_case, path, reason) => {
    const { code, stderr } = await withTiles('batch', path());
    expect(code).toBe(1);
    expect(stderr).toMatch(reason);
  });
});

describe('runoff', () => {
  const figures = ['--area-ha', '10', '--coefficient', '0.7', '--inlet-min', '7', '--travel-min', '8'];

  it('gives time, intensity, discharge, formula and page', async () => {
    const { code, stdout } = await runInside(['runoff', ...figures]);
    expect(code).toBe(0);
    const result = json(stdout);
    expect(result).toMatchObject({ timeOfConcentrationMinutes: 15, source: { page: 10 } });
    expect(result['intensityMmPerHour']).toBeCloseTo(115.7447, 4);
    expect(result['dischargeCubicMetersPerSecond']).toBeCloseTo(2.2506, 4);
    expect(JSON.stringify(result['formula'])).toContain('5440');
  });

  it('adds the smallest standard pipe for a slope', async () => {
    const { stdout } = await runInside(['runoff', ...figures, '--slope', '0.003']);
    expect(json(stdout)).toMatchObject({ pipe: { nominalMillimeters: 1350 } });
    const { code, stderr } = await runInside(['runoff', ...figures, '--slope', '0.00000001']);
    expect(code).toBe(1);
    expect(stderr).toContain('above-largest');
  });
});

describe('check', () => {
  it('keeps every promise of the built data, one line each', async () => {
    const { code, stdout, stderr } = await runInside(['check']);
    expect(stdout.split('\n').filter((line) => line.startsWith('✗'))).toEqual([]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').length).toBeGreaterThan(30);
  });

  it('names a broken promise and ends with 1', async () => {
    const { code, stdout, stderr } = await runInside(['check', '--tiles', temporaryFolder()]);
    expect(code).toBe(1);
    expect(stdout).toContain('✗');
    expect(stderr).toMatch(/broken/);
  });
});

describe('import', () => {
  it.each([
    [2, ['import', 'a.geojson']],
    [2, ['import', '--layer', 'inundation']],
    [2, ['import', 'a.geojson', '--layer', 'inundation', '--remove']],
    [2, ['import', 'a.geojson', '--layer', 'inundation', '--crs', 'WGS84']],
    [1, ['import', 'a.geojson', '--layer', 'clouds', '--dry-run']],
    [1, ['import', '/nowhere/a.geojson', '--layer', 'inundation', '--dry-run']],
  ])('ends with %d for %j', async (expected, args) => {
    const { code, stdout, stderr } = await runInside(args);
    expect([code, stdout]).toEqual([expected, '']);
    expect(stderr.length).toBeGreaterThan(0);
  });
});

describe('as a process', () => {
  it('answers on stdout with exit code 0', async () => {
    const { code, stdout, stderr } = await runCli([
      ...['report', '--lon', '130.45', '--lat', '33.55', '--tiles', tiles],
    ]);
    expect([code, stderr]).toEqual([0, '']);
    expect(json(stdout)).toMatchObject({ treatment: { district: '第二' } });
  });

  it('reads a list from stdin', async () => {
    const { code, stdout, stderr } = await runCli(['batch', '-', '--tiles', tiles], '住所\n東原\n');
    expect([code, stdout.split('\r\n').length]).toEqual([0, 3]);
    expect(stderr).toContain('1 rows');
  });

  it.each([
    [1, ['report', '--lon', '33.59', '--lat', '130.4', '--tiles', tiles]],
    [2, ['report', '--lon', '130.4']],
  ])('ends with exit code %d and nothing on stdout when it must', async (expected, args) => {
    const { code, stdout, stderr } = await runCli(args);
    expect([code, stdout]).toEqual([expected, '']);
    expect(stderr).not.toContain('    at ');
  });
});
