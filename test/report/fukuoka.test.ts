import { bbox, booleanPointInPolygon, destination } from '@turf/turf';
import fc from 'fast-check';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { areaReport } from '../../src/report/area-report.js';
import { sharedAreas } from '../../src/geometry/shared-area.js';
import { EdgeIndex } from '../../src/geometry/edge-index.js';
import type { Position } from '../../src/report/site-report-types.js';
import { builtIndex, builtLayers, reportAt } from './built-data.js';

type Area = Feature<Polygon | MultiPolygon>;
const areasOf = (layer: string) =>
  (builtLayers[layer]?.features ?? []).filter(({ geometry }) => geometry) as Area[];
const nameOf = (area: Area | undefined) => (area?.properties?.['name'] as string | undefined) ?? null;

const tenjin = '雨水整備レインボープラン天神';
const hakata = '雨水整備レインボープラン博多';

describe('known sites of Fukuoka', () => {
  it('has every layer', () => {
    expect(builtIndex.unavailable).toEqual([]);
  });

  it.each([
    ['博多駅', 130.4207, 33.5898, '中部', '中部水処理センター', 79.5, hakata, '博多駅周辺'],
    ['天神一丁目（市役所）', 130.4017, 33.5902, '中部', '中部水処理センター', 79.5, tenjin, '天神周辺'],
    ['姪浜', 130.325, 33.5838, '西部', '西部水処理センター', 59.1, null, null],
    ['大橋', 130.4257, 33.5597, '南部', '御笠川浄化センター', 59.1, null, null],
    ['西戸崎', 130.3579, 33.6501, '西戸崎', '西戸崎水処理センター', 59.1, null, null],
    ['和白', 130.4301, 33.6885, '和白', '和白水処理センター', 59.1, null, null],
    ['香椎', 130.4442, 33.6589, '東部', '東部水処理センター', 59.1, null, null],
    ['九大学研都市', 130.2591, 33.5781, '新西部', '新西部水処理センター', 59.1, null, null],
  ])('%s', (_place, longitude, latitude, district, centre, target, plan, zone) => {
    const report = reportAt(longitude, latitude);
    expect(report.inCity).toBe(true);
    expect(report.treatment).toMatchObject({ district, source: { page: 9 } });
    // Near its edge a site may be undecided, but only against "no sewer planned", never against another district.
    expect(report.treatment?.alternatives.filter((other) => other !== null)).toEqual([]);
    expect(report.treatment?.centre).toContain(centre.slice(0, 3));
    expect(report.designRainfall).toMatchObject({
      targetMmPerHour: target,
      stageMmPerHour: 59.1,
      baseMmPerHour: 59.1,
      plan,
      certainty: 'clear',
    });
    if (zone)
      expect(report.inundation[0]).toMatchObject({
        scenarioMmPerHour: 153,
        zone: `${zone}地区`,
        depth: null,
      });
    else expect(report.inundation).toEqual([]);
  });

  it('the city hall is in the stage now being built, on its page', () => {
    expect(reportAt(130.4017, 33.5902).designRainfall).toMatchObject({
      part: 'phase2',
      period: 'R1–R10',
      source: { document: '福岡市の下水道 令和7年度版', page: 22 },
    });
  });

  it('the mountains of Sawara have no sewer district but an edge', () => {
    const { inCity, ward, treatment, designRainfall } = reportAt(130.35, 33.46);
    expect([inCity, ward]).toEqual([true, '早良区']);
    expect(treatment).toMatchObject({ district: null, centre: null, certainty: 'outside' });
    expect(treatment?.edgeMeters).toBeGreaterThan(200);
    expect(designRainfall).toMatchObject({ certainty: 'outside', sewerArea: 'outside' });
  });

  it.each([
    ['the sea', 130.3, 33.75],
    ['Kasuga, another city', 130.4706, 33.5327],
    ['Tokyo', 139.7, 35.7],
  ])('%s is not in the city', (_place, longitude, latitude) => {
    expect(reportAt(longitude, latitude)).toMatchObject({ inCity: false, treatment: null, unavailable: [] });
  });
});

