import { beforeEach, describe, expect, it } from 'vitest';
import { siteReport } from '../../src/report/site-report.js';
import type { SiteIndex } from '../../src/report/site-index.js';
import type { SiteReport } from '../../src/report/site-report-types.js';
import { areaReport } from '../../src/report/area-report.js';
import { sharedAreas } from '../../src/geometry/shared-area.js';
import {
  box,
  collection,
  feature,
  fixtureIndex,
  fixtureLayers,
  metersEast,
  metersNorth,
} from './fixture-city.js';

// Built anew for each test: what builds it is under test as well.
let index: SiteIndex;
beforeEach(() => {
  index = fixtureIndex();
});
function at(longitude: number, latitude: number, from: SiteIndex = index): SiteReport {
  const result = siteReport(from, [longitude, latitude]);
  if (!result.ok) throw new Error(result.problem);
  return result.report;
}

describe('a clear site', () => {
  let report: SiteReport;
  beforeEach(() => {
    report = at(130.45, 33.55);
  });

  it('names ward, town, district and centre', () => {
    expect(report).toMatchObject({
      inCity: true,
      inCityCertainty: 'clear',
      ward: '東区',
      wardAlternatives: [],
    });
    expect(report.town).toMatchObject({ name: '東', how: 'cell', certainty: 'clear', alternatives: [] });
    expect(report.treatment).toMatchObject({
      district: '第二',
      centre: '第二水処理センター',
      certainty: 'clear',
      alternatives: [],
      accuracyMeters: 200,
      source: { document: '試験の本', page: 9 },
    });
  });

  it('measures to the border with the other district, not to the coast or the city limit', () => {
    // Coast and limit are 5.5 km away; the border at 130.40 is 0.05° × 92.9 km
    expect(report.treatment?.edgeMeters).toBeGreaterThan(4600);
    expect(report.treatment?.edgeMeters).toBeLessThan(4680);
    expect(at(130.45, 33.5 + metersNorth(3)).treatment).toMatchObject({
      certainty: 'clear',
      district: '第二',
    });
    expect(at(130.45, 33.6 - metersNorth(3)).treatment).toMatchObject({
      certainty: 'clear',
      district: '第二',
    });
  });

  it('lists the nearest things with a place, shelters only where they are for floods', () => {
    expect(report.nearest.shelters.map(({ id }) => id)).toEqual(['flood-near', 'flood-far']);
    expect(report.nearest.pumpStations.map(({ id }) => id)).toEqual(['pump-a']);
    expect(report.nearest.pumpStations[0]).toMatchObject({
      layer: 'pump-stations',
      bearingDegrees: 0,
      certainty: 'near-edge',
    });
    // 0.001° of latitude at 33.55°
    expect(report.nearest.pumpStations[0]?.meters).toBeCloseTo(110.9, 0);
    expect(report.nearest.ponds).toEqual([]);
  });

  it('measures to a sewer whose run is known, never to one that is only sketched', () => {
    expect(report.nearest.sewers.map(({ id }) => id)).toEqual(['sewer-known']);
    // 0.002° of longitude at 33.55°
    expect(report.nearest.sewers[0]?.meters).toBeCloseTo(185.3, 0);
    expect(report.nearest.sewers[0]).toMatchObject({ bearingDegrees: 90, position: [130.452, 33.55] });
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});

describe('near an edge', () => {
  it('names the other district, within the less certain side’s accuracy', () => {
    for (const [offset, district, other] of [
      [-metersEast(190), '第一', '第二'],
      [metersEast(190), '第二', '第一'],
    ] as const) {
      const { treatment } = at(130.4 + offset, 33.58);
      expect(treatment).toMatchObject({
        district,
        certainty: 'near-edge',
        alternatives: [other],
        accuracyMeters: 200,
      });
      expect(treatment?.edgeMeters).toBeCloseTo(190, 0);
      expect(treatment?.undecidedBy).toBe('edge');
    }
    expect(at(130.4 - metersEast(210), 33.58).treatment).toMatchObject({
      certainty: 'clear',
      alternatives: [],
    });
  });

  it('names "no district" where the sewers end in land', () => {
    expect(at(130.35, 33.55 + metersNorth(100)).treatment).toMatchObject({
      district: '第一',
      certainty: 'near-edge',
      alternatives: [null],
    });
    expect(at(130.35, 33.55 - metersNorth(100)).treatment).toMatchObject({
      district: null,
      centre: null,
      certainty: 'near-edge',
      alternatives: ['第一'],
    });
  });

  it('names all three where three meet', () => {
    const { treatment } = at(130.4 - metersEast(20), 33.55 - metersNorth(15));
    expect(treatment).toMatchObject({
      district: null,
      certainty: 'near-edge',
      alternatives: ['第一', '第二'],
    });
  });

  it('on the edge itself has one district, distance 0 and both names', () => {
    const { treatment, wardAlternatives } = at(130.4, 33.58);
    expect(treatment?.edgeMeters).toBe(0);
    expect(treatment?.certainty).toBe('near-edge');
    expect([treatment?.district, ...(treatment?.alternatives ?? [])].sort()).toEqual(['第一', '第二']);
    expect(wardAlternatives).toHaveLength(1);
  });

  it('of the city says so on both sides', () => {
    expect(at(130.45, 33.6 - metersNorth(3))).toMatchObject({ inCity: true, inCityCertainty: 'near-edge' });
    expect(at(130.45, 33.6 + metersNorth(3))).toMatchObject({ inCity: false, inCityCertainty: 'near-edge' });
    expect(at(130.45, 33.6 - metersNorth(9))).toMatchObject({ inCity: true, inCityCertainty: 'clear' });
  });
});

describe('a town that may belong to another district', () => {
  type Collection = ReturnType<typeof collection>;
  const changed = (layer: string, id: string, properties: object) =>
    collection(
      ...(fixtureLayers[layer] as Collection).features.map((feature) =>
        feature.properties?.['id'] === id
          ? { ...feature, properties: { ...feature.properties, ...properties } }
          : feature,
      ),
    );
  const second = (fixtureLayers['treatment-districts'] as Collection).features.find(
    ({ properties }) => properties?.['name'] === '第二',
  )!.properties!['id'] as string;
  const doubt = {
    id: 'valley',
    alternatives: ['第一', null],
    reason: '谷の名が表にない。',
    reasonEn: 'The table does not name the valley.',
    page: 78,
  };
  const towns = changed('towns', 'town-e', { districtDoubt: 'valley' });
  const districts = (properties: object) => changed('treatment-districts', second, properties);
  let doubted: SiteIndex;
  beforeEach(() => {
    doubted = fixtureIndex({ towns, 'treatment-districts': districts({ membershipDoubts: [doubt] }) });
  });

  it('is doubtful however far the boundary is, with its candidates, the reason and its page', () => {
    expect(at(130.45, 33.55, doubted).treatment).toMatchObject({
      district: '第二',
      certainty: 'doubtful',
      alternatives: ['第一', null],
      undecidedBy: 'town',
      membership: {
        certainty: 'doubtful',
        alternatives: ['第一', null],
        reason: '谷の名が表にない。',
        source: { page: 78 },
      },
    });
    expect(at(130.45, 33.55).treatment).toMatchObject({
      certainty: 'clear',
      undecidedBy: null,
      membership: { certainty: 'certain', alternatives: [], reason: null, source: null },
    });
  });

  it('is near-edge first where the line is near too, with the candidates of both doubts', () => {
    const near = fixtureIndex({
      towns,
      'treatment-districts': districts({ membershipDoubts: [doubt], accuracyMeters: 50_000 }),
    });
    expect(at(130.45, 33.55, near).treatment).toMatchObject({
      certainty: 'near-edge',
      undecidedBy: 'edge',
      membership: { certainty: 'doubtful' },
    });
    expect(at(130.45, 33.55, near).treatment?.alternatives).toEqual(expect.arrayContaining(['第一', null]));
  });

  it('is no doubt where an authority has drawn the district', () => {
    const official = fixtureIndex({
      towns,
      'treatment-districts': districts({ membershipDoubts: [doubt], method: 'official' }),
    });
    expect(at(130.45, 33.55, official).treatment).toMatchObject({
      certainty: 'clear',
      membership: { certainty: 'certain' },
    });
  });

  it('says nothing of membership outside every district, nor of a district the doubt is not of', () => {
    const outside = fixtureIndex({ towns, 'treatment-districts': districts({ membershipDoubts: [] }) });
    expect(at(130.45, 33.55, outside).treatment?.certainty).toBe('clear');
    for (const one of [doubted, outside]) {
      const { treatment } = at(130.55, 33.55, one);
      expect(treatment?.membership === null).toBe(treatment?.district === null);
    }
  });

  it('leaves it open whether public sewers are planned only where "no district" is a candidate', () => {
    const programme = (one: SiteIndex) =>
      at(130.45, 33.55, one).programmes.find(({ id }) => id === 'septic-tank')?.applies;
    const between = fixtureIndex({
      towns,
      'treatment-districts': districts({ membershipDoubts: [{ ...doubt, alternatives: ['第一'] }] }),
    });
    expect(programme(index)).toBe(programme(between));
    expect(at(130.45, 33.55, between).designRainfall?.sewerArea).toBe('inside');
    expect(at(130.45, 33.55, doubted).designRainfall?.sewerArea).toBe('near-edge');
  });

  it('names the doubt for the whole town too', () => {
    expect(areaReport(doubted, 'town-e', sharedAreas)).toMatchObject({
      report: {
        treatment: { wholly: true, membership: { certainty: 'doubtful', alternatives: ['第一', null] } },
      },
    });
    expect(areaReport(index, 'town-e', sharedAreas)).toMatchObject({
      report: { treatment: { membership: { certainty: 'certain' } } },
    });
  });
});

describe('outside', () => {
  it('of every district has no centre but still an edge', () => {
    const report = at(130.35, 33.52);
    expect(report.treatment).toMatchObject({
      district: null,
      centre: null,
      certainty: 'outside',
      alternatives: [],
    });
    expect(report.treatment?.edgeMeters).toBeCloseTo(0.03 * 111_195, -1);
    expect(report.designRainfall).toMatchObject({
      targetMmPerHour: 59.1,
      plan: null,
      certainty: 'outside',
      sewerArea: 'outside',
    });
    expect(report.programmes).toContainEqual(expect.objectContaining({ id: 'septic-tank', applies: 'yes' }));
  });

  it('of the city answers nothing and is no error', () => {
    expect(at(130.55, 33.55)).toMatchObject({
      position: [130.55, 33.55],
      inCity: false,
      ward: null,
      town: null,
      treatment: null,
      designRainfall: null,
      priorityDistrict: null,
      inundation: [],
      riverFlood: [],
      nearest: { shelters: [], pumpStations: [], sewers: [], ponds: [] },
      programmes: [],
      unavailable: [],
      dataVersion: '0123456789ab',
    });
  });
});

describe('design rainfall', () => {
  it('is the city’s base outside the plans', () => {
    expect(at(130.43, 33.55).designRainfall).toMatchObject({
      targetMmPerHour: 59.1,
      stageMmPerHour: 59.1,
      baseMmPerHour: 59.1,
      plan: null,
      part: null,
      period: null,
      certainty: 'clear',
      source: { page: 10 },
    });
  });

  it('takes the most particular part', () => {
    expect(at(130.445, 33.565).designRainfall).toMatchObject({
      part: 'whole',
      period: '全体',
      targetMmPerHour: 79.5,
    });
    expect(at(130.465, 33.585).designRainfall).toMatchObject({
      part: 'phase2',
      period: '第2期',
      stageMmPerHour: 59.1,
    });
    expect(at(130.455, 33.575).designRainfall).toMatchObject({
      part: 'phase1',
      period: '第1期',
      certainty: 'clear',
    });
  });

  it('is decided by the whole plan’s edge; a part’s edge only doubts the part', () => {
    const edge = at(130.44 + metersEast(50), 33.58).designRainfall;
    expect(edge).toMatchObject({ plan: '雨の計画', certainty: 'near-edge', alternatives: [null] });
    const outer = at(130.44 - metersEast(50), 33.58).designRainfall;
    expect(outer).toMatchObject({
      plan: null,
      targetMmPerHour: 59.1,
      certainty: 'near-edge',
      alternatives: ['雨の計画'],
    });
    const part = at(130.45 + metersEast(50), 33.575).designRainfall;
    expect(part).toMatchObject({ part: 'phase1', certainty: 'clear', partAlternatives: ['phase2'] });
  });

  it('is not doubted by the coast', () => {
    expect(at(130.46, 33.6 - metersNorth(8)).designRainfall).toMatchObject({
      certainty: 'clear',
      part: 'whole',
    });
  });
});

describe('zones', () => {
  it('priority district: inside, near from outside, away', () => {
    expect(at(130.425, 33.525)).toMatchObject({
      priorityDistrict: { name: '重点', ward: '東区', certainty: 'clear', inside: true },
      priorityCandidates: [],
    });
    expect(at(130.42 - metersEast(100), 33.525)).toMatchObject({
      priorityDistrict: null,
      priorityCandidates: [{ name: '重点', certainty: 'near-edge', inside: false }],
    });
    expect(at(130.42 - metersEast(130), 33.525)).toMatchObject({
      priorityDistrict: null,
      priorityCandidates: [],
    });
  });

  it('inundation: unknown depth is null, never zero; like pieces are one answer', () => {
    const { inundation } = at(130.454, 33.524);
    expect(inundation.map(({ zone, depth }) => [zone, depth])).toEqual([
      ['深い所', { minMeters: 0.5, maxMeters: 1, from: '試験の本' }],
      ['駅周辺', null],
    ]);
    expect(inundation[1]).toMatchObject({ scenarioMmPerHour: 153, certainty: 'clear', inside: true });
    expect(at(130.45 - metersEast(40), 33.525).inundation).toMatchObject([
      { zone: '駅周辺', inside: false, certainty: 'near-edge' },
    ]);
    expect(at(130.45 - metersEast(60), 33.525).inundation).toEqual([]);
  });
});

describe('a position that is no position', () => {
  it.each([
    [[NaN, 33.6], 'not-a-number'],
    [[Infinity, 33.6], 'not-a-number'],
    [['130.4', 33.6], 'not-a-number'],
    [[], 'not-a-number'],
    [[130.4, 91], 'latitude-range'],
    [[130.4, -90.1], 'latitude-range'],
    [[33.59, 130.4], 'swapped'],
    [[34, 131.2], 'swapped'],
    [[181, 33.6], 'longitude-range'],
  ])('%j is refused as %s', (value, problem) => {
    expect(siteReport(index, value)).toEqual({ ok: false, problem, position: value });
  });
});

describe('a layer that is missing or damaged', () => {
  it.each([
    ['treatment-districts', 'treatment'],
    ['rainbow-plan', 'designRainfall'],
    ['towns', 'town'],
    ['wards', 'ward'],
    ['priority-districts', 'priorityDistrict'],
  ] as const)('%s: is named, its part is null and the rest answers', (layer, part) => {
    const broken = fixtureIndex({ [layer]: { failed: 'http-404' } });
    const report = at(130.425, 33.525, broken);
    expect(report.unavailable).toEqual([{ unavailable: true, layer, reason: 'http-404' }]);
    expect(report[part]).toBeNull();
    const whole = at(130.425, 33.525);
    expect(whole[part]).not.toBeNull();
    for (const other of ['treatment', 'designRainfall', 'town', 'ward', 'priorityDistrict'] as const)
      if (other !== part) expect(report[other], other).not.toBeNull();
  });

  it('without wards is still in the city where a town holds it, and does not claim more', () => {
    const report = at(130.425, 33.525, fixtureIndex({ wards: { failed: 'x' } }));
    expect(report).toMatchObject({
      inCity: true,
      inCityCertainty: null,
      ward: null,
      treatment: { district: '第二' },
    });
    expect(at(130.6, 33.525, fixtureIndex({ wards: { failed: 'x' } }))).toMatchObject({ inCity: false });
  });

  it('without treatment districts does not say whether sewers are planned', () => {
    const report = at(130.35, 33.52, fixtureIndex({ 'treatment-districts': { failed: 'x' } }));
    expect(report.designRainfall).toMatchObject({ sewerArea: null, certainty: 'clear' });
    expect(report.programmes).toContainEqual(
      expect.objectContaining({ id: 'septic-tank', applies: 'unknown' }),
    );
  });

  it('that breaks its schema is named with feature and field', () => {
    const bad = collection(feature(box(130.4, 33.5, 130.5, 33.6), { id: 'w', name: '東区' }));
    expect(fixtureIndex({ wards: bad }).unavailable[0]).toMatchObject({
      layer: 'wards',
      reason: expect.stringMatching(/^invalid: w nameEn/),
    });
  });

  it('that is absent counts as missing', () => {
    const partial = fixtureIndex({ ponds: undefined });
    expect(partial.unavailable).toEqual([{ unavailable: true, layer: 'ponds', reason: 'missing' }]);
  });
});

describe('programmes', () => {
  const applies = (longitude: number, latitude: number) =>
    Object.fromEntries(at(longitude, latitude).programmes.map(({ id, applies }) => [id, applies]));

  it('are yes, no or unknown, never guessed near an edge', () => {
    expect(applies(130.46, 33.575)).toEqual({
      'rain-tank': 'yes',
      'rain-infiltration': 'unknown',
      'sewer-separation': 'yes',
      'septic-tank': 'no',
    });
    expect(applies(130.46, 33.6 - metersNorth(20))).toMatchObject({ 'sewer-separation': 'yes' });
    expect(applies(130.43, 33.55)).toMatchObject({ 'sewer-separation': 'no' });
    expect(applies(130.44 + metersEast(50), 33.58)).toMatchObject({ 'sewer-separation': 'unknown' });
    expect(applies(130.35, 33.55 - metersNorth(100))).toMatchObject({ 'septic-tank': 'unknown' });
  });
});
