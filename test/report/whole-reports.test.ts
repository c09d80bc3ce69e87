/**
 * Whole reports of the fixture city, word for word: every source, name in both languages and accuracy counts, not
 * only what a test of one part thought of. A change here is a change of the answer: look at it before `vitest -u`.
 */
import type { Polygon } from 'geojson';
import { expect, it } from 'vitest';
import { areaReport } from '../../src/report/area-report.js';
import { sharedAreas } from '../../src/geometry/shared-area.js';
import { siteReport } from '../../src/report/site-report.js';
import type { Position } from '../../src/report/site-report-types.js';
import {
  box,
  collection,
  feature,
  fixtureIndex,
  fixtureLayers,
  metersEast,
  metersNorth,
} from './fixture-city.js';

const places: Record<string, Position> = {
  'clear, in the second district': [130.45, 33.55],
  'near the border of two districts': [130.4 + metersEast(60), 33.58],
  'near it on the other side': [130.4 - metersEast(60), 33.58],
  'where three meet': [130.4, 33.55],
  'in a plan, an inner part': [130.455, 33.575],
  'at the edge of a plan': [130.44 + metersEast(50), 33.58],
  'just outside the plan': [130.44 - metersEast(50), 33.58],
  'in two zones': [130.454, 33.524],
  'in one zone': [130.425, 33.525],
  'in no district': [130.35, 33.52],
  'near the city limit, inside': [130.45, 33.6 - metersNorth(3)],
  'near the city limit, outside': [130.45, 33.6 + metersNorth(3)],
  'at sea': [130.6, 33.525],
  'far away': [140, 36],
};
const towns = fixtureLayers['towns'] as ReturnType<typeof collection>;
const layer = (id: string) => fixtureLayers[id] as ReturnType<typeof collection>;
/** A feature again, with other properties and, if given, elsewhere. */
const again = (id: string, at: number, properties: object, geometry?: Polygon) => {
  const one = layer(id).features[at];
  return feature(geometry ?? one?.geometry ?? null, { ...one?.properties, ...properties });
};
const flood = (id: string, river: string | null, depth: [number | null, number | null], geometry: Polygon) =>
  feature(geometry, {
    ...layer('inundation-zones').features[0]?.properties,
    ...{ id, name: `${river} 浸水`, nameEn: null, river, scenario: 'assumed-maximum' },
    ...{ depthMinMeters: depth[0], depthMaxMeters: depth[1], source: 'A31-23' },
  });
const cities: Record<string, Parameters<typeof fixtureIndex>[0]> = {
  whole: {},
  'without wards': { wards: { failed: 'x' } },
  'without towns': { towns: { failed: 'x' } },
  'without wards and towns': { wards: { failed: 'x' }, towns: { failed: 'x' } },
  'without districts': { 'treatment-districts': { failed: 'x' } },
  'without wards and districts': { wards: { failed: 'x' }, 'treatment-districts': { failed: 'x' } },
  'without plans': { 'rainbow-plan': { failed: 'x' } },
  'with official towns': {
    towns: collection(
      ...towns.features.map((town) => ({ ...town, properties: { ...town.properties, method: 'official' } })),
    ),
  },
};

/** Where a missing layer is felt. */
const telling = [
  'clear, in the second district',
  'where three meet',
  'in a plan, an inner part',
  'in no district',
  'at sea',
];

for (const [city, changed] of Object.entries(cities))
  it.each(Object.entries(places).filter(([place]) => city === 'whole' || telling.includes(place)))(
    `the city ${city}: %s`,
    (_, position) => {
      expect(siteReport(fixtureIndex(changed), [...position])).toMatchSnapshot();
    },
  );

/** Cities of which only some parts of the answer can be told apart. */
const special: Record<string, Parameters<typeof fixtureIndex>[0]> = {
  'with two priority districts on each other': {
    'priority-districts': collection(
      ...layer('priority-districts').features,
      again('priority-districts', 0, { id: 'priority-2', name: '重点(2)' }),
      again('priority-districts', 0, { id: 'priority-3', name: '隣' }, box(130.43, 33.52, 130.44, 33.53)),
    ),
  },
  'with a plan drawn in parts only': {
    'rainbow-plan': collection(...layer('rainbow-plan').features.slice(1).reverse()),
  },
  'with a second plan in parts': {
    'rainbow-plan': collection(
      ...layer('rainbow-plan').features,
      again(
        'rainbow-plan',
        1,
        { id: 'b-1', plan: '別の計画', targetMmPerHour: 59.1 },
        box(130.42, 33.52, 130.43, 33.53),
      ),
      again(
        'rainbow-plan',
        0,
        { id: 'b-whole', plan: '別の計画', part: 'whole' },
        box(130.42, 33.52, 130.44, 33.53),
      ),
      again('rainbow-plan', 1, { id: 'c-1', plan: '三つ目' }, box(130.41, 33.52, 130.42, 33.53)),
    ),
  },
  'with river floods': {
    'river-flood': collection(
      flood('f-1', '川', [0.5, 3], box(130.42, 33.52, 130.46, 33.53)),
      flood('f-2', '川', [0.5, 3], box(130.41, 33.52, 130.45, 33.53)),
      flood('f-3', '川', [3, null], box(130.42, 33.52, 130.43, 33.53)),
      flood('f-4', null, [null, null], box(130.42, 33.52, 130.46, 33.58)),
    ),
  },
  'with zones from official data': {
    'inundation-zones': collection(
      ...layer('inundation-zones').features,
      again('inundation-zones', 1, { id: 'zone-4', source: 'A51-24_40130' }),
      again('inundation-zones', 0, {
        id: 'zone-5',
        source: 'A51-24_40130',
        depthMinMeters: 1,
        depthMaxMeters: null,
      }),
      again('inundation-zones', 0, { id: 'zone-6', name: '別', source: 'A51-24_40130' }),
    ),
  },
  'with a whole combined area': {
    'combined-sewers': collection(again('combined-sewers', 0, {}, box(130.3, 33.5, 130.5, 33.6))),
  },
};
const parts = [
  'treatment',
  'designRainfall',
  'priorityDistrict',
  'priorityCandidates',
  'inundation',
  'riverFlood',
] as const;

it.each(Object.keys(special))('the city %s', (city) => {
  const index = fixtureIndex(special[city]);
  for (const place of ['in a plan, an inner part', 'in two zones', 'in one zone']) {
    const answer = siteReport(index, [...(places[place] as Position)]);
    if (!answer.ok) throw new Error(answer.problem);
    const { report } = answer;
    expect(Object.fromEntries(parts.map((part) => [part, report[part]]))).toMatchSnapshot(place);
  }
});

it.each(towns.features.map(({ properties }) => String(properties?.['id'])))('the whole of %s', (id) => {
  expect(areaReport(fixtureIndex(), id, sharedAreas)).toMatchSnapshot();
});
