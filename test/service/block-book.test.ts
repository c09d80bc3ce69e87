import { describe, expect, it } from 'vitest';
import { packBlocks } from '../../src/catalog/block-document.js';
import type { Manifest } from '../../src/catalog/manifest.js';
import { BlockBook } from '../../src/service/block-book.js';
import type { ReadFile } from '../../src/service/read-file.js';
import { sha256Hex } from '../../src/service/sha256.js';

const place = [130.4, 33.59] as const;
const text = JSON.stringify({
  version: 1,
  ward: '中央区',
  asOf: '2017-12-31',
  source: '街区',
  count: 2,
  towns: [
    [
      'town/1',
      '天神一丁目',
      'Tenjin 1-chome',
      0,
      packBlocks([
        { number: 8, position: place, accuracyMeters: 60 },
        { number: 9, position: [130.402, 33.59], accuracyMeters: 60 },
      ]),
    ],
  ],
});
const bytesOf = (content: string) => new TextEncoder().encode(content);

async function manifestFor(content: string): Promise<Pick<Manifest, 'documents'>> {
  const sha256 = await sha256Hex(bytesOf(content));
  const bbox: [number, number, number, number] = [130.4, 33.59, 130.402, 33.59];
  return { documents: { 'blocks/chuo': { file: 'blocks/chuo.json', bytes: 1, sha256, bbox } } };
}
const reader = (content: (fresh: boolean) => string | null): ReadFile & { asked: string[] } => {
  const asked: string[] = [];
  const read: ReadFile = (name, fresh = false, version) => {
    asked.push(`${name} ${fresh ? 'fresh' : version}`);
    const found = content(fresh);
    return Promise.resolve(
      found === null ? { ok: false, reason: 'http-404' } : { ok: true, bytes: bytesOf(found) },
    );
  };
  return Object.assign(read, { asked });
};

describe('the book of blocks', () => {
  it('reads a ward when somebody asks there, once', async () => {
    const read = reader(() => text);
    const book = new BlockBook(read, await manifestFor(text));
    expect(book.nearest(place)).toBeNull();
    expect(await book.loadNear([131, 34])).toBe(false);
    expect(read.asked).toEqual([]);
    expect(await book.loadNear([130.4001, 33.59])).toBe(true);
    expect(await book.loadNear(place)).toBe(false);
    expect(read.asked).toHaveLength(1);
    expect(read.asked[0]).toMatch(/^blocks\/chuo\.json [0-9a-f]{12}$/);
  });

  it('names the nearest block within reach', async () => {
    const book = new BlockBook(
      reader(() => text),
      await manifestFor(text),
    );
    await book.loadAll();
    expect(book.nearest([130.4001, 33.59])).toEqual({
      town: '天神一丁目',
      townEn: 'Tenjin 1-chome',
      block: '8',
      lot: false,
      meters: 9,
    });
    expect(book.nearest([130.4019, 33.59])?.block).toBe('9');
    expect(book.nearest([130.4, 33.6])).toBeNull();
  });

  it('says which index is absent, and tries again', async () => {
    let there = false;
    const book = new BlockBook(
      reader(() => (there ? text : null)),
      await manifestFor(text),
    );
    const lookup = book.lookup(() => 'Chuo Ward');
    expect(lookup?.('town/1')).toBe('absent');
    expect(await book.loadNear(place)).toBe(true);
    expect(book.failures).toEqual({ 'blocks/chuo': 'http-404' });
    expect(book.failureNear(place)).toBe('http-404');
    expect(lookup?.('town/1')).toBe('absent');
    there = true;
    await book.loadWards(['Chuo Ward']);
    expect(book.failures).toEqual({});
    expect(lookup?.('town/1')).toMatchObject({ name: '天神一丁目' });
    expect(lookup?.('town/2')).toBe('none');
  });

  it('asks past a cache that holds another version, and takes none that does not match', async () => {
    const manifest = await manifestFor(text);
    const stale = reader((fresh) => (fresh ? text : '{}'));
    const book = new BlockBook(stale, manifest);
    await book.loadAll();
    expect(book.failures).toEqual({});
    expect(stale.asked[1]).toBe('blocks/chuo.json fresh');
    const damaged = new BlockBook(
      reader(() => text.slice(0, 100)),
      manifest,
    );
    await damaged.loadAll();
    expect(damaged.failures).toEqual({ 'blocks/chuo': 'hash-mismatch' });
  });

  it('refuses a file whose sums do not hold though its hash does', async () => {
    const wrong = text.replace('"count":2', '"count":3');
    const book = new BlockBook(
      reader(() => wrong),
      await manifestFor(wrong),
    );
    await book.loadAll();
    expect(book.failures['blocks/chuo']).toMatch(/^invalid: 2 blocks, 3 promised/);
  });

  it('is silent about a network that is away: the page says it', async () => {
    const book = new BlockBook(
      () => Promise.resolve({ ok: false, reason: 'unreachable' }),
      await manifestFor(text),
    );
    await book.loadNear(place);
    expect(book.failureNear(place)).toBeNull();
  });

  it('knows no blocks where a city declares none', () => {
    expect(
      new BlockBook(
        reader(() => text),
        { documents: {} },
      ).lookup(() => 'Chuo Ward'),
    ).toBeNull();
  });
});
