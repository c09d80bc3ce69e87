import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';

const tile = gzipSync(Buffer.from('a tile'));
/** One entry: tile 0, run of 1, its length, at the start of the tile data. */
const directory = Buffer.from([1, 0, 1, tile.length, 1]);
const metadata = Buffer.from('{}');

/** The smallest archive there is (PMTiles version 3): one tile at zoom 0. */
function archive(): Buffer {
  const header = Buffer.alloc(127);
  header.write('PMTiles');
  header[7] = 3;
  const parts = [directory.length, metadata.length, 0, tile.length];
  let at = header.length;
  parts.forEach((length, part) => {
    header.writeBigUInt64LE(BigInt(at), 8 + part * 16);
    header.writeBigUInt64LE(BigInt(length), 16 + part * 16);
    at += length;
  });
  for (const place of [72, 80, 88]) header.writeBigUInt64LE(1n, place);
  // Clustered; directories as they are, tiles compressed by gzip, vector tiles, zoom 0 alone.
  header.set([1, 1, 2, 1, 0, 0], 96);
  return Buffer.concat([header, directory, metadata, tile]);
}

/** A server that knows ranges. */
function serve(file: Buffer): void {
  vi.stubGlobal('fetch', async (_address: string, init?: RequestInit) => {
    const range = new Headers(init?.headers).get('range');
    const [first = 0, last = file.length - 1] = (/(\d+)-(\d+)/.exec(range ?? '') ?? []).slice(1).map(Number);
    const body = file.subarray(first, last + 1);
    return new Response(new Uint8Array(body), {
      status: 206,
      headers: { 'content-range': `bytes ${first}-${first + body.length - 1}/${file.length}` },
    });
  });
}

async function ask(file: Buffer, name: string): Promise<string> {
  serve(file);
  const { tileAnswers } = await import('../../src/map/archive-tiles.js');
  const request = { url: `pmtiles://https://map.test/${name}.pmtiles/0/0/0`, type: 'arrayBuffer' as const };
  const { data } = await tileAnswers.tile(request, new AbortController());
  return Buffer.from(data as Uint8Array).toString();
}

/** The archive with some bytes replaced. */
function damaged(at: number, ...bytes: number[]): Buffer {
  const file = archive();
  file.set(bytes, at);
  return file;
}

afterEach(() => vi.unstubAllGlobals());

describe('a PMTiles archive', () => {
  it('gives its tile', async () => expect(await ask(archive(), 'whole')).toBe('a tile'));

  it.each([
    ['no such archive', Buffer.from('<!doctype html>'.padEnd(300))],
    ['a header of another format', damaged(0, 0x58, 0x58)],
    ['a header of a later version', damaged(7, 99)],
    ['a header cut off', archive().subarray(0, 60)],
    ['a directory that counts more entries than it has', damaged(127, 0xff, 0xff, 0x7f)],
    ['a tile that is not what was packed', damaged(127 + directory.length + metadata.length, 0, 0, 0, 0)],
    ['a tile cut off', archive().subarray(0, -8)],
  ])('refuses %s: the engine hears of it, and names the layer', async (name, file) => {
    await expect(ask(file, encodeURIComponent(name))).rejects.toThrow();
  });
});