/** The point of a 60 × 60 grid that lies inside and farthest from the outline. */
function innermost(area: Area): Position {
  const [west, south, east, north] = bbox(area) as [number, number, number, number];
  const rings = area.geometry.coordinates.flat(area.geometry.type === 'Polygon' ? 0 : 1) as [
    number,
    number,
  ][][];
  const edges = new EdgeIndex(
    rings.flatMap((ring) => ring.slice(1).flatMap((end, i) => [...ring[i]!, ...end])),
  );
  let best: { position: Position; meters: number } = { position: [west, south], meters: -1 };
  for (let i = 0; i < 3600; i++) {
    const position: Position = [
      west + ((east - west) * ((i % 60) + 0.5)) / 60,
      south + ((north - south) * (Math.floor(i / 60) + 0.5)) / 60,
    ];
    if (!booleanPointInPolygon([...position], area)) continue;
    const meters = edges.nearest(position)?.meters ?? 0;
    if (meters > best.meters) best = { position, meters };
  }
  return best.position;
}

describe('the 33 priority districts', () => {
  const districts = areasOf('priority-districts');

  it('are all there', () => {
    expect(districts).toHaveLength(33);
  });

  it.each(districts.map((district) => [nameOf(district), district] as const))(
    '%s answers for a point in it, in its own ward',
    (name, district) => {
      const { priorityDistrict, priorityCandidates, ward } = reportAt(...innermost(district));
      // 原田(1) and (2) are published without their border: whichever comes first, the other is named with it.
      const named = [priorityDistrict, ...priorityCandidates].find((answer) => answer?.name === name);
      expect(named).toMatchObject({
        inside: true,
        ward: district.properties?.['ward'],
        source: { page: 21 },
      });
      expect(priorityDistrict?.ward).toBe(ward);
    },
  );
});

/** Anywhere around the city, or close to a corner of an outline, where mistakes live. */
function positions(...layers: string[]): fc.Arbitrary<Position> {
  const corners = layers.flatMap((layer) =>
    areasOf(layer).flatMap(({ geometry }) => geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2)),
  ) as [number, number][];
  const nearCorner = fc
    .tuple(fc.nat(corners.length - 1), fc.double({ min: 0.05, max: 300, noNaN: true }), bearing)
    .map(([i, meters, degrees]) => away(corners[i] as Position, meters, degrees));
  const anywhere = fc.tuple(
    fc.double({ min: 130.2, max: 130.5, noNaN: true }),
    fc.double({ min: 33.43, max: 33.72, noNaN: true }),
  );
  return fc.oneof(anywhere, nearCorner);
}
const bearing = fc.double({ min: -180, max: 180, noNaN: true });
function away(from: Position, meters: number, degrees: number): Position {
  return destination([...from], meters, degrees, { units: 'meters' }).geometry.coordinates as [
    number,
    number,
  ];
}

