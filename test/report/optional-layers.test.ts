import { describe, expect, it } from 'vitest';
import { siteReport } from '../../src/report/site-report.js';
import type { SiteIndex } from '../../src/report/site-index.js';
import { box, collection, feature, fixtureIndex, metersEast } from './fixture-city.js';

const official = (id: string, name: string) => ({
  ...{ id, name, nameEn: `${name} (en)`, page: null, asOf: '2024-04-01', method: 'official' },
  ...{ source: '「国土数値情報（洪水浸水想定区域データ）」を加工して作成（A31）', accuracyMeters: 25 },
});
const flood = (id: string, depth: [number | null, number | null]) =>
  feature(box(130.45, 33.52, 130.46, 33.53), {
    ...official(id, `区域 ${id}`),
    ...{ river: '試験川', scenario: 'assumed-maximum' },
    ...{ depthMinMeters: depth[0], depthMaxMeters: depth[1] },
  });
function at(index: SiteIndex, longitude: number, latitude: number) {
  const result = siteReport(index, [longitude, latitude]);
  if (!result.ok) throw new Error(result.problem);
  return result.report;
}

describe('layers that are there only where somebody imported them', () => {
  it('are not missed where nobody did', () => {
    const report = at(fixtureIndex(), 130.455, 33.525);
    expect(report.riverFlood).toEqual([]);
    expect(report.unavailable).toEqual([]);
  });

  it('river flood: its depth with its source, beside inland flood and apart from it', () => {
    const index = fixtureIndex({
      'river-flood': collection(flood('deep', [3, 5]), flood('none', [null, null])),
    });
    const { riverFlood, inundation } = at(index, 130.455, 33.525);
    expect(riverFlood.map(({ river, scenario, depth }) => [river, scenario, depth])).toEqual([
      ['試験川', 'assumed-maximum', { minMeters: 3, maxMeters: 5, from: 'A31' }],
      ['試験川', 'assumed-maximum', null],
    ]);
    expect(riverFlood[0]).toMatchObject({ certainty: 'clear', inside: true, method: 'official' });
    expect(inundation.map(({ zone }) => zone)).not.toContain('区域 deep');
    expect(at(index, 130.45 - metersEast(20), 33.525).riverFlood[0]).toMatchObject({
      certainty: 'near-edge',
      inside: false,
    });
    expect(at(index, 130.45 - metersEast(40), 33.525).riverFlood).toEqual([]);
  });

  it('own sewers: the nearest ones, which the yearbook cannot tell', () => {
    const pipe = feature(
      {
        type: 'LineString',
        coordinates: [
          [130.4551, 33.54],
          [130.4551, 33.5],
        ],
      },
      { ...official('pipe-1', '管きょ 1'), kind: 'storm', diameterMillimeters: 600 },
    );
    const [nearest] = at(fixtureIndex({ sewers: collection(pipe) }), 130.455, 33.525).nearest.sewers;
    expect(nearest).toMatchObject({ id: 'pipe-1', layer: 'sewers' });
    expect(nearest?.meters).toBeCloseTo(9.3, 0);
  });

  it('are named when they are broken', () => {
    const broken = feature(box(130.45, 33.52, 130.46, 33.53), { ...official('x', 'x'), scenario: 'guessed' });
    const report = at(fixtureIndex({ 'river-flood': collection(broken) }), 130.455, 33.525);
    expect(report.unavailable.map(({ layer }) => layer)).toEqual(['river-flood']);
  });
});
