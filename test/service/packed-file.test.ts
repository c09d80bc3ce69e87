import { describe, expect, it } from 'vitest';
import { LinePacker } from '../../geodata/network/pack-lines.js';
import { standInItems } from '../../geodata/network/stand-in.js';
import { readPackedHeader } from '../../src/geometry/packed-header.js';
import { NetworkReader } from '../../src/service/network-reader.js';
import type { ReadRange } from '../../src/service/packed-file.js';
import { httpRanges } from '../../src/thread/network-ranges.js';

const packer = new LinePacker();
for (const item of standInItems({ seed: 1, scale: 0.01 })) if (item.layer === 'sewers') packer.add(item.line);
const file = packer.pack();
const place = [130.4, 33.585] as const;

/** A server in memory; `behave` changes one of its answers. */
function server(bytes: Uint8Array = file, { ranges = true } = {}) {
  const asked: number[] = [];
  let tag = '"1"';
  const read: ReadRange = (first, length) => {
    asked.push(length);
    if (!ranges)
      return Promise.resolve({ ok: true, bytes: bytes.slice(), whole: true, totalBytes: null, tag });
    return Promise.resolve({
      ok: true,
      bytes: bytes.slice(first, first + length),
      whole: false,
      totalBytes: bytes.length,
      tag,
    });
  };
  return { asked, reader: new NetworkReader(() => read), exchange: () => (tag = '"2"') };
}

describe('the nearest sewer over HTTP', () => {
  it('fetches a part of the file, and what it has only once', async () => {
    const { asked, reader } = server();
    const answer = await reader.nearest('lines', place);
    expect(answer).toMatchObject({ ok: true, value: { name: expect.stringMatching(/^[PC]\d+$/) } });
    const bytes = asked.reduce((sum, length) => sum + length, 0);
    expect(bytes).toBeLessThan(file.length * 0.8);
    const before = asked.length;
    expect(await reader.nearest('lines', place)).toEqual(answer);
    expect(asked.length).toBe(before);
  });

  it('says the same where a server knows no ranges', async () => {
    const { asked, reader } = server(file, { ranges: false });
    expect(await reader.nearest('lines', place)).toEqual(await server().reader.nearest('lines', place));
    expect(asked.length).toBe(1);
  });

  it('gives null where none is within a kilometre', async () => {
    expect(await server().reader.nearest('lines', [131.4, 33.585])).toEqual({ ok: true, value: null });
  });

  it('begins anew when the file was exchanged meanwhile', async () => {
    const { reader, exchange } = server();
    await reader.nearest('lines', place);
    exchange();
    expect(await reader.nearest('lines', [130.391, 33.589])).toMatchObject({ ok: true });
  });

  it.each([
    ['another file', () => new Uint8Array(4000), 'not-packed-lines'],
    ['a file cut short', () => file.slice(0, file.length >> 1), 'damaged'],
    ['a header that is no JSON', () => Uint8Array.from(file).fill(0x2c, 8, 60), 'damaged'],
    ['pieces that lead outside', () => withPieces(-7), 'damaged'],
  ])('names the damage: %s', async (_what, bytes, reason) => {
    expect(await server(bytes()).reader.nearest('lines', place)).toEqual({ ok: false, reason });
  });

  it('names what the server said, and asks again with the next question', async () => {
    let answers = 0;
    const status = (code: number, type = 'application/octet-stream') =>
      Promise.resolve(new Response('x', { status: code, headers: { 'content-type': type } }));
    const fetchFile = () => {
      answers++;
      return answers === 1
        ? status(404)
        : answers === 2
          ? status(200, 'text/html')
          : Promise.reject(new TypeError('offline'));
    };
    const reader = new NetworkReader((url) => httpRanges(url, fetchFile));
    for (const reason of ['http-404', 'not-a-file', 'unreachable'])
      expect(await reader.nearest('lines', place)).toEqual({ ok: false, reason });
  });
});

function withPieces(word: number): Uint8Array {
  const bytes = Uint8Array.from(file);
  const head = readPackedHeader(bytes);
  if (!head.ok) throw new Error(head.problem);
  const { firstWord, count } = head.header.pieces;
  new Int32Array(bytes.buffer, head.bodyStart).fill(word, firstWord, firstWord + count * 2);
  return bytes;
}
