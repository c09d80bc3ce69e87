import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundle } from '../../../geodata/build/manifest.js';
import { officialHashes } from '../../../geodata/build/build-into.js';
import { halfStateLines } from '../../../geodata/checks/half-state.js';
import { runImport, type ImportArgs } from '../../../geodata/import/run-import.js';
import { box, feature, ksjGeoJson, polygon } from '../import/make-files.js';
import { buildSmallCity, importSandbox } from '../import/small-city.js';
import { asIfKilled, contentsOf, hiddenIn } from './killed.js';

const root = resolve(import.meta.dirname, '../../..');
const temporary = () => mkdtempSync(join(tmpdir(), 'mizumichi-killed-'));
const a51 = (year: string, depth: string, at: [number, number]) =>
  ksjGeoJson(`A51-${year}_40130`, [
    feature(
      { A51_001: '福岡県', A51_002: '40', A51_003: '福岡市', A51_004: '40130', A51_005: depth },
      polygon(box(at)),
    ),
  ]);
const earlier = a51('24', '1m以上3m未満', [130.4, 33.59]);
const later = a51('25', '3m以上5m未満', [130.41, 33.59]);
const layer = 'inundation';

/** The toy city's build, with a manifest that says what it was built from. */
async function build(folders: { official: string; tiles: string }): Promise<void> {
  await buildSmallCity(folders);
  const { manifest } = bundle(new Map(), new Map(), null, officialHashes(folders.official));
  writeFileSync(join(folders.tiles, 'manifest.json'), JSON.stringify(manifest));
}

interface Place {
  folder: string;
  official: string;
  tiles: string;
}
const within = (folder: string): Place => ({
  folder,
  official: join(folder, 'official'),
  tiles: join(folder, 'tiles'),
});
const run = ({ official, tiles }: Place, args: Partial<ImportArgs>, onStep?: (step: string) => void) =>
  runImport(
    { file: '', layer, dryRun: false, ...args },
    {
      say: () => undefined,
      officialFolder: official,
      tilesFolder: tiles,
      rebuild: build,
      preview: async () => new Map(),
      waitSeconds: 0,
      ...(onStep && { onStep }),
    },
  );
const state = ({ official, tiles }: Place) => ({ official: contentsOf(official), tiles: contentsOf(tiles) });
const brokenIn = ({ official, tiles }: Place) =>
  halfStateLines(tiles, official).filter(({ ok, text }) => !ok && !text.startsWith('tiles: every file'));

async function cityWithAnImport(): Promise<Place & { later: string }> {
  const { folder, official, tiles } = importSandbox(build);
  const file = join(folder, 'A51-24_40130.geojson');
  writeFileSync(file, earlier);
  const place = { folder, official, tiles };
  expect(await run(place, { file })).toMatchObject({ ok: true });
  const next = join(folder, 'A51-25_40130.geojson');
  writeFileSync(next, later);
  return { ...place, later: next };
}

describe.each([
  ['an import', (place: { later: string }) => ({ file: place.later })],
  ['taking a layer away', () => ({ remove: true })],
])('%s', (_name, argsFor) => {
  it('killed at any step is as before or done, once the next one has come; check tells the moment between', async () => {
    const place = await cityWithAnImport();
    const before = state(place);
    const snapshots: { step: string; at: Place }[] = [];
    expect(
      await run(place, argsFor(place), (step) => {
        const at = within(temporary());
        asIfKilled(place.folder, at.folder, join(place.official, '.work', 'lock'));
        snapshots.push({ step, at });
      }),
    ).toMatchObject({ ok: true });
    const after = state(place);
    expect(after).not.toEqual(before);
    expect(brokenIn(place)).toEqual([]);
    expect(snapshots.length).toBeGreaterThan(5);
    for (const { step, at } of snapshots) {
      const decided = /^(remove|move|forget)/.test(step);
      expect(
        brokenIn(at)
          .map(({ text }) => text)
          .join(),
        step,
      ).toContain(decided ? 'broken off while files were exchanged' : 'left behind');
      if (!decided) expect(state(at), step).toEqual(before);
      // The next one need not even succeed.
      expect(await run(at, { file: join(at.folder, 'nowhere.geojson') })).toMatchObject({ ok: false });
      expect(state(at), step).toEqual(decided ? after : before);
      expect([hiddenIn(at.official), hiddenIn(at.tiles), brokenIn(at)], step).toEqual([[], [], []]);
    }
  });
});

