import { booleanPointInPolygon, destination } from '@turf/turf';
import fc from 'fast-check';
import type { FeatureCollection, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { siteReport } from '../../src/report/site-report.js';
import type { Position, TreatmentAnswer } from '../../src/report/site-report-types.js';
import { fixtureIndex, fixtureLayers } from './fixture-city.js';

const index = fixtureIndex();
const districts = (fixtureLayers['treatment-districts'] as FeatureCollection<Polygon>).features;

function treatmentAt(position: Position): TreatmentAnswer {
  const result = siteReport(index, position);
  if (!result.ok || !result.report.treatment) throw new Error('no treatment answer');
  return result.report.treatment;
}
const inCity: fc.Arbitrary<Position> = fc.tuple(
  fc.double({ min: 130.3001, max: 130.4999, noNaN: true }),
  fc.double({ min: 33.5001, max: 33.5999, noNaN: true }),
);
/** A position within about 400 m of a district's border, where answers are hard. */
const nearBorder: fc.Arbitrary<Position> = fc
  .tuple(
    fc.constantFrom<Position>(
      [130.4, 33.51],
      [130.4, 33.58],
      [130.33, 33.55],
      [130.399, 33.5501],
      [130.4, 33.55],
    ),
    fc.double({ min: 0, max: 400, noNaN: true }),
    fc.double({ min: -180, max: 180, noNaN: true }),
  )
  .map(([from, meters, bearing]) => {
    const [x, y] = destination([...from], meters, bearing, { units: 'meters' }).geometry.coordinates;
    return [x as number, y as number];
  });
const anywhere = fc.oneof(inCity, nearBorder);

describe('certainty', () => {
  it('names the district turf names', () => {
    fc.assert(
      fc.property(anywhere, (position) => {
        const expected = districts.find((district) => booleanPointInPolygon([...position], district));
        const { district, edgeMeters } = treatmentAt(position);
        if (edgeMeters !== null && edgeMeters < 0.1) return;
        expect(district).toBe(expected?.properties?.['name'] ?? null);
      }),
      { numRuns: 400 },
    );
  });

  it('is near-edge exactly when the edge is within the accuracy, and then alone has alternatives', () => {
    fc.assert(
      fc.property(anywhere, (position) => {
        const { certainty, edgeMeters, accuracyMeters, alternatives, district } = treatmentAt(position);
        expect(edgeMeters).not.toBeNull();
        expect(certainty === 'near-edge').toBe((edgeMeters ?? Infinity) <= (accuracyMeters ?? 0));
        expect(alternatives.length > 0).toBe(certainty === 'near-edge');
        expect(alternatives).not.toContain(district);
        if (certainty === 'outside') expect(district).toBeNull();
        if (certainty === 'clear') expect(district).not.toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  it('a clear answer stays the same over its whole accuracy, whichever way one goes', () => {
    fc.assert(
      fc.property(anywhere, fc.double({ min: -180, max: 180, noNaN: true }), (position, bearing) => {
        const here = treatmentAt(position);
        fc.pre(here.certainty !== 'near-edge');
        const meters = (here.accuracyMeters ?? 0) - 1;
        const [x, y] = destination([...position], meters, bearing, { units: 'meters' }).geometry
          .coordinates as [number, number];
        const result = siteReport(index, [x, y]);
        // Out of the city there is no district to flip to.
        if (!result.ok || !result.report.inCity) return;
        expect(result.report.treatment?.district).toBe(here.district);
      }),
      { numRuns: 400 },
    );
  });

  it('near an edge, going straight for the truth finds it among the names', () => {
    fc.assert(
      fc.property(nearBorder, fc.double({ min: -180, max: 180, noNaN: true }), (position, bearing) => {
        const here = treatmentAt(position);
        fc.pre(here.certainty === 'near-edge');
        const candidates = [here.district, ...here.alternatives];
        const meters = (here.accuracyMeters ?? 0) * 0.99;
        const [x, y] = destination([...position], meters, bearing, { units: 'meters' }).geometry
          .coordinates as [number, number];
        const there = treatmentAt([x, y]);
        // The fixture's two accuracies differ; what is met within the smaller one must have been named.
        if (meters <= 150) expect(candidates).toContain(there.district);
      }),
      { numRuns: 400 },
    );
  });
});
