/** Where commands write: whole or not at all, never into what they read, and one sentence when it cannot be done. */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWhole } from '../../geodata/disk/whole-file.js';
import { readText } from '../../src/cli/read-text.js';
import { decodeText } from '../../src/formats/decode-text.js';
import { fixtureTiles, runInside, temporaryFolder } from './run-cli.js';

const root = resolve(import.meta.dirname, '../..');
const tiles = fixtureTiles();
const folder = temporaryFolder();
const text = 'longitude,latitude\n130.45,33.55\n';
const list = join(folder, 'list.csv');
writeFileSync(list, text);
const hiddenIn = (path: string) => readdirSync(path).filter((name) => name.startsWith('.'));
const out = (path: string, ...more: string[]) =>
  runInside(['batch', list, '--tiles', tiles, '--out', path, ...more]);

describe('--out', () => {
  it.each([
    ['a folder', folder, 'EISDIR'],
    ['a folder that is not there', join(folder, 'no', 'x.csv'), 'ENOENT'],
    ['a name that ends like a folder', `${join(folder, 'nowhere')}/`, 'ENOENT'],
    ['below a file', join(list, 'x.csv'), 'ENOTDIR'],
    ['too long a name', join(folder, 'x'.repeat(300)), 'ENAMETOOLONG'],
    ['a link that leads to itself', join(folder, 'circle'), 'ELOOP'],
    ['a full disk', '/dev/full', 'ENOSPC'],
    ['a descriptor that is not open', '/dev/fd/999', 'ENOENT'],
    ['a pipe that nobody reads', join(folder, 'pipe'), 'ENXIO'],
  ])(
    'into %s is one sentence and 1, and nothing is left',
    { timeout: 30_000 },
    async (_place, path, code) => {
      if (path.endsWith('circle') && !existsSync(path)) symlinkSync('circle', path);
      if (path.endsWith('pipe')) spawnSync('sh', ['-c', 'mkfifo "$0"', path]);
      const { code: exit, stdout, stderr } = await out(path);
      expect([exit, stdout]).toEqual([1, '']);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stderr).toContain(`${path}: ${code}, `);
      expect(hiddenIn(folder)).toEqual([]);
      expect(readFileSync(list, 'utf8')).toBe(text);
    },
  );

  it('goes straight through a device, which stays one', async () => {
    expect(await out('/dev/null')).toMatchObject({ code: 0 });
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it.each([
    ['its own name', () => list],
    ['a symbolic link', (path: string) => (symlinkSync(list, path), path)],
    ['a hard link', (path: string) => (linkSync(list, path), path)],
    ['a way round', () => join(folder, '..', folder.split('/').at(-1) ?? '', 'list.csv')],
    ['a file of the data it answers from', () => join(tiles, 'manifest.json')],
  ])('never goes into what is read, under %s', async (kind, nameOf) => {
    const path = nameOf(join(folder, `link-${kind.replaceAll(' ', '-')}`));
    const before = readFileSync(path, 'utf8');
    const { code, stderr } = await out(path);
    expect(code).toBe(2);
    expect(stderr).toContain('would overwrite');
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('through a link writes the file it names, which keeps its rights', async () => {
    const [real, link] = [join(folder, 'real.csv'), join(folder, 'to-real.csv')];
    writeFileSync(real, 'old');
    chmodSync(real, 0o640);
    symlinkSync('real.csv', link);
    expect((await out(link)).code).toBe(0);
    expect(readFileSync(real, 'utf8')).toContain('matched');
    expect([readFileSync(link, 'utf8'), statSync(real).mode & 0o777]).toEqual([
      readFileSync(real, 'utf8'),
      0o640,
    ]);
  });

  it('shows nothing under its name until it is whole, and sweeps what a killed one left', async () => {
    const path = join(folder, 'slow.csv');
    writeFileSync(path, 'old');
    const file = await openWhole(path);
    await file.write('half of it');
    expect(readFileSync(path, 'utf8')).toBe('old');
    const [fresh = ''] = hiddenIn(folder);
    await file.finish();
    expect([readFileSync(path, 'utf8'), hiddenIn(folder)]).toEqual(['half of it', []]);
    const dead = spawnSync(process.execPath, ['--version']).pid;
    writeFileSync(join(folder, fresh.replace(`-${process.pid}-`, `-${dead}-`)), 'left behind');
    expect(hiddenIn(folder)).toHaveLength(1);
    expect((await out(path)).code).toBe(0);
    expect(hiddenIn(folder)).toEqual([]);
  });
});

describe('an open quote', () => {
  const rows = Array.from({ length: 1_000 }, (_, at) => `130.45,33.55,row ${at}`);
  const broken = ['longitude,latitude,name', ...rows.slice(0, 5), '130.45,33.55,"open', ...rows.slice(5)];

  it.each(['csv', 'geojson'])(
    'is 1, names the line where it opened, and leaves the old file (%s)',
    async (format) => {
      const [path, old] = [join(folder, 'open.csv'), join(folder, 'old.out')];
      writeFileSync(path, broken.join('\n'));
      writeFileSync(old, 'old');
      const { code, stderr } = await runInside([
        ...['batch', path, '--tiles', tiles, '--out', old, '--format', format],
      ]);
      expect(code).toBe(1);
      expect(stderr).toContain('line 7:');
      expect([readFileSync(old, 'utf8'), hiddenIn(folder)]).toEqual(['old', []]);
    },
  );
});

/** The command line as a process, stopped when it says that it works: its file is there under a hidden name. */
async function stopped(signal: NodeJS.Signals) {
  const place = temporaryFolder();
  mkdirSync(place, { recursive: true });
  const path = join(place, 'report.csv');
  writeFileSync(path, 'old');
  const inTheMaking = new Promise<void>((found) => {
    const watcher = watch(place, () => {
      if (hiddenIn(place).length === 0) return;
      watcher.close();
      found();
    });
  });
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'src/cli/main.ts', 'batch', '-', '--tiles', tiles, '--out', path],
    { cwd: root },
  );
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (said += piece));
  child.stdin.on('error', () => undefined);
  child.stdin.write('longitude,latitude\n130.45,33.55\n');
  // The list does not end: the file stays in the making until the signal comes.
  await inTheMaking;
  child.kill(signal);
  const by = await new Promise((done) => child.on('close', (_code, name) => done(name)));
  return { by, said, left: hiddenIn(place), now: readFileSync(path, 'utf8'), place, path };
}

