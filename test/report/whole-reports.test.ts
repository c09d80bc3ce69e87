/**
 * Whole reports of the fixture city, word for word: every source, name in both languages and accuracy counts, not
 * only what a test of one part thought of. A change here is a change of the answer: look at it before `vitest -u`.
 */
import { expect, it } from 'vitest';
import { areaReport } from '../../src/report/area-report.js';
import { siteReport } from '../../src/report/report-site.js';
import type { Position } from '../../src/report/site-report.js';
import { collection, fixtureIndex, fixtureLayers, metersEast, metersNorth } from './fixture-city.js';

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

it.each(towns.features.map(({ properties }) => String(properties?.['id'])))('the whole of %s', (id) => {
  expect(areaReport(fixtureIndex(), id)).toMatchSnapshot();
});
