import { describe, expect, it } from 'vitest';
import { siteReport } from '../../src/report/site-report.js';
import { builtIndex, builtLayers } from './built-data.js';

const towns = builtLayers['towns']!.features.flatMap(({ properties }) =>
  typeof properties?.['districtDoubt'] === 'string' ? [properties] : [],
);

describe('towns whose treatment district the two ways could not settle', () => {
  it('are in the data', () => {
    expect(towns.length).toBeGreaterThan(5);
  });

  it.each(towns.map((town) => [`${town['ward']} ${town['name']}`, town] as const))(
    '%s names both candidates instead of deciding',
    (_name, town) => {
      const result = siteReport(builtIndex, [town['labelLongitude'], town['labelLatitude']]);
      if (!result.ok) throw new Error(result.problem);
      const { treatment } = result.report;
      const candidates = [treatment?.district, ...(treatment?.alternatives ?? [])];
      if (treatment?.certainty === 'outside') return expect(treatment.district).toBeNull();
      expect(treatment?.certainty).toBe('near-edge');
      expect(candidates).toContain(town['districtDoubt']);
    },
  );
});