describe('check', () => {
  it('names an official file that nothing was built from, one that is gone, and a stray file', async () => {
    const place = await cityWithAnImport();
    expect(brokenIn(place)).toEqual([]);
    const path = join(place.official, 'inundation-zones.geojson');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('"features"', ' "features"'));
    expect(brokenIn(place).map((line) => line.text)).toEqual([expect.stringContaining('inundation-zones')]);
    writeFileSync(path, text);
    writeFileSync(join(place.official, 'shelters.geojson'), text);
    expect(brokenIn(place).map((line) => line.text)).toEqual([expect.stringContaining('shelters')]);
    writeFileSync(join(place.tiles, 'left.geojson'), '{}');
    expect(halfStateLines(place.tiles, null)).toContainEqual({
      ok: false,
      text: expect.stringContaining('left.geojson') as string,
    });
  });

  it('says of a lock whose holder lives that somebody works there', async () => {
    const place = await cityWithAnImport();
    let told: string[] = [];
    await run(place, { file: place.later }, (step) => {
      if (step === 'prepare')
        told = halfStateLines(place.tiles, place.official).map(({ ok, text }) => `${ok} ${text}`);
    });
    expect(told[0]).toContain(`true data: process ${process.pid}`);
  });
});

it('two imports at once: the second is refused by name, the first is whole', async () => {
  const place = await cityWithAnImport();
  const second = within(place.folder);
  let refused: unknown = null;
  const pending: Promise<void>[] = [];
  await run(place, { file: place.later }, (step) => {
    if (step === 'prepare')
      pending.push(run(second, { file: place.later }).then((result) => void (refused = result)));
  });
  await Promise.all(pending);
  // It came while the first worked, or just after: refused, or the same again.
  expect(refused).toMatchObject({ ok: expect.any(Boolean) as boolean });
  expect(brokenIn(place)).toEqual([]);
});

it('refuses to read the very file it would write', async () => {
  const place = await cityWithAnImport();
  const before = state(place);
  for (const file of [
    join(place.official, 'inundation-zones.geojson'),
    join(place.official, '..', 'tiles', 'inundation-zones.geojson'),
  ])
    expect(await run(place, { file })).toMatchObject({ ok: false, problem: 'reads-what-it-writes' });
  expect(state(place)).toEqual(before);
});

it('really killed (SIGKILL) at three moments: the next import is whole', { timeout: 120_000 }, async () => {
  const place = await cityWithAnImport();
  const before = state(place);
  for (const step of ['prepare', 'move', 'forget']) {
    const at = within(temporary());
    cpSync(place.folder, at.folder, { recursive: true });
    const child = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        join(import.meta.dirname, 'import-child.ts'),
        at.folder,
        join(at.folder, 'A51-25_40130.geojson'),
        step,
      ],
      { cwd: root, stdio: 'ignore' },
    );
    const signal = await new Promise((done) => child.on('exit', (_code, by) => done(by)));
    expect(signal, step).toBe('SIGKILL');
    expect(existsSync(join(at.official, '.work', 'lock'))).toBe(true);
    if (step === 'prepare') expect(state(at)).toEqual(before);
    expect(await run(at, { file: join(at.folder, 'A51-25_40130.geojson') })).toMatchObject({ ok: true });
    expect(brokenIn(at)).toEqual([]);
    expect(hiddenIn(at.official)).toEqual([]);
  }
});
