import type { Feature, FeatureCollection, Geometry, Polygon } from 'geojson';
import { catalogue } from '../../src/catalog/layers.js';
import { city } from '../../src/catalog/city.js';
import { createSiteIndex, type SiteIndex } from '../../src/report/site-index.js';
import type { LayerSources } from '../../src/report/layer-set.js';

/**
 * A made-up city of straight lines, so that every expected answer can be seen:
 *
 *   33.60 ┌── 西区 ──┬── 東区 ──┐ coast
 *         │ 第一      │ 第二     │
 *   33.55 │───────────│          │   the west ward's south has no district
 *         │ (none)    │          │
 *   33.50 └───────────┴──────────┘ city limit
 *       130.30     130.40     130.50
 */
export function box(west: number, south: number, east: number, north: number): Polygon {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}

const base = (id: string, name: string, accuracyMeters: number | null) => ({
  id,
  name,
  nameEn: `${name} (en)`,
  source: '試験の本',
  page: 9,
  asOf: '2025-03-31',
  method: 'constructed',
  accuracyMeters,
  note: null,
});

export function feature(geometry: Geometry | null, properties: Record<string, unknown>): Feature<Geometry> {
  // GeoJSON allows null here; its type package wants it said.
  return { type: 'Feature', geometry: geometry as Geometry, properties };
}
export const collection = (...features: Feature[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features,
});

const district = (name: string, geometry: Geometry, accuracyMeters: number) =>
  feature(geometry, {
    ...base(`district-${name}`, name, accuracyMeters),
    ...{ centre: `${name}水処理センター`, centreEn: `${name} centre`, sewerSystem: '分流式' },
    ...{ plannedAreaHectares: 1, drawnAreaHectares: 1, extent: name },
  });
const plan = (part: string, geometry: Geometry, drawnAreaHectares: number, period: string) =>
  feature(geometry, {
    ...base(`plan-${part}`, '雨の計画', 100),
    ...{ plan: '雨の計画', planEn: 'Rain Plan', part, targetMmPerHour: 79.5, stageMmPerHour: 59.1 },
    ...{ period, statedAreaHectares: drawnAreaHectares, drawnAreaHectares },
  });
const town = (id: string, name: string, ward: string, geometry: Geometry | null) =>
  feature(geometry, {
    ...base(id, name, geometry ? 50 : null),
    ...{ ward, kana: null, kind: '丁目', base: name, chome: null, district: null },
    ...{ labelLongitude: null, labelLatitude: null },
  });
export const point = (longitude: number, latitude: number): Geometry => ({
  type: 'Point',
  coordinates: [longitude, latitude],
});
const shelter = (id: string, flood: boolean, geometry: Geometry) =>
  feature(geometry, {
    ...base(id, id, 30),
    ...{ ward: '東区', address: '町1', flood, inlandFlood: false, stormSurge: false, tsunami: false },
    ...{ landslide: false, earthquake: true, alsoEvacuationShelter: false },
  });
const pump = (id: string, geometry: Geometry | null) =>
  feature(geometry, {
    ...base(id, id, geometry ? 150 : null),
    ...{ district: '第二', table: 'planned', purpose: 'storm', startedEra: 'S50.4', started: '1975-04' },
    ...{ sanitaryCubicMetersPerMinute: null, stormCubicMetersPerMinute: 10, dischargesTo: null },
  });
const zone = (id: string, name: string, geometry: Geometry, depth: [number | null, number | null]) =>
  feature(geometry, {
    ...base(id, name, 50),
    ...{
      scenarioMmPerHour: 153,
      sewer: '幹線',
      gaugeStation: '所',
      gaugePlace: '町',
      dangerLevelMeters: 2.5,
    },
    ...{ overflowPlace: null, depthAfter15MinutesMeters: 0.1, maximumDepthMeters: 0.35 },
    ...{ firstPublished: '2024-05-27', revised: null, depthMinMeters: depth[0], depthMaxMeters: depth[1] },
  });

const combined = (kind: 'whole' | 'separation', geometry: Geometry | null) =>
  feature(geometry, {
    ...base(`combined-${kind}`, kind, geometry ? 100 : null),
    ...{ kind, statedAreaHectares: 300, drawnAreaHectares: geometry ? 300 : null },
  });
