/** Work grows with the input and no faster: each case is of a length at which a quadratic reader would not end in time. */
import { describe, expect, it } from 'vitest';
import { repairPolygon } from '../../geodata/import/shape/repair-polygon.js';
import { joinParts } from '../../geodata/import/shape/join-parts.js';
import { Tally } from '../../geodata/import/tally.js';
import { importLimits } from '../../geodata/import/import-limits.js';
import { bytesSource } from '../../src/formats/byte-source.js';
import { findSets } from '../../src/formats/file-sets.js';
import { toPlane } from '../../src/geometry/plane-rectangular.js';
import { ReadFailure } from '../../src/formats/read-failure.js';
import { openSfc } from '../../src/formats/text/open-sfc.js';
import { chooseEntries } from '../../src/formats/zip/choose-entries.js';
import { catchmentOf } from '../../src/network/catchment.js';
import { matchAlignments, normaliseSewerName } from '../../src/network/match-alignment.js';
import { buildNetwork } from '../../src/network/sewer-network.js';
import type { ManholeRecord, PipeRecord } from '../../src/network/read-network.js';
import { cleanGeometry } from '../../src/workbench/overlay/clean-geometry.js';
import { readLimits } from '../../src/workbench/overlay/limits.js';
import { bytes } from '../fuzz/seeds.js';
import { flooded, floods, readThrough } from './readers.js';
import { comb, copies, sheaf, spikes, squares, star } from './shapes.js';

/** A square of this is 9 × 10¹⁰: minutes to hours, of a reader that looks at each letter for each. */
const letters = 300_000;
const inTime = { timeout: 60_000 };

/** What was found so; `npm run costs` tries every word of every reader at every place. */
const found: Readonly<Record<string, readonly string[]>> = {
  kml: [']', '<!DOCTYPE a ['],
  csv: ['(', '"a'],
  'site-list': ['"a'],
  'column-names': ['(', '【'],
  'import-cell': ['<a', '<script>', '</script '],
  'crs-name': [':'],
  'sewer-name': ['0'],
  'file-name': [' ', '.'],
};

describe('a flood of one word', () => {
  it.each(Object.entries(found))('%s', inTime, async (name, words) => {
    const mine = floods({ pairs: false }).filter(
      ({ reader, word }) => reader.name === name && words.includes(word),
    );
    expect(mine.length).toBeGreaterThanOrEqual(words.length);
    for (const flood of mine) await readThrough(flood, flooded(flood, letters));
  });
});

describe('shapes that lie over one another', () => {
  const hard = {
    'a star of crossings': [[star(20_001)]],
    'a larger star': [[star(100_001)]],
    'a comb': [[comb(100_000)]],
    'a sheaf of long edges': [[sheaf(100_000)]],
    spikes: [[spikes(100_000)]],
    'squares side by side': squares(50_000, false),
    'squares in squares': squares(50_000, true),
  };
  it.each(Object.entries(hard))('%s are mended, or said to be beyond it', inTime, (_name, parts) => {
    const result = repairPolygon(parts, new Tally(), 'x');
    expect(result.ok || ['sliver', 'unrepairable'].includes(result.problem)).toBe(true);
  });

  it.each([
    ['apart', squares(30_000, false)],
    ['in one another', squares(3_000, true)],
    ['the same again', copies(5_000)],
  ])('parts %s are joined, or left as they are with a note', inTime, (_name, parts) => {
    const pieces = parts.map((coordinates) => ({ type: 'Polygon' as const, coordinates }));
    expect(joinParts(pieces, new Tally(), 'x')).not.toBeNull();
  });

  it('a file of sheaves is looked through for crossings no longer than one of them', inTime, () => {
    const findings = { broken: 0, closedRings: 0, selfCrossing: 0, positions: 0 };
    const ring = sheaf(4_000);
    for (let at = 0; at < 1_000; at++) cleanGeometry({ type: 'Polygon', coordinates: [ring] }, findings);
    expect(findings.positions).toBe(1_000 * ring.length);
  });
});

