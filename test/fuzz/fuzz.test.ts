import { describe, expect, it } from 'vitest';
import { fuzz } from './run-target.js';
import { targets } from './targets.js';

/** A taste of `npm run fuzz`, always the same: the seed is a date. */
describe('hostile input', () => {
  it('has a target for every reader, named once', () => {
    const names = targets.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(targets.map((target) => [target.name, target] as const))('%s', async (name, target) => {
    const runs = name === 'shapefile' || name === 'dxf' ? 30 : 100;
    expect(await fuzz(target, { runs, seed: 20261122 })).toBe(runs);
  });
});
