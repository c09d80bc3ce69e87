import { describe, expect, it } from 'vitest';
import { tooNew } from '../../build/browsers.js';

describe('tooNew', () => {
  it.each([
    ['const a = async () => { for await (const b of c) d[b] ??= e?.[1n]; };'],
    ['class A { #b = 1; static { this.c = 2; } }'],
    ['const a = /(?<=b)c/dgu.exec(d);'],
  ])('takes %s', async (code) => expect(await tooNew(code, 'a.js')).toEqual([]));

  it.each([
    ['const a = b.toSorted(c);', 'toSorted, toReversed, toSpliced'],
    ['const { resolve } = Promise.withResolvers();', 'Promise.withResolvers'],
    ['fetch(a, { signal: AbortSignal.any([b, c]) });', 'AbortSignal.any'],
    ['const a = document.body.checkVisibility();', 'checkVisibility'],
    ['const a = /[\\p{L}--[a-z]]/v;', 'regular expression flag v'],
    ['async function a() { await using b = c(); }', 'syntax'],
  ])('refuses %s', async (code, why) => expect(await tooNew(code, 'a.js')).toContain(why));
});
