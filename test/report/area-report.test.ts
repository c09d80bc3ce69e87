import { beforeEach, describe, expect, it } from 'vitest';
import { areaReport, type AreaReport } from '../../src/report/area-report.js';
import { sharedAreas } from '../../src/geometry/shared-area.js';
import { box, collection, feature, fixtureIndex, fixtureLayers } from './fixture-city.js';

let index: ReturnType<typeof fixtureIndex>;
beforeEach(() => {
  index = fixtureIndex();
});
function of(id: string, from = index): AreaReport {
  const result = areaReport(from, id, sharedAreas);
  if (!result.ok) throw new Error(result.problem);
  return result.report;
}

describe('area report', () => {
  it('of a town in one district says so', () => {
    const report = of('town-e');
    expect(report).toMatchObject({ kind: 'town', name: '東', ward: '東区', baseMmPerHour: 59.1 });
    expect(report.treatment).toMatchObject({
      wholly: true,
      shares: [{ name: '第二', centre: '第二水処理センター', share: 1 }],
      source: { page: 9 },
    });
  });

  it('of a town in no district says that too', () => {
    expect(of('town-sw').treatment).toMatchObject({
      wholly: true,
      shares: [{ id: null, name: null, share: 1 }],
    });
  });

  it('of a ward several share lists them, largest first', () => {
    const report = of('ward-west');
    expect(report.kind).toBe('ward');
    expect(report.treatment?.wholly).toBe(false);
    expect(report.treatment?.shares.map(({ name, share }) => [name, share])).toEqual([
      ['第一', 0.5],
      [null, 0.5],
    ]);
    // 0.1° × 0.1°: about 9.287 km × 11.091 km, here in hectares
    expect(report.areaHectares / 10_300).toBeCloseTo(1, 1);
  });

  it('lists plans, priority districts and zones with their shares', () => {
    const report = of('town-e');
    // 0.04° × 0.04° of 0.1° × 0.1°
    expect(report.plans).toMatchObject([
      { part: 'whole', share: expect.closeTo(0.16, 2), targetMmPerHour: 79.5 },
      { part: 'phase2', share: expect.closeTo(0.04, 2) },
      { part: 'phase1', share: expect.closeTo(0.01, 2) },
    ]);
    expect(report.priorityDistricts).toMatchObject([{ name: '重点', share: expect.closeTo(0.01, 2) }]);
  });

  it('names an unknown area and one without a published place', () => {
    expect(areaReport(index, 'nowhere', sharedAreas)).toEqual({
      ok: false,
      problem: 'unknown-area',
      id: 'nowhere',
    });
    expect(areaReport(index, 'town-x', sharedAreas)).toEqual({
      ok: false,
      problem: 'place-not-published',
      id: 'town-x',
    });
  });

  it('says null for what is missing', () => {
    const report = of('town-e', fixtureIndex({ 'treatment-districts': { failed: 'http-500' } }));
    expect(report.treatment).toBeNull();
    expect(report.unavailable).toHaveLength(1);
    expect(report.plans).toHaveLength(3);
  });

  it('takes a sliver under one hundredth as drawing noise', () => {
    const towns = fixtureLayers['towns'] as ReturnType<typeof collection>;
    const moved = feature(box(130.4 - 0.0005, 33.5, 130.5, 33.6), {
      ...towns.features[2]?.properties,
      id: 'town-moved',
    });
    const { treatment } = of('town-moved', fixtureIndex({ towns: collection(moved) }));
    expect(treatment).toMatchObject({ wholly: true, shares: [{ name: '第二' }] });
  });
});

describe('area report of several towns', () => {
  it('takes them as one area', () => {
    const result = areaReport(index, ['town-nw', 'town-sw'], sharedAreas);
    expect(result).toMatchObject({
      ok: true,
      report: {
        id: 'town-nw;town-sw',
        kind: 'town-group',
        name: '北西・南西',
        treatment: { wholly: false, shares: [{ share: 0.5 }, { share: 0.5 }] },
      },
    });
  });

  it('leaves out members without a published place, but not unknown ones', () => {
    expect(areaReport(index, ['town-e', 'town-x'], sharedAreas)).toMatchObject({
      report: { treatment: { wholly: true } },
    });
    expect(areaReport(index, ['town-e', 'nowhere'], sharedAreas)).toMatchObject({
      ok: false,
      problem: 'unknown-area',
    });
    expect(areaReport(index, [], sharedAreas)).toMatchObject({ ok: false, problem: 'unknown-area' });
  });
});
