import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesSource, type ByteSource } from '../../src/formats/byte-source.js';
import { unzip } from '../../src/formats/zip/unzip.js';
import { readZipDirectory, requireUnpackable } from '../../src/formats/zip/zip-directory.js';
import { importLimits as limits } from '../../geodata/import/import-limits.js';
import { zip } from './make-zip.js';

const source = (bytes: Uint8Array): ByteSource => bytesSource('x.zip', bytes);
async function unpacked(bytes: Uint8Array, path: string): Promise<string> {
  const from = source(bytes);
  const entry = (await readZipDirectory(from, limits)).find((each) => each.path === path);
  if (!entry) throw new Error(`no ${path}`);
  const parts: Uint8Array[] = [];
  for await (const part of unzip(from, entry)) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

describe('zip', () => {
  it('reads folder names in CP932 and in UTF-8, deflated and stored', async () => {
    const bytes = zip([
      { path: 'A51-25_40_GML/表示ソ_福岡市/a.geojson', data: 'ＡＢＣ' },
      { path: '構能/b.geojson', data: 'b', encoding: 'utf8', stored: true },
      { path: '空.geojson', data: '' },
    ]);
    expect((await readZipDirectory(source(bytes), limits)).map(({ path }) => path)).toEqual([
      'A51-25_40_GML/表示ソ_福岡市/a.geojson',
      '構能/b.geojson',
      '空.geojson',
    ]);
    expect(await unpacked(bytes, 'A51-25_40_GML/表示ソ_福岡市/a.geojson')).toBe('ＡＢＣ');
    expect(await unpacked(bytes, '構能/b.geojson')).toBe('b');
    expect(await unpacked(bytes, '空.geojson')).toBe('');
  });

  it('gives back what another packer packed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (data) => {
        const bytes = zipSync({ 'a.bin': data });
        const from = source(bytes);
        const [entry] = await readZipDirectory(from, limits);
        if (!entry) throw new Error('no entry');
        const parts: Uint8Array[] = [];
        for await (const part of unzip(from, entry)) parts.push(part);
        expect(Buffer.concat(parts).equals(Buffer.from(data))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['no zip at all', new TextEncoder().encode('hello'), 'zip-broken'],
    ['cut off', zip([{ path: 'a.csv', data: 'x'.repeat(999) }]).slice(0, -30), 'zip-broken'],
    ['with a password', zip([{ path: 'a.csv', data: 'x', encrypted: true }]), 'zip-encrypted'],
    [
      'claiming a bomb',
      zip([{ path: 'a.csv', data: 'x', claimed: { unpacked: limits.ratioFromBytes * 100, packed: 1000 } }]),
      'zip-bomb',
    ],
    [
      'larger than the limit',
      zip(['a', 'b', 'c'].map((path) => ({ path, data: 'x', claimed: { unpacked: 1e9, packed: 1e8 } }))),
      'zip-too-large',
    ],
    [
      'of too many entries',
      zip(Array.from({ length: limits.zipEntries + 1 }, (_, at) => ({ path: `${at}`, data: '' }))),
      'zip-too-many-entries',
    ],
  ])('refuses one %s by name', async (_, bytes, problem) => {
    const refused = readZipDirectory(source(bytes), limits).then((entries) =>
      requireUnpackable(entries, limits),
    );
    await expect(refused).rejects.toMatchObject({ problem: { reason: problem } });
  });

  it('breaks off an entry that unpacks to more than it promised, and one that holds less', async () => {
    const more = zip([{ path: 'a', data: 'x'.repeat(5_000_000), claimed: { unpacked: 10 } }]);
    await expect(unpacked(more, 'a')).rejects.toMatchObject({ problem: { reason: 'zip-bomb' } });
    const less = zip([{ path: 'a', data: 'x', claimed: { unpacked: 10 } }]);
    await expect(unpacked(less, 'a')).rejects.toMatchObject({ problem: { reason: 'zip-broken' } });
  });
});
