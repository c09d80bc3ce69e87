import { mkdirSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { toDxf } from '../../../src/workbench/drawing/to-dxf.js';
import { toPdf } from '../../../src/workbench/drawing/to-pdf.js';
import { toSvg } from '../../../src/workbench/drawing/to-svg.js';
import { readManholes, readPipes } from '../../../src/network/read-network.js';
import { guessManholeFields, guessPipeFields } from '../../../src/network/sewer-fields.js';
import { buildNetwork } from '../../../src/network/sewer-network.js';
import { pathBetween } from '../../../src/network/shortest-path.js';
import { openDataset, type Gdal3 } from '../../../src/formats/gdal/gdal3.js';
import { longProfile, type LongProfile } from '../../../src/network/long-profile.js';
import { profileLayers } from '../../../src/workbench/profile/pen.js';
import { profileDrawings } from '../../../src/workbench/profile/profile-drawing.js';
import type { ProfileLabels } from '../../../src/workbench/profile/profile-frame.js';
import { manholeFeatures, pipeFeatures } from '../../network/small-network.js';
import { gdalForTests } from '../../formats/gdal-for-tests.js';

const choices = { epsg: 6670, zeroIsMissing: true } as const;
const pipeFields = guessPipeFields([
  '管渠番号',
  '上流人孔番号',
  '下流人孔番号',
  '上流管底高',
  '下流管底高',
  '管径',
  '管種',
]);
const network = buildNetwork(
  readPipes(pipeFeatures({ named: true }), pipeFields, choices),
  readManholes(manholeFeatures, guessManholeFields(['人孔番号', '地盤高']), choices),
);
const nodeOf = (name: string) => network.nodes.find(({ manhole }) => manhole?.name === name)!.index;
const profileOf = (from: string, to: string): LongProfile =>
  longProfile(network, pathBetween(network, nodeOf(from), nodeOf(to))!.pipes);
const main = profileOf('A', 'F');
const labels: ProfileLabels = {
  title: '縦断図 A → F（試験用の架空の管網）',
  scale: '縮尺',
  datum: 'DL',
  unknown: '不明',
  siphon: '伏越し',
  rows: {
    pipe: '管・勾配',
    ground: '地盤高 (m)',
    cover: '土被り (m)',
    crown: '管頂高 (m)',
    invert: '管底高 (m)',
    distance: '区間距離 (m)',
    chainage: '追加距離 (m)',
    manhole: '人孔番号',
  },
  notes: ['欠けている高さは補っていません。'],
};

describe('long profile', () => {
  it('adds up chainages, crowns, covers and gradients', () => {
    expect(main.stations.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
    expect(main.totalMeters).toBeCloseTo(220, 1);
    const [first] = main.spans;
    expect(first?.gradientPerMille).toBeCloseTo(5, 2);
    expect(first?.upstreamCrownMeters).toBeCloseTo(10.3, 6);
    expect(first?.upstreamCoverMeters).toBeCloseTo(2.1, 6);
    expect(main.stations[1]?.dropMeters).toBeCloseTo(0.02, 6);
  });

  it('leaves missing levels missing, everywhere they would matter', () => {
    const [, , third, fourth] = main.spans;
    expect(third).toMatchObject({
      downstreamInvertMeters: null,
      downstreamCrownMeters: null,
      downstreamCoverMeters: null,
      gradientPerMille: null,
    });
    expect(main.stations[3]).toMatchObject({ arrivingInvertMeters: null, dropMeters: null });
    expect(fourth?.downstreamCoverMeters).toBeNull();
    expect(main.remarks).toEqual(
      expect.arrayContaining([
        { kind: 'no-downstream-invert', place: 'P3' },
        { kind: 'no-ground', place: 'E' },
        { kind: 'siphon', place: 'P5' },
        { kind: 'length-drawn', place: 'P1' },
      ]),
    );
  });

  it('names a drop manhole with its height, and an adverse gradient', () => {
    const drop = profileOf('H', 'E');
    expect(drop.remarks).toContainEqual({
      kind: 'drop',
      place: 'D',
      meters: expect.closeTo(1.2, 6) as number,
      dropPipe: true,
    });
    const loop = profileOf('C', 'K');
    expect(loop.remarks).toContainEqual({
      kind: 'adverse',
      place: 'P8',
      perMille: expect.closeTo(-2.05, 1) as number,
    });
  });

  it('refuses pipes that do not join', () => {
    expect(() => longProfile(network, [0, 3])).toThrow(/does not begin/);
    expect(longProfile(network, [])).toEqual({ stations: [], spans: [], totalMeters: 0, remarks: [] });
  });
});

describe('drawings', () => {
  const [sheet] = profileDrawings(main, { horizontal: 500, vertical: 100 }, labels, null);
  let gdal: Gdal3;
  beforeAll(async () => {
    gdal = await gdalForTests();
    mkdirSync('test-results/profile', { recursive: true });
  });

  it('writes a DXF whose dimensions measure back to the network', async () => {
    const bytes = toDxf([sheet!], 'mizumichi profile, millimetres on paper, H 1:500 V 1:100');
    writeFileSync('test-results/profile/profile.dxf', bytes);
    gdal.Module.FS.writeFile(
      '/input/profile.dxf',
      new TextEncoder().encode(new TextDecoder('shift_jis').decode(bytes)),
    );
    const dataset = openDataset(gdal, '/input/profile.dxf', {
      drivers: ['DXF'],
      options: [],
      kind: 'vector',
    });
    const written = await gdal.ogr2ogr(dataset, ['-f', 'GeoJSON'], 'profile-back');
    const { features } = JSON.parse(new TextDecoder().decode(gdal.Module.FS.readFile(written.local))) as {
      features: {
        properties: { Layer: string; Text: string | null };
        geometry: { type: string; coordinates: number[][] };
      }[];
    };
    await gdal.close(dataset);
    const linesOf = (layer: string) =>
      features
        .filter(({ properties, geometry }) => properties.Layer === layer && geometry.type === 'LineString')
        .map(({ geometry }) => geometry.coordinates);
    // Pipe P1: 40 m at 1:500 is 80 mm, its fall of 0.2 m at 1:100 is 2 mm.
    const pipes = linesOf(profileLayers.pipe);
    const first = pipes.find(([from, to]) => Math.abs((to?.[0] ?? 0) - (from?.[0] ?? 0) - 80) < 0.05);
    expect(((first?.[1]?.[0] ?? 0) - (first?.[0]?.[0] ?? 0)) * 0.5).toBeCloseTo(40, 1);
    expect(((first?.[0]?.[1] ?? 0) - (first?.[1]?.[1] ?? 0)) * 0.1).toBeCloseTo(0.2, 4);
    // Manholes from A to F stand 220 m apart.
    const walls = linesOf(profileLayers.manhole).map(([from]) => from?.[0] ?? 0);
    expect((Math.max(...walls) - Math.min(...walls)) * 0.5).toBeCloseTo(220, 1);
    // A's manhole is 12.4 − 10 = 2.4 m deep.
    const [wall] = linesOf(profileLayers.manhole);
    expect(Math.abs((wall?.[1]?.[1] ?? 0) - (wall?.[0]?.[1] ?? 0)) * 0.1).toBeCloseTo(2.4, 4);
    // Ground: one run A–D, and nothing to F alone beyond the unknown E.
    expect(linesOf(profileLayers.ground)).toHaveLength(1);
    const texts = features.map(({ properties }) => properties.Text ?? '');
    expect(texts).toContain('不明');
    expect(texts).toContain('地盤高 (m)');
  });

  it('draws only a stub where a level is missing', () => {
    const pipeLines = sheet!.items.filter(
      (item) => item.kind === 'line' && item.layer === profileLayers.pipe,
    );
    // P1, P2, P4, P5 with invert and crown; P3 has one stub.
    expect(pipeLines).toHaveLength(9);
  });

  it('cuts into A3 pages between manholes, each at the same scale', () => {
    const sheets = profileDrawings(main, { horizontal: 250, vertical: 100 }, labels, 'A3');
    expect(sheets.length).toBeGreaterThan(1);
    for (const one of sheets) expect([one.widthMillimeters, one.heightMillimeters]).toEqual([420, 297]);
    const roll = profileDrawings(main, { horizontal: 250, vertical: 100 }, labels, null);
    expect(roll).toHaveLength(1);
  });

  it('writes a PDF of true size and an SVG without markup from names', () => {
    const pdf = toPdf(profileDrawings(main, { horizontal: 500, vertical: 100 }, labels, 'A3'), 'ja');
    writeFileSync('test-results/profile/profile.pdf', pdf);
    const text = new TextDecoder('latin1').decode(pdf);
    expect(text).toMatch(/\/MediaBox \[0 0 1190\.55118 841\.88976\]/);
    const offset = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    expect(text.slice(offset, offset + 4)).toBe('xref');
    const hostile = { ...sheet!, title: '<script>alert(1)</script>' };
    const svg = toSvg(hostile);
    writeFileSync('test-results/profile/profile.svg', toSvg(sheet!));
    expect(svg).not.toContain('<script');
    expect(svg).toContain(`width="${String(Math.round(sheet!.widthMillimeters * 1000) / 1000)}mm"`);
  });
});
