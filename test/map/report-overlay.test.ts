import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/catalog/layers.js';
import { uncertaintyMeters, highlightsFor } from '../../src/map/report-overlay.js';
import type { SiteReport } from '../../src/report/site-report-types.js';

const districts = catalogue.find(({ role }) => role === 'treatmentDistrict')?.id as string;
const plans = catalogue.find(({ role }) => role === 'rainfallPlan')?.id as string;

const report = (parts: object) =>
  ({
    treatment: { district: '中部', alternatives: [], certainty: 'clear', accuracyMeters: 150 },
    designRainfall: { certainty: 'clear', accuracyMeters: 90 },
    priorityDistrict: null,
    inundation: [],
    ...parts,
  }) as unknown as SiteReport;
const nearEdge = report({
  treatment: { district: '中部', alternatives: ['南部', null], certainty: 'near-edge', accuracyMeters: 150 },
});

describe('what is outlined', () => {
  it('is the picked feature while the report is on its way', () => {
    expect(highlightsFor(catalogue, { layer: districts, id: 'chubu' }, null)).toEqual([
      { layer: districts, property: 'id', value: 'chubu', certainty: 'sure' },
    ]);
    expect(highlightsFor(catalogue, null, null)).toEqual([]);
  });

  it('is the district the report names, also where nothing was clicked', () => {
    expect(highlightsFor(catalogue, null, report({}))).toEqual([
      { layer: districts, property: 'name', value: '中部', certainty: 'sure' },
    ]);
  });

  it('is every candidate, as a maybe, near an edge', () => {
    const picked = { layer: districts, id: 'chubu' };
    expect(highlightsFor(catalogue, picked, nearEdge)).toEqual([
      { layer: districts, property: 'name', value: '中部', certainty: 'maybe' },
      { layer: districts, property: 'name', value: '南部', certainty: 'maybe' },
    ]);
  });

  it('stays with a picked plan, whatever the district', () => {
    expect(highlightsFor(catalogue, { layer: plans, id: 'tenjin' }, nearEdge)).toEqual([
      { layer: plans, property: 'id', value: 'tenjin', certainty: 'sure' },
    ]);
  });

  it('is nothing outside every district', () => {
    const outside = report({ treatment: { district: null, alternatives: [], certainty: 'outside' } });
    expect(highlightsFor(catalogue, null, outside)).toEqual([]);
    expect(highlightsFor(catalogue, null, report({ treatment: null }))).toEqual([]);
  });
});

describe('the circle of doubt', () => {
  it('is absent where all answers are clear, or none is here', () => {
    expect(uncertaintyMeters(null)).toBeNull();
    expect(uncertaintyMeters(report({}))).toBeNull();
  });

  it('is as wide as the least accurate undecided answer', () => {
    expect(uncertaintyMeters(nearEdge)).toBe(150);
    const zone = { certainty: 'near-edge', accuracyMeters: 400 };
    expect(
      uncertaintyMeters(report({ inundation: [zone, { certainty: 'clear', accuracyMeters: 900 }] })),
    ).toBe(400);
  });
});
