import { describe, expect, it } from 'vitest';
import { keepsUnasked } from '../../src/app/keep-ground.js';

const here = { pageStored: true, saveData: false, room: 100_000_000 };
const ground = { wanted: null, bytes: 5_000_000 };

describe('keepsUnasked', () => {
  it('keeps the base map on a device that holds the page and has room', () => {
    expect(keepsUnasked(ground, here)).toBe(true);
    expect(keepsUnasked(ground, { ...here, room: null })).toBe(true);
  });

  it.each([
    ['under Save-Data', ground, { ...here, saveData: true }],
    ['before the page is stored', ground, { ...here, pageStored: false }],
    ['where room is short', ground, { ...here, room: 19_000_000 }],
    ['where there is none', { ...ground, bytes: 0 }, here],
    ['against the reader’s word', { ...ground, wanted: false }, here],
  ] as const)('does not %s', (_, its, around) => {
    expect(keepsUnasked(its, around)).toBe(false);
  });
});