describe('the index on the built layers', () => {
  it.each([
    ['wards', (p: Position) => [reportAt(...p).ward]],
    ['treatment-districts', (p: Position) => [reportAt(...p).treatment?.district]],
    ['towns', (p: Position) => [reportAt(...p).town?.name]],
    [
      'priority-districts',
      (p: Position) =>
        [reportAt(...p).priorityDistrict, ...reportAt(...p).priorityCandidates].flatMap((answer) =>
          answer?.inside ? answer.name : [],
        ),
    ],
  ])('%s: the same area as turf in a loop', (layer, answer) => {
    const areas = areasOf(layer);
    fc.assert(
      fc.property(positions(layer), (position) => {
        const { inCity } = reportAt(...position);
        const holding = areas.filter((area) => booleanPointInPolygon([...position], area));
        // Turf gives a point on a border to both sides; here it belongs to one of them.
        const within = (area: Area) => booleanPointInPolygon([...position], area, { ignoreBoundary: true });
        fc.pre(holding.every(within));
        expect(inCity ? holding.map(nameOf) : []).toEqual(answer(position).filter((name) => name));
      }),
      { numRuns: 250 },
    );
  });

  it('answers every place in the city with exactly one of clear, near-edge, doubtful, outside', () => {
    fc.assert(
      fc.property(positions('treatment-districts', 'rainbow-plan'), (position) => {
        const { inCity, treatment, designRainfall } = reportAt(...position);
        fc.pre(inCity);
        for (const part of [treatment, designRainfall]) {
          const open = part?.certainty === 'near-edge' || part?.certainty === 'doubtful';
          expect(open).toBe((part?.alternatives.length ?? 0) > 0);
          const within = (part?.edgeMeters ?? Infinity) <= (part?.accuracyMeters ?? 0);
          expect(part?.certainty === 'near-edge').toBe(within);
        }
        expect(treatment?.certainty === 'clear').toBe(
          treatment?.district !== null && treatment?.alternatives.length === 0,
        );
        expect(treatment?.membership === null).toBe(treatment?.district === null);
        if (treatment?.certainty === 'clear') expect(treatment.membership?.certainty).toBe('certain');
        if (treatment?.certainty === 'doubtful') expect(treatment.membership?.certainty).toBe('doubtful');
        expect(treatment?.centre === null).toBe(treatment?.district === null);
      }),
      { numRuns: 500 },
    );
  });

  it('a clear answer does not flip over 1 m, nor over its accuracy', () => {
    fc.assert(
      fc.property(positions('treatment-districts'), bearing, (position, degrees) => {
        const here = reportAt(...position);
        fc.pre(here.inCity && here.treatment?.certainty !== 'near-edge');
        // Across water lies another shore, not another side of the border: the way must be over land.
        const reach = (here.treatment?.accuracyMeters ?? 0) - 2;
        for (const meters of [1, ...Array.from({ length: 20 }, (_, i) => ((i + 1) * reach) / 20)]) {
          const there = reportAt(...away(position, meters, degrees));
          if (!there.inCity) break;
          expect(there.treatment?.district).toBe(here.treatment?.district);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('coast and city limit decide nothing: most of the shore is clear', () => {
    const onShore = fc
      .tuple(positions('wards'), bearing)
      .filter(
        ([position]) => reportAt(...position).inCityCertainty === 'near-edge' && reportAt(...position).inCity,
      );
    let [clear, near] = [0, 0];
    fc.assert(
      fc.property(onShore, ([position]) => {
        const { treatment } = reportAt(...position);
        if (treatment?.certainty === 'near-edge') near++;
        else clear++;
      }),
      { numRuns: 200 },
    );
    expect(clear).toBeGreaterThan(near);
  });

  it('every town and ward with a place has shares that add up to one', () => {
    const ids = [...areasOf('wards'), ...areasOf('towns').filter((_, i) => i % 12 === 0)].map(
      ({ properties }) => properties?.['id'] as string,
    );
    for (const id of ids) {
      const result = areaReport(builtIndex, id, sharedAreas);
      expect(result.ok).toBe(true);
      if (!result.ok) continue;
      const total = result.report.treatment?.shares.reduce((sum, { share }) => sum + share, 0);
      expect(total, id).toBeGreaterThan(0.97);
      expect(total, id).toBeLessThan(1.002);
    }
  });

  it('a town the table gives to one district lies in that district', () => {
    const wrong = areasOf('towns').flatMap(({ properties }) => {
      const result = areaReport(builtIndex, properties?.['id'] as string, sharedAreas);
      if (!result.ok || !result.report.treatment?.wholly) return [];
      const drawn = result.report.treatment.shares[0]?.name ?? null;
      // A large 大字 is listed with the district its built-up part belongs to, and drawn mostly without.
      return drawn === null || drawn === properties?.['district']
        ? []
        : [`${String(properties?.['id'])}: ${drawn}`];
    });
    expect(wrong).toEqual([]);
  });
});
