/** The built archives as they lie in public/tiles, and a small piece of ground built twice. */
import { VectorTile } from '@mapbox/vector-tile';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PbfReader } from 'pbf';
import { PMTiles } from 'pmtiles';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildBasemap } from '../../../geodata/basemap/basemap.js';
import { buildBlockNumbers, readBlocks } from '../../../geodata/basemap/block-numbers.js';
import type { Ground } from '../../../geodata/basemap/ground.js';
import { buildArchives, ownTilesFolder } from '../../../geodata/build/archives.js';
import {
  basemapKinds,
  basemapLayers,
  basemapZooms,
  blockLayer,
  blockZoom,
} from '../../../src/catalog/basemap.js';
import type { Manifest } from '../../../src/catalog/manifest.js';
import { worldPixelOf } from '../../../src/geometry/web-mercator.js';
import { sourceOf } from './archive-in-memory.js';

const manifest = JSON.parse(readFileSync(join(ownTilesFolder, 'manifest.json'), 'utf8')) as Manifest;
const bytesOf = (file: string) => new Uint8Array(readFileSync(join(ownTilesFolder, file)));
const tenjin = [130.399, 33.5905] as const;

async function tileAt(archive: PMTiles, zoom: number, place: readonly [number, number] = tenjin) {
  const { x, y } = worldPixelOf(place, zoom, 1);
  const answer = await archive.getZxy(zoom, Math.floor(x), Math.floor(y));
  return answer ? new VectorTile(new PbfReader(new Uint8Array(answer.data))) : null;
}
const featuresOf = (tile: VectorTile | null, layer: string) =>
  Array.from({ length: tile?.layers[layer]?.length ?? 0 }, (_, index) => tile!.layers[layer]!.feature(index));

describe('basemap.pmtiles', () => {
  const bytes = bytesOf('basemap.pmtiles');
  const archive = new PMTiles(sourceOf(bytes));
  /** Kinds by layer, over every tile of the deepest zoom. */
  const seen = new Map<string, Set<string>>(basemapLayers.map((layer) => [layer, new Set()]));
  let largest = 0;

  beforeAll(async () => {
    const header = await archive.getHeader();
    const first = worldPixelOf([header.minLon, header.maxLat], basemapZooms.max, 1);
    const last = worldPixelOf([header.maxLon, header.minLat], basemapZooms.max, 1);
    for (let x = Math.floor(first.x); x <= last.x; x++)
      for (let y = Math.floor(first.y); y <= last.y; y++) {
        const answer = await archive.getZxy(basemapZooms.max, x, y);
        if (!answer) continue;
        largest = Math.max(largest, answer.data.byteLength);
        const tile = new VectorTile(new PbfReader(new Uint8Array(answer.data)));
        for (const layer of basemapLayers)
          for (const { properties } of featuresOf(tile, layer))
            seen.get(layer)?.add(String(properties['kind'] ?? 'building'));
      }
  }, 120_000);

  it('stays under 8 MB, and a tile under 100 kB', () => {
    expect(bytes.length).toBeLessThan(8_000_000);
    expect(largest).toBeLessThan(100_000);
  });

  it('holds every kind that the catalogue names, and no other', () => {
    for (const layer of basemapLayers)
      expect([...(seen.get(layer) ?? [])].sort(), layer).toEqual(Object.keys(basemapKinds[layer]).sort());
  });

  it('knows the streets of 天神 by name, and names its licence', async () => {
    const names = featuresOf(await tileAt(archive, 15), 'streets').map(
      ({ properties }) => properties['name'],
    );
    expect(names).toEqual(expect.arrayContaining(['渡辺通り', '天神西通り', '明治通り']));
    expect(await archive.getMetadata()).toMatchObject({
      attribution: expect.stringContaining('© OpenStreetMap contributors'),
      license: 'ODbL-1.0',
    });
  });

  it('draws buildings from zoom 15 only', async () => {
    expect(featuresOf(await tileAt(archive, 15), 'buildings').length).toBeGreaterThan(100);
    expect(featuresOf(await tileAt(archive, 14), 'buildings')).toEqual([]);
  });
});

describe('block-numbers.pmtiles', () => {
  const bytes = bytesOf('block-numbers.pmtiles');

  it('holds the number of a block once, and no ground of OpenStreetMap', async () => {
    expect(bytes.length).toBeLessThan(400_000);
    const tile = await tileAt(new PMTiles(sourceOf(bytes)), blockZoom);
    expect(Object.keys(tile?.layers ?? {})).toEqual([blockLayer]);
    expect(featuresOf(tile, blockLayer).length).toBeGreaterThan(300);
  });

  it('puts it at the point nearest to the middle of its own, and names a row that is none', async () => {
    const head = 'ward,town,block,longitude,latitude\n';
    const rows = readBlocks(
      `${head}中央区,天神一丁目,8,130.3990,33.59\n中央区,天神一丁目,8,130.3993,33.59\n中央区,天神一丁目,8,130.4000,33.59\n`,
    );
    const about = { name: 'test', asOf: '2017-01-01', centre: tenjin };
    const tile = await tileAt(new PMTiles(sourceOf(buildBlockNumbers(rows, about))), blockZoom);
    const [point, ...others] = featuresOf(tile, blockLayer);
    expect(others).toEqual([]);
    expect(point?.properties).toEqual({ number: '8' });
    const { x, y } = worldPixelOf(tenjin, blockZoom, 1);
    const { geometry } = point!.toGeoJSON(Math.floor(x), Math.floor(y), blockZoom);
    expect(geometry.type === 'Point' && geometry.coordinates[0]).toBeCloseTo(130.3993, 4);
    expect(() => readBlocks(`${head}中央区,天神一丁目,,130.4,33.59\n`)).toThrow('line 2');
  });
});

describe('buildArchives', () => {
  it('takes what is there while the inputs stay, and is what the manifest says: run npm run data', () => {
    const built = buildArchives();
    expect(built.size).toBe(2);
    for (const [id, { entry }] of built) {
      expect(existsSync(join(ownTilesFolder, entry.file)), id).toBe(true);
      expect(entry).toEqual(manifest.archives?.[id]);
    }
  });
});

describe('buildBasemap', () => {
  const none = Object.fromEntries(basemapLayers.map((layer) => [layer, []])) as unknown as Ground;
  const about = { name: 'test', asOf: '2021-08-01', centre: tenjin };
  const line = (kind: string, name?: string) => ({
    tags: { kind, ...(name !== undefined && { name }) },
    parts: [[[[...tenjin], [130.402, 33.591]] satisfies [number, number][]]],
  });

  it('gives the same bytes for the same ground, and Latin names where the table has them', async () => {
    const ground: Ground = { ...none, streets: [line('primary', '明治通り'), line('minor')] };
    const names = new Map([['明治通り', 'Meiji-dori']]);
    const bytes = buildBasemap(ground, names, about);
    expect(buildBasemap(ground, names, about)).toEqual(bytes);
    const archive = new PMTiles(sourceOf(bytes));
    const at = async (zoom: number) =>
      featuresOf(await tileAt(archive, zoom), 'streets').map(({ properties }) => properties);
    expect(await at(15)).toEqual([
      { kind: 'primary', name: '明治通り', nameEn: 'Meiji-dori' },
      { kind: 'minor' },
    ]);
    expect((await at(11)).map(({ kind }) => kind)).toEqual(['primary']);
  });

  it('refuses a kind that nothing draws', () => {
    expect(() => buildBasemap({ ...none, streets: [line('towpath')] }, new Map(), about)).toThrow(
      'streets: the base map knows no kind "towpath"',
    );
  });
});
