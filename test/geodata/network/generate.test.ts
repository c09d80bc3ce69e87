import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { networkTotals } from '../../../geodata/cities/fukuoka/network-totals.js';
import { generateNetwork } from '../../../geodata/network/generate.js';
import { writeNetwork } from '../../../geodata/network/write-network.js';
import { distanceMeters } from '../../../src/geometry/measure.js';

const scale = 0.01;
const totals = networkTotals();
const all = [...generateNetwork({ seed: 1, scale })];
const sewers = all.flatMap((feature) => (feature.layer === 'sewers' ? [feature] : []));
const pipes = sewers.filter(({ properties }) => properties.kind !== 'channel');
const kilometers = (list: readonly (typeof sewers)[number][]) =>
  list.reduce((sum, { coordinates }) => {
    let meters = 0;
    coordinates.forEach((from, i) => {
      const to = coordinates[i + 1];
      if (to) meters += distanceMeters(from, to);
    });
    return sum + meters / 1000;
  }, 0);
const shareWhere = (accept: (properties: (typeof sewers)[number]['properties']) => boolean) =>
  kilometers(pipes.filter(({ properties }) => accept(properties))) / kilometers(pipes);

describe('the stand-in city', () => {
  it('adds up to the yearbook’s totals', () => {
    expect(totals).toMatchObject({
      pipeKilometers: 5063,
      channelKilometers: 2248,
      manholes: 165_000,
      inlets: 274_000,
    });
    expect(kilometers(pipes) / (totals.pipeKilometers * scale)).toBeCloseTo(1, 1.5);
    expect(
      kilometers(sewers.filter((each) => !pipes.includes(each))) / (totals.channelKilometers * scale),
    ).toBeCloseTo(1, 1.5);
    const count = (layer: string) => all.filter((feature) => feature.layer === layer).length;
    expect(Math.abs(count('manholes') - totals.manholes * scale)).toBeLessThanOrEqual(4);
    expect(Math.abs(count('inlets') - totals.inlets * scale)).toBeLessThanOrEqual(8);
  });

  it('keeps the shares of kinds, materials and ages', () => {
    for (const [kind, share] of Object.entries(totals.kinds))
      expect(shareWhere((pipe) => pipe.kind === kind)).toBeCloseTo(share, 2);
    for (const [material, share] of Object.entries(totals.materials))
      expect(shareWhere((pipe) => pipe.material === material)).toBeCloseTo(share, 2);
    for (const { from, to, share } of totals.eras)
      expect(shareWhere(({ built = 0 }) => built >= from && built <= to)).toBeCloseTo(share, 2);
  });

  it('is connected: both ends of every pipe are manholes, but for the outfalls of the trunks', () => {
    const key = (position: readonly number[] | undefined) => String(position);
    const manholes = new Set(
      all.flatMap((feature) => (feature.layer === 'manholes' ? [key(feature.coordinates)] : [])),
    );
    expect(pipes.filter(({ coordinates }) => !manholes.has(key(coordinates[0])))).toEqual([]);
    const loose = pipes.filter(({ coordinates }) => !manholes.has(key(coordinates.at(-1))));
    expect(loose.length).toBeLessThanOrEqual(4);
    expect(loose.every(({ properties }) => properties.grade === 'trunk')).toBe(true);
  });

  it('falls from every head to the outfall, below the ground', () => {
    for (const { properties } of pipes)
      expect(properties.downstreamInvertMeters).toBeLessThanOrEqual(
        properties.upstreamInvertMeters ?? -Infinity,
      );
    for (const feature of all)
      if (feature.layer === 'manholes')
        expect(feature.properties.groundMeters - feature.properties.invertMeters).toBeGreaterThan(0.9);
  });

  it('widens on the way down', () => {
    const mean = (grade: string) => {
      const widths = pipes.flatMap(({ properties }) =>
        properties.grade === grade ? [properties.diameterMillimeters ?? 0] : [],
      );
      return widths.reduce((sum, width) => sum + width, 0) / widths.length;
    };
    expect(mean('trunk')).toBeGreaterThan(mean('main'));
    expect(mean('main')).toBeGreaterThan(mean('branch'));
  });

  it('is the same for the same seed and another for another', () => {
    const first = (seed: number) => JSON.stringify([...generateNetwork({ seed, scale: 0.001 })]);
    expect(first(1)).toBe(first(1));
    expect(first(2)).not.toBe(first(1));
  });

  it('refuses a scale that leaves nothing', () => {
    for (const none of [0, -1, Number.NaN])
      expect(() => generateNetwork({ seed: 1, scale: none }).next()).toThrow(RangeError);
  });
});

describe('its files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mizumichi-network-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('hold one feature a line and say that they are made up', async () => {
    const { files, counts, mapping } = await writeNetwork(folder, { seed: 1, scale: 0.001 });
    const lines = readFileSync(files.sewers, 'utf8').trim().split('\n');
    expect(lines.length).toBe(counts.sewers);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ type: 'Feature', geometry: { type: 'LineString' } });
    expect(readFileSync(mapping, 'utf8')).toMatch(/synthetic/);
  });
});
