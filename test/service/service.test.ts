import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/catalog/layers.js';
import { city } from '../../src/catalog/city.js';
import type { ReadFile } from '../../src/service/read-file.js';
import { Service } from '../../src/service/service.js';
import type { LoadProgress } from '../../src/service/load-layers.js';
import type { FeatureCollection } from 'geojson';
import { collection, fixtureLayers } from '../report/fixture-city.js';
import { encode, fixtureFiles, reader } from './fixture-files.js';

const collectionOf = (id: string) => (fixtureLayers[id] as FeatureCollection).features;

async function loaded(files: Map<string, Uint8Array>) {
  const service = new Service(city, catalogue);
  return { service, result: await service.load(reader(files)) };
}

describe('Service', () => {
  it('refuses to answer before it has loaded', () => {
    expect(() => new Service(city, catalogue).report([130.45, 33.55])).toThrow(/load/);
  });

  it('says that shares are unknown until that part of the script is there, and answers then', async () => {
    const { service } = await loaded(fixtureFiles());
    expect(service.areaReport('town-e')).toMatchObject({
      ok: true,
      report: {
        id: 'town-e',
        treatment: null,
        plans: null,
        unavailable: expect.arrayContaining([
          { unavailable: true, layer: 'treatment-districts', reason: 'shares: not loaded' },
        ]),
      },
    });
    await service.loadSharedAreas();
    expect(service.areaReport('town-e')).toMatchObject({
      ok: true,
      report: { treatment: { wholly: true, shares: [{ name: '第二' }] }, unavailable: [] },
    });
  });

  it('loads, reports progress for every layer and answers', async () => {
    const service = new Service(city, catalogue);
    const progress: LoadProgress[] = [];
    const result = await service.load(reader(fixtureFiles()), (step) => progress.push(step));
    expect(result).toMatchObject({ ok: true, dataVersion: '0123456789ab', failures: {} });
    expect(progress.map(({ layer }) => layer).sort()).toEqual(catalogue.map(({ id }) => id).sort());
    expect(progress.at(-1)).toMatchObject({ settled: catalogue.length, total: catalogue.length });
    expect(service.report([130.45, 33.55])).toMatchObject({
      ok: true,
      report: { treatment: { district: '第二' } },
    });
    expect(service.areaReport('town-e')).toMatchObject({ ok: true });
    expect(service.search('東原')?.candidates[0]).toMatchObject({ id: 'town-e', matchLevel: 'town' });
  });

  it('lists a table with what has no place, and gives single features', async () => {
    const { service } = await loaded(fixtureFiles());
    expect(service.table('pump-stations')).toMatchObject([
      { id: 'pump-a', placed: true },
      { id: 'pump-nowhere', placed: false },
    ]);
    expect(service.table('no-such-layer')).toBeNull();
    expect(service.feature('pump-stations', 'pump-nowhere')).toMatchObject({ geometry: null });
    expect(service.feature('pump-stations', 'nothing')).toBeNull();
  });

  it('answers from an imported layer until it is removed, and refuses one that breaks the schema', async () => {
    const { service } = await loaded(fixtureFiles());
    const before = service.table('pump-stations');
    const [first] = collectionOf('pump-stations');
    const broken = {
      ...collection(),
      features: [{ ...first, properties: { id: 'x' } }],
    } as FeatureCollection;
    expect(service.replaceLayer('pump-stations', broken)).toMatchObject({ ok: false });
    expect(service.table('pump-stations')).toEqual(before);
    const one = { ...collection(), features: [first] } as FeatureCollection;
    expect(service.replaceLayer('pump-stations', one)).toEqual({ ok: true });
    expect(service.table('pump-stations')).toHaveLength(1);
    expect(service.replaceLayer('no-such-layer', one)).toEqual({ ok: false, reason: 'unknown-layer' });
    expect(service.replaceLayer('pump-stations', null)).toEqual({ ok: true });
    expect(service.table('pump-stations')).toEqual(before);
  });

  it('finds things where the layer that answers has them: moved, new, gone, and back again', async () => {
    const { service } = await loaded(fixtureFiles());
    /** Of what a name finds, the thing of that id. */
    const found = (name: string, id: string) =>
      service.search(name)?.candidates.find(({ featureRef }) => featureRef?.id === id);
    const before = found('試験ポンプ場', 'pump-a')?.position;
    const [first] = collectionOf('pump-stations');
    const moved = { ...first!, geometry: { type: 'Point' as const, coordinates: [130.351, 33.551] } };
    const fresh = { ...moved, properties: { ...first!.properties, id: 'pump-new', name: '新しいポンプ場' } };
    const replaced = { type: 'FeatureCollection' as const, features: [moved, fresh] };
    expect(service.replaceLayer('pump-stations', replaced)).toEqual({ ok: true });
    expect(found('試験ポンプ場', 'pump-a')?.position).toEqual([130.351, 33.551]);
    expect(found('新しいポンプ場', 'pump-new')?.position).toEqual([130.351, 33.551]);
    expect(found('幻ポンプ場', 'pump-nowhere')).toBeUndefined();
    service.replaceLayer('pump-stations', null);
    expect(before).not.toEqual([130.351, 33.551]);
    expect(found('試験ポンプ場', 'pump-a')?.position).toEqual(before);
    expect(found('幻ポンプ場', 'pump-nowhere')).toBeDefined();
    expect(found('新しいポンプ場', 'pump-new')).toBeUndefined();
  });

  it.each([
    ['is not there', (files: Map<string, Uint8Array>) => files.delete('wards.geojson'), 'http-404'],
    [
      'was changed',
      (files: Map<string, Uint8Array>) => files.set('wards.geojson', encode(collection())),
      'hash-mismatch',
    ],
    [
      'is a start page',
      (files: Map<string, Uint8Array>) =>
        files.set('wards.geojson', new TextEncoder().encode('<!doctype html>')),
      'not-json',
    ],
  ])('names a layer whose file %s and answers the rest', async (_case, damage, reason) => {
    const files = fixtureFiles();
    damage(files);
    const { service, result } = await loaded(files);
    expect(result).toMatchObject({ ok: true, failures: { wards: reason } });
    const report = service.report([130.45, 33.55]);
    expect(report).toMatchObject({
      report: { unavailable: [{ layer: 'wards', reason }], treatment: { district: '第二' } },
    });
    expect(service.table('wards')).toBeNull();
    expect(service.feature('wards', 'ward-east')).toBeNull();
  });

  it('asks past the cache when a file does not match, and takes the fresh one', async () => {
    const files = fixtureFiles();
    const service = new Service(city, catalogue);
    const stale: ReadFile = async (name, fresh) =>
      name === 'towns.geojson' && !fresh
        ? { ok: true, bytes: encode(collection()) }
        : reader(files)(name, fresh);
    const result = await service.load(stale);
    expect(result).toMatchObject({ ok: true, failures: {} });
    expect(service.table('towns')?.length).toBeGreaterThan(0);
  });

  it.each([
    ['is missing', null, 'http-404'],
    ['is damaged', encode({ version: 1 }), expect.any(String)],
  ])('reports on positions when the search document %s', async (_case, bytes, reason) => {
    const files = fixtureFiles();
    if (bytes) files.set('search.json', bytes);
    else files.delete('search.json');
    const { service, result } = await loaded(files);
    expect(result).toMatchObject({ ok: true, failures: { search: reason } });
    expect(service.search('東原')).toBeNull();
    expect(service.report([130.45, 33.55])).toMatchObject({ ok: true });
  });

  it('can load again after a failure', async () => {
    const files = fixtureFiles();
    const towns = files.get('towns.geojson') as Uint8Array;
    files.delete('towns.geojson');
    const { service } = await loaded(files);
    files.set('towns.geojson', towns);
    const again = await service.load(reader(files));
    expect(again).toMatchObject({ ok: true });
    expect(again.ok && 'towns' in again.failures).toBe(false);
  });

  it.each([
    ['is missing', null, /http-404/],
    ['is no JSON', new TextEncoder().encode('<html>'), /manifest/],
    ['breaks its schema', encode({ dataVersion: 'x' }), /manifest/],
  ])('has nothing to answer from when the manifest %s', async (_case, manifest, reason) => {
    const files = fixtureFiles();
    if (manifest) files.set('manifest.json', manifest);
    else files.delete('manifest.json');
    const { result } = await loaded(files);
    expect(result).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
  });
});
