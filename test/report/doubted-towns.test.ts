import { describe, expect, it } from 'vitest';
import type { PropertiesOf } from '../../src/catalog/properties.js';
import { siteReport } from '../../src/report/site-report.js';
import { builtIndex, builtLayers } from './built-data.js';

type District = PropertiesOf<'treatmentDistrict'>;
const districts = builtLayers['treatment-districts']!.features.map(
  ({ properties }) => properties as unknown as District,
);
const doubts = districts.flatMap(({ name, membershipDoubts }) =>
  membershipDoubts.map((doubt) => ({ district: name, ...doubt })),
);
const towns = builtLayers['towns']!.features.flatMap(({ properties }) =>
  typeof properties?.['districtDoubt'] === 'string' && typeof properties['labelLongitude'] === 'number'
    ? [properties]
    : [],
);

describe('towns of which it is not certain that they belong to their district', () => {
  it('are in the data, with every doubt that the districts speak of', () => {
    expect(new Set(towns.map((town) => town['districtDoubt'] as string))).toEqual(
      new Set(doubts.map(({ id }) => id)),
    );
  });

  it.each([
    '桧原一丁目',
    '柏原一丁目',
    '長尾一丁目',
    '樋井川一丁目',
    '友丘一丁目',
    '茶山一丁目',
    '香住ヶ丘一丁目',
    '今宿三丁目',
    '青木一丁目',
  ])('%s is one of them', (name) => {
    expect(towns.map((town) => town['name'] as string)).toContain(name);
  });

  it.each(towns.map((town) => [`${town['ward']} ${town['name']}`, town] as const))(
    '%s is never answered as clear, and names every candidate',
    (_name, town) => {
      const result = siteReport(builtIndex, [town['labelLongitude'], town['labelLatitude']]);
      if (!result.ok) throw new Error(result.problem);
      const { treatment } = result.report;
      if (treatment?.certainty === 'outside') return expect(treatment.membership).toBeNull();
      expect(treatment?.certainty).toMatch(/^(near-edge|doubtful)$/);
      const doubt = doubts.find(({ id }) => id === town['districtDoubt'])!;
      // A point may lie so near its neighbour that it is drawn in that one’s district.
      if (treatment?.district !== doubt.district) return expect(treatment?.certainty).toBe('near-edge');
      expect(treatment.alternatives).toEqual(expect.arrayContaining(doubt.alternatives));
      expect(treatment.membership).toMatchObject({ certainty: 'doubtful', source: { page: doubt.page } });
    },
  );
});