describe('stopped by a signal', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s: the old file, no other, one sentence',
    { timeout: 60_000 },
    async (signal) => {
      const { by, said, left, now } = await stopped(signal);
      expect([by, left, now]).toEqual([signal, [], 'old']);
      expect(said.trim().split('\n')).toHaveLength(1);
      expect(said).toContain('report.csv is as it was');
    },
  );

  it('SIGKILL: the old file, and the next one sweeps', { timeout: 60_000 }, async () => {
    const { now, left, path, place } = await stopped('SIGKILL');
    expect([now, left.length]).toEqual(['old', 1]);
    expect((await out(path)).code).toBe(0);
    expect(hiddenIn(place)).toEqual([]);
  });
});

describe('a list of an office', () => {
  const answered = async (bytes: Uint8Array, ...more: string[]) => {
    const path = join(folder, 'office.csv');
    writeFileSync(path, bytes);
    return runInside(['batch', path, '--tiles', tiles, ...more]);
  };
  const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

  it('in UTF-16 with tabs, as a spreadsheet saves "Unicode text"', async () => {
    const { code, stdout } = await answered(utf16('住所\t備考\r\n東原\tx\r\n'));
    expect(code).toBe(0);
    expect(stdout.split('\r\n')[1]).toMatch(/^東原,x,東原,town/);
    const swapped = await answered(utf16('住所\t備考\r\n東原\tx\r\n').swap16());
    expect(swapped.stdout).toBe(stdout);
  });

  it('in UTF-16 without a mark is read as the page reads it, though it comes byte by byte', async () => {
    const bare = Buffer.from('住所\t備考\r\n東原\tx\r\n', 'utf16le');
    for (const bytes of [bare, Buffer.from(bare).swap16()])
      expect((await answered(bytes)).stdout.split('\r\n')[1]).toMatch(/^東原,x,東原,town/);
    async function* byteByByte() {
      for (const byte of bare) yield Uint8Array.of(byte);
    }
    const pieces: string[] = [];
    for await (const piece of readText('-', null, byteByByte())) pieces.push(piece);
    expect(pieces.join('')).toBe(decodeText(bare).text);
  });

  it('that is no text is refused', async () => {
    const { code, stderr } = await answered(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]));
    expect([code, stderr]).toEqual([1, expect.stringContaining('this is no text')]);
  });

  it('with columns called like the added ones, twice, or not at all keeps each of them', async () => {
    const header = 'address,matched,error,name,name,,toString,__proto__';
    const { stdout } = await answered(new TextEncoder().encode(`${header}\n東原,m,e,n1,n2,b,t,p\n`));
    const [names = '', cells = ''] = stdout.split('\r\n').map((line) => line.split(','));
    expect(new Set(names).size).toBe(names.length);
    expect(names.slice(0, 9)).toEqual([
      ...['address', 'matched', 'error', 'name', 'name 2', '#6', 'toString', '__proto__'],
      'mizumichi_matched',
    ]);
    expect(cells.slice(0, 9)).toEqual(['東原', 'm', 'e', 'n1', 'n2', 'b', 't', 'p', '東原']);
    expect(names).toContain('mizumichi_error');
  });

  it('with two columns of longitude says which one is read', async () => {
    const text = 'longitude,経度,latitude\n130.45,1,33.55\n';
    const { stderr } = await answered(new TextEncoder().encode(text));
    expect(stderr).toContain(
      '2 columns hold the longitude (longitude, 経度); "longitude" in column 1 is read',
    );
  });
});