describe('a network', () => {
  const many = 50_000;
  const manhole = (at: [number, number], feature: number): ManholeRecord => ({
    ...{ feature, name: null, groundMeters: null, invertMeters: null, at },
  });
  const pipe = (path: [number, number][], feature: number): PipeRecord => ({
    ...{ feature, name: null, upstreamManhole: null, downstreamManhole: null, kind: null, path },
    ...{
      upstreamInvertMeters: null,
      downstreamInvertMeters: null,
      diameterMillimeters: null,
      lengthMeters: null,
    },
  });
  // Where the squares are, in metres of plane zone II.
  const { eastMeters, northMeters } = toPlane([130.4, 33.6], 6670);
  const spot = (at: number): [number, number] => [eastMeters + at * 1e-7, northMeters];
  const apart = (at: number): [number, number] => [
    eastMeters + (at % 500) * 2,
    northMeters + Math.floor(at / 500) * 2,
  ];
  const each = <Value>(make: (at: number) => Value) => Array.from({ length: many }, (_, at) => make(at));

  it.each([
    ['on one spot', () => spot(0)],
    ['within two centimetres', spot],
  ])('of fifty thousand manholes and pipes that end %s', inTime, (_where, at) => {
    const pipes = each((index) => pipe([apart(index), at(index)], index));
    const { nodes } = buildNetwork(
      pipes,
      each((index) => manhole(at(index), index)),
    );
    expect(nodes.reduce((sum, { incoming, outgoing }) => sum + incoming.length + outgoing.length, 0)).toBe(
      2 * many,
    );
  });

  it(
    'that all drains one way is looked through once for each area, and less where areas lie over one another',
    inTime,
    () => {
      const last = many - 1;
      const pipes = each((index) => pipe([apart(Math.max(0, index - 1)), apart(index)], index));
      const network = buildNetwork(pipes, []);
      const areas = [...squares(2_000, false), ...squares(10_000, true)].map((coordinates, id) => ({
        ...{ id, geometry: { type: 'Polygon' as const, coordinates } },
      }));
      const { upstream } = catchmentOf(network, network.pipes[last]?.to ?? 0, areas, 6670);
      expect(upstream.nodes.length).toBe(many);
    },
  );

  it('whose lines all bear one name', inTime, () => {
    const geometry = {
      type: 'LineString' as const,
      coordinates: [
        [130, 33],
        [130, 34],
      ],
    };
    const lines = each((id) => ({ id, geometry, properties: { name: '中部1号' } }));
    const sewers = [{ properties: { id: 'a', name: '中部1号', nameEn: 'Chubu 1' } }];
    expect(matchAlignments(lines, 'name', sewers).ambiguous[0]?.features).toHaveLength(many);
  });
});

describe('many of them', () => {
  it('ten thousand files of one name in a zip', inTime, async () => {
    const entry = (path: string) => ({
      ...{ path, encrypted: false, method: 0, packedBytes: 1, unpackedBytes: 1, offset: 0 },
    });
    const long = 'a'.repeat(2_000);
    const entries = Array.from({ length: 5_000 }, (_, at) => [
      entry(`${at}/${long}.geojson`),
      entry(`${at}/${long}.shp`),
    ]).flat();
    for (const twins of ['all', 'best'] as const) {
      const { entries: chosen } = chooseEntries(entries, { withGdal: true, twins });
      expect(chosen).toHaveLength(twins === 'all' ? 10_000 : 5_000);
    }
    const parts = Array.from({ length: 10_000 }, (_, at) => bytesSource(`${at}${long}.dbf`, bytes('abcd')));
    const found = await findSets(parts, { limits: readLimits, withGdal: true, twins: 'all' });
    expect(found.problems).toHaveLength(10_000);
  });

  it.each([
    ['workbench', readLimits],
    ['import', importLimits],
  ])('an SXF whose parts place each other ends by name (%s)', inTime, async (_who, limits) => {
    const arc = "/*SXF #1 = arc_feature('1','1','1','1','0','0','5','0','0','360') SXF*/";
    const place = (name: string) =>
      String.raw`/*SXF #1 = sfig_locate_feature('0',\'${name}\','1','2','45','1','1') SXF*/`;
    const figure = (name: string, flag: number) =>
      String.raw`/*SXF #2 = sfig_org_feature(\'${name}\','${flag}') SXF*/`;
    const levels = ['b', 'c', 'd', 'e', 'f', 'g'].map(
      (name, at, all) => place(all[at - 1] ?? 'a').repeat(30) + figure(name, 3),
    );
    const text = arc.repeat(30_000) + figure('a', 3) + levels.join('') + place('g') + figure('z', 1);
    const drawing = openSfc(bytesSource('a.sfc', bytes(text)), limits);
    await expect(drawing).rejects.toThrow(ReadFailure);
    await expect(drawing).rejects.toMatchObject({ problem: { reason: /^too-many-(positions|features)$/ } });
  });

  it('thirty thousand arcs are a drawing like any other', inTime, async () => {
    const arc = "/*SXF #1 = arc_feature('1','1','1','1','0','0','5','0','0','360') SXF*/";
    expect((await openSfc(bytesSource('a.sfc', bytes(arc.repeat(30_000))), readLimits)).featureCount).toBe(
      30_000,
    );
  });

  it('noughts before a number go, noughts inside it stay', () => {
    expect(normaliseSewerName('中部第005号')).toBe('中部5号');
    expect(normaliseSewerName('105号')).toBe('105号');
    expect(normaliseSewerName('100号')).not.toBe(normaliseSewerName('10号'));
  });
});