const sewer = (id: string, method: string, line: [number, number, number, number] | null) =>
  feature(line && { type: 'LineString', coordinates: [line.slice(0, 2), line.slice(2)] }, {
    ...base(id, id, line ? 5 : null),
    ...{ method, plan: '雨の計画', carries: 'storm', diameterMillimeters: 2000, lengthMeters: null },
    ...{ periodStart: null, periodEnd: null, status: 'planned', statusBasis: '本' },
    ...{ startPlace: null, endPlace: null },
  });

const wards = [
  feature(box(130.3, 33.5, 130.4, 33.6), { ...base('ward-west', '西区', 5), code: '1' }),
  feature(box(130.4, 33.5, 130.5, 33.6), { ...base('ward-east', '東区', 5), code: '2' }),
];

/** Layers by the ids of the real catalogue. */
export const fixtureLayers: LayerSources = {
  wards: collection(...wards),
  towns: collection(
    town('town-nw', '北西', '西区', box(130.3, 33.55, 130.4, 33.6)),
    town('town-sw', '南西', '西区', box(130.3, 33.5, 130.4, 33.55)),
    town('town-e', '東', '東区', box(130.4, 33.5, 130.5, 33.6)),
    // Straddles the border of the two districts and the district-less south
    town('town-x', '境', '西区', null),
  ),
  'treatment-districts': collection(
    // Written without the corners its neighbours have on its edges: borders need not match vertex by vertex.
    district('第一', box(130.3, 33.55, 130.4, 33.6), 150),
    district('第二', box(130.4, 33.5, 130.5, 33.6), 200),
  ),
  'rainbow-plan': collection(
    plan('whole', box(130.44, 33.56, 130.48, 33.6), 300, '全体'),
    plan('phase1', box(130.45, 33.57, 130.46, 33.58), 100, '第1期'),
    plan('phase2', box(130.45, 33.57, 130.47, 33.59), 200, '第2期'),
  ),
  'priority-districts': collection(
    feature(box(130.42, 33.52, 130.43, 33.53), {
      ...base('priority-1', '重点', 120),
      ...{ ward: '東区', plan: '重点の計画', designMmPerHour: 59.1, period: 'R1–R8', towns: ['東'] },
    }),
  ),
  'inundation-zones': collection(
    zone('zone-1', '駅周辺', box(130.45, 33.52, 130.46, 33.53), [null, null]),
    zone('zone-2', '深い所', box(130.452, 33.522, 130.456, 33.526), [0.5, 1]),
    zone('zone-3', '深い所', box(130.456, 33.522, 130.458, 33.526), [0.5, 1]),
  ),
  shelters: collection(
    shelter('flood-near', true, point(130.451, 33.551)),
    shelter('no-flood', false, point(130.4501, 33.5501)),
    shelter('flood-far', true, point(130.48, 33.55)),
  ),
  'pump-stations': collection(pump('pump-a', point(130.45, 33.551)), pump('pump-nowhere', null)),
  ponds: collection(),
  'combined-sewers': collection(
    combined('whole', null),
    combined('separation', box(130.44, 33.56, 130.48, 33.6)),
  ),
  'trunk-sewers': collection(
    sewer('sewer-known', 'official', [130.452, 33.54, 130.452, 33.56]),
    sewer('sewer-drawn', 'schematic', [130.4501, 33.54, 130.4501, 33.56]),
    sewer('sewer-nowhere', 'transcribed', null),
  ),
};

export function fixtureIndex(layers: Partial<Record<string, LayerSources[string]>> = {}): SiteIndex {
  const all = { ...fixtureLayers, ...layers } as LayerSources;
  return createSiteIndex({
    city,
    catalogue,
    manifest: { dataVersion: '0123456789ab', asOf: '2025-03-31' },
    layers: all,
  });
}

/** Metres expressed in degrees at the fixture's middle latitude. */
export const metersEast = (meters: number) => meters / 92_664;
export const metersNorth = (meters: number) => meters / 111_195;
