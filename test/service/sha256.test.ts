import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pureSha256Hex, sha256Hex } from '../../src/service/sha256.js';

const text = (value: string) => new TextEncoder().encode(value);

describe('SHA-256', () => {
  it.each([
    // FIPS 180-4 examples
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('of "%s"', async (message, expected) => {
    expect(pureSha256Hex(text(message))).toBe(expected);
    expect(await sha256Hex(text(message))).toBe(expected);
  });

  it('without the browser’s help agrees with Node, at every length around a block', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(pureSha256Hex(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
      }),
    );
    for (let length = 50; length < 135; length++) {
      const bytes = new Uint8Array(length).fill(length);
      expect(pureSha256Hex(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });
});
