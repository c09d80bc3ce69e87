import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { gdal3 } from '../../../src/formats/node/gdal-in-node.js';
import { parseOfficial, writeOfficial } from '../../../geodata/import/official-file.js';
import { officialLayer } from '../../../geodata/import/official-layer.js';
import { box, feature, ksjGeoJson, makeWithGdal, polygon, shapefileMembers, zip } from './make-files.js';
import { importSandbox, buildSmallCity, builtCity, reportOf } from './small-city.js';

// Starting GDAL takes long on a busy machine; no test should pay for it.
beforeAll(gdal3, 120_000);

const a51 = (depth: string, at: [number, number]) =>
  feature(
    { A51_001: '福岡県', A51_002: '40', A51_003: '福岡市', A51_004: '40130', A51_005: depth },
    polygon(box(at)),
  );
const first = ksjGeoJson('A51-24_40130', [a51('1m以上3m未満', [130.4, 33.59])]);
const second = ksjGeoJson('A51-25_40130', [a51('3m以上5m未満', [130.41, 33.59])]);
const layer = 'inundation';
const tile = (city: ReturnType<typeof importSandbox>) =>
  readFileSync(join(city.tiles, 'inundation-zones.geojson'), 'utf8');

describe('an import', () => {
  it('is written, built, taken away again: the old bytes are back', async () => {
    const city = importSandbox();
    await buildSmallCity(city);
    const before = tile(city);
    const imported = await city.importFile('A51-25_40130.geojson', second, { layer });
    expect(imported).toMatchObject({ ok: true, action: 'imported' });
    expect(tile(city)).not.toBe(before);
    expect(reportOf(imported).difference).toMatchObject({
      before: 1,
      after: 2,
      onlyAfter: ['雨水出水浸水想定区域（3m以上5m未満）'],
    });
    const removed = await city.run({ layer, remove: true });
    expect(removed).toMatchObject({ ok: true, action: 'removed', difference: { before: 2, after: 1 } });
    expect(tile(city)).toBe(before);
    expect(readdirSync(city.official)).toEqual([]);
    expect(await city.run({ layer, remove: true })).toMatchObject({ ok: false, problem: 'not-imported' });
  });

  it('keeps the record of its file, and the same file gives the same bytes', async () => {
    const [one, other] = [importSandbox(), importSandbox()];
    await one.importFile('A51-25_40130.geojson', second, { layer });
    await other.importFile('A51-25_40130.geojson', second, { layer });
    expect(one.text('inundation-zones')).toBe(other.text('inundation-zones'));
    const { mizumichi } = JSON.parse(one.text('inundation-zones') ?? '');
    expect(mizumichi.imports).toEqual([
      {
        ...{
          driver: 'a51',
          file: 'A51-25_40130.geojson',
          asOf: '2025-04-01',
          crs: 'EPSG:6668',
          coverage: ['40130'],
        },
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it('replaces an earlier one as a whole', async () => {
    const city = importSandbox();
    await city.importFile('A51-24_40130.geojson', first, { layer });
    const report = reportOf(await city.importFile('A51-25_40130.geojson', second, { layer, dryRun: true }));
    expect(report.difference).toMatchObject({
      before: 2,
      after: 2,
      onlyBefore: ['雨水出水浸水想定区域（1m以上3m未満）'],
    });
    await city.importFile('A51-25_40130.geojson', second, { layer });
    expect(city.written('inundation-zones')).toHaveLength(1);
  });

  it('changes nothing on a dry run', async () => {
    const city = importSandbox();
    const before = tile(city);
    expect(await city.importFile('A51-25_40130.geojson', second, { layer, dryRun: true })).toMatchObject({
      ok: true,
      action: 'dry-run',
    });
    expect([existsSync(city.official), tile(city)]).toEqual([false, before]);
  });

  it('leaves the old layer when the file is bad', async () => {
    const city = importSandbox();
    await city.importFile('A51-24_40130.geojson', first, { layer });
    const [official, built] = [city.text('inundation-zones'), tile(city)];
    const truncated = second.slice(0, -20);
    expect(await city.importFile('A51-25_40130.geojson', truncated, { layer })).toMatchObject({
      ok: false,
      problem: 'truncated',
    });
    expect([city.text('inundation-zones'), tile(city)]).toEqual([official, built]);
  });

  it('puts the old layer back when the build fails, and leaves no file of its own', async () => {
    let broken = false;
    const city = importSandbox(async (folders) => {
      if (broken && officialLayer('inundation-zones', folders.official)?.features.length === 1) {
        const [only] = officialLayer('inundation-zones', folders.official)?.features ?? [];
        if (only?.properties?.['depthMinMeters'] === 3) {
          writeFileSync(join(folders.tiles, 'inundation-zones.geojson'), 'half a build');
          throw new Error('no land under A51');
        }
      }
      await buildSmallCity(folders);
    });
    await city.importFile('A51-24_40130.geojson', first, { layer });
    const [official, built] = [city.text('inundation-zones'), tile(city)];
    broken = true;
    const failed = await city.importFile('A51-25_40130.geojson', second, { layer });
    expect(failed).toMatchObject({ ok: false, problem: 'build-failed', detail: 'no land under A51' });
    expect([city.text('inundation-zones'), tile(city)]).toEqual([official, built]);
    expect(readdirSync(city.official)).toEqual(['inundation-zones.geojson']);
  });

  it('tells a folder it cannot write to', async () => {
    const city = importSandbox();
    writeFileSync(city.official, 'a file where the folder should be');
    expect(await city.importFile('A51-25_40130.geojson', second, { layer })).toMatchObject({
      ok: false,
      problem: 'write-failed',
    });
  });

  it.each([
    ['unknown-layer', 'a.geojson', second, 'roads'],
    ['file-empty', 'a.geojson', '', layer],
    ['unknown-format', 'a.docx', 'PK-not', layer],
    ['zip-nothing-readable', 'a.zip', zip([{ path: '読んで.pdf', data: 'x' }]), layer],
    ['zip-broken', 'a.zip', Buffer.from('PK\u0003\u0004 nothing'), layer],
    ['unreadable', 'a.gpkg', Buffer.from('SQLite format 3\u0000 nothing'), layer],
    [
      'unknown-format',
      'a.gml',
      '<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>',
      layer,
    ],
  ])('is refused by name: %s', async (problem, name, content, wanted) => {
    const city = importSandbox();
    const refused = await city.importFile(name, content, { layer: wanted });
    expect(refused).toMatchObject({ ok: false, problem });
    expect(city.said.at(-1)).toMatch(/^→ ./);
  });

  it('names a missing file and missing parts of a Shapefile', async () => {
    const city = importSandbox();
    expect(await city.run({ file: join(city.folder, 'なし.zip'), layer })).toMatchObject({
      ok: false,
      problem: 'file-missing',
    });
    const parts = await makeWithGdal([a51('20m以上', [130.4, 33.59])], {
      format: 'ESRI Shapefile',
      crs: 'EPSG:6668',
    });
    const torn = zip(shapefileMembers(parts, 'A51-25_40130', ['dbf']));
    expect(await city.importFile('torn.zip', torn, { layer })).toMatchObject({
      ok: false,
      problem: 'shapefile-incomplete',
      detail: 'A51-25_40130.dbf',
    });
    for (const [end, bytes] of parts) writeFileSync(join(city.folder, `裸のまま_A51-25.${end}`), bytes);
    expect(await city.run({ file: join(city.folder, '裸のまま_A51-25.shp'), layer })).toMatchObject({
      ok: true,
    });
    // GDAL wrote nothing beside the user's files.
    expect(readdirSync(city.folder).filter((name) => name.startsWith('裸'))).toHaveLength(parts.size);
  });

  it('needs the built layer where it only places what is there', async () => {
    const city = importSandbox();
    const result = await city.importFile(
      'x.geojson',
      ksjGeoJson('x', [feature({ KEY_CODE: '1', S_NAME: 'x' }, null)]),
      { layer: 'towns' },
    );
    expect(result).toMatchObject({ ok: false });
    writeFileSync(join(city.tiles, 'towns.geojson'), 'damaged');
    expect(await city.importFile('x.geojson', second, { layer: 'towns' })).toMatchObject({
      ok: false,
      problem: 'no-built-layer',
    });
  });
});

describe('geodata/official', () => {
  it('is null where nothing was imported, and says what to do when a file was spoilt', () => {
    const city = importSandbox();
    expect(officialLayer('inundation-zones', city.official)).toBeNull();
    expect(officialLayer('no-such-layer', city.official)).toBeNull();
    expect(() => parseOfficial('{', 'geodata/official/wards.geojson')).toThrow('--remove');
    expect(() => parseOfficial('{"type":"FeatureCollection","features":[]}', 'x')).toThrow('--remove');
  });
  it('reads back what it writes', () => {
    const file = {
      layer: 'wards' as const,
      imports: [
        {
          driver: 'n03',
          file: 'N03.zip',
          sha256: 'a'.repeat(64),
          asOf: '2025-01-01',
          crs: 'EPSG:6668',
          coverage: ['40131'],
        },
      ],
      features: (builtCity['wards'] ?? []).map(({ properties, geometry }) => ({
        type: 'Feature' as const,
        properties,
        geometry,
      })),
    };
    expect(parseOfficial(writeOfficial(file), 'x')).toEqual(file);
  });
});
