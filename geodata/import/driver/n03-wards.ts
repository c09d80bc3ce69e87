import { dateInName, fiscalYearInName } from './data-date.js';
import { fiveDigitCode, municipality } from './municipality.js';
import { firstText, textOf } from './attributes.js';
import { featuresByKey, officialFeature, propertyText, noteMissing } from './official-feature.js';
import type { ImportDriver } from './import-driver.js';

const expects = ['N03_001', 'N03_003', 'N03_004', 'N03_007'];

/** 国土数値情報 N03 行政区域: one polygon an island; the wards of a designated city have codes of their own. */
export const n03Wards: ImportDriver = {
  id: 'n03',
  title: '国土数値情報 N03 行政区域',
  layers: ['wards'],
  expects,
  recognises: (fields) => fields.has('N03_007') && fields.has('N03_004'),
  needsMapping: false,
  specifiedCrs: 'EPSG:6668',
  credit: '「国土数値情報（行政区域データ）」（国土交通省）を加工して作成（N03）',
  accuracyMeters: 25,
  beyondFrame: 'fail',
  asOf: (hints) => dateInName(hints, 'N03') ?? fiscalYearInName(hints, 'N03'),

  take(attributes) {
    const code = fiveDigitCode(attributes.get('N03_007'));
    // 2024 and later name the ward in N03_005, earlier editions in N03_004.
    const name = firstText(attributes, ['N03_005', 'N03_004']) ?? '';
    const label = `${textOf(attributes, 'N03_001') ?? ''}${textOf(attributes, 'N03_003') ?? ''}${name}`;
    if (code === null || !municipality.wards.has(code))
      return { skip: 'other-municipality', example: `${label} ${code ?? '(no code)'}` };
    return { keep: { code }, label };
  },

  groupBy: ({ code }) => String(code),

  finish(drafts, context) {
    const current = context.current('wards');
    const byCode = featuresByKey(current, (feature) => propertyText(feature, 'code'));
    const found = new Set<string>();
    const features = drafts.flatMap(({ properties, geometry, label }) => {
      const code = String(properties['code']);
      const [ward] = byCode.get(code) ?? [];
      if (!ward) {
        context.tally.skip('not-in-table', label);
        return [];
      }
      const id = propertyText(ward, 'id');
      found.add(id);
      const named = { id, name: propertyText(ward, 'name'), nameEn: propertyText(ward, 'nameEn') };
      return [officialFeature(context, named, { code }, geometry)];
    });
    noteMissing(current, found, context);
    return features;
  },

  coverage: (drafts) => drafts.map(({ properties }) => String(properties['code'])).sort(),
};
