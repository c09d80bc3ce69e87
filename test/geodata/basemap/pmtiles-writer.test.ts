import { gunzipSync, strFromU8, strToU8 } from 'fflate';
import { PMTiles } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { writePmtiles, type ArchiveTile } from '../../../geodata/basemap/pmtiles-writer.js';
import { sourceOf } from './archive-in-memory.js';

const about = {
  minZoom: 3,
  maxZoom: 12,
  bounds: [130.03, 33.41, 130.5, 33.87],
  centre: { longitude: 130.4, latitude: 33.59, zoom: 12 },
  metadata: { name: 'test', attribution: 'somebody' },
} as const;
const text = (value: ArrayBuffer | undefined) => value && strFromU8(new Uint8Array(value));

describe('writePmtiles', () => {
  it('is read back by the pmtiles package: header, metadata, tiles, and nothing where there is none', async () => {
    const tiles: ArchiveTile[] = [
      { z: 3, x: 6, y: 3, bytes: strToU8('low') },
      { z: 12, x: 3531, y: 1640, bytes: strToU8('one') },
      { z: 12, x: 3532, y: 1640, bytes: strToU8('two') },
    ];
    const archive = new PMTiles(sourceOf(writePmtiles(tiles, about)));
    expect(await archive.getHeader()).toMatchObject({
      specVersion: 3,
      minZoom: 3,
      maxZoom: 12,
      minLon: 130.03,
      maxLat: 33.87,
      centerZoom: 12,
      tileType: 1,
      clustered: true,
      numAddressedTiles: 3,
    });
    expect(await archive.getMetadata()).toEqual(about.metadata);
    for (const { z, x, y, bytes } of tiles)
      expect(text((await archive.getZxy(z, x, y))?.data)).toBe(strFromU8(bytes));
    expect(await archive.getZxy(12, 3533, 1640)).toBeUndefined();
  });

  it('keeps equal tiles once, whatever order they come in, with the same bytes', async () => {
    const tiles = Array.from({ length: 4 }, (_, x) => ({ z: 4, x, y: 2, bytes: strToU8('sea') }));
    const bytes = writePmtiles(tiles, about);
    expect(writePmtiles([...tiles].reverse(), about)).toEqual(bytes);
    const header = await new PMTiles(sourceOf(bytes)).getHeader();
    expect([header.numAddressedTiles, header.numTileContents]).toEqual([4, 1]);
  });

  it('puts a directory that is too large for the first request into leaves', async () => {
    // A generator of its own: places and lengths that no directory can be packed by.
    let state = 7;
    const next = (below: number) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
    const tiles = Array.from({ length: 6000 }, (_, index) => ({
      z: 12,
      x: index % 4096,
      y: next(4096),
      bytes: strToU8(Array.from({ length: 1 + next(60) }, () => String(next(10))).join('')),
    }));
    const bytes = writePmtiles(tiles, about);
    const archive = new PMTiles(sourceOf(bytes));
    const header = await archive.getHeader();
    expect(header.rootDirectoryOffset + header.rootDirectoryLength).toBeLessThanOrEqual(16_384);
    expect(header.leafDirectoryLength).toBeGreaterThan(0);
    for (const index of [0, 1, 3_000, 5_999]) {
      const { x, y, bytes: content } = tiles[index]!;
      expect(text((await archive.getZxy(12, x, y))?.data)).toBe(strFromU8(content));
    }
  }, 60_000);

  it('is packed without a clock', () => {
    const bytes = writePmtiles([{ z: 3, x: 6, y: 3, bytes: strToU8('low') }], about);
    // The time of a gzip member is its bytes 4–7.
    expect([...bytes.slice(127 + 4, 127 + 8)]).toEqual([0, 0, 0, 0]);
    expect(gunzipSync(bytes.slice(127, 127 + 40)).length).toBeGreaterThan(0);
  });
});
