import { numberOf, textOf } from './attributes.js';
import { fiscalYearInName } from './data-date.js';
import { fiveDigitCode, isOwnCode, municipality } from './municipality.js';
import { officialFeature } from './official-feature.js';
import type { ImportDriver } from './import-driver.js';

/** 用途地域分類コード: 1 第一種低層住居専用地域 … 12 工業専用地域, 21 田園住居地域. 99 is 不明: no zone that is known. */
const zoned: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 21]);

/**
 * 国土数値情報 A29 用途地域: land that is zoned for building. Sewers are planned for it and for little beside it, so it
 * decides how far the planned sewer area reaches; it is no layer of its own.
 */
export const a29Zoning: ImportDriver = {
  id: 'a29',
  title: '国土数値情報 A29 用途地域',
  layers: ['zoned-land'],
  expects: ['A29_001', 'A29_003', 'A29_004', 'A29_005'],
  recognises: (fields) => fields.has('A29_001') && fields.has('A29_004'),
  needsMapping: false,
  specifiedCrs: 'EPSG:6668',
  credit: '「国土数値情報（用途地域データ）」（国土交通省）を加工して作成（A29）',
  accuracyMeters: 25,
  beyondFrame: 'fail',
  asOf: (hints) => fiscalYearInName(hints, 'A29'),

  take(attributes) {
    const code = numberOf(attributes, 'A29_004');
    const zone = textOf(attributes, 'A29_005') ?? '';
    const label = `${textOf(attributes, 'A29_003') ?? ''} ${zone} ${code ?? '?'}`.trim();
    const place = attributes.get('A29_001');
    if (!isOwnCode(place))
      return { skip: 'other-municipality', example: `${label} ${fiveDigitCode(place) ?? '(no code)'}` };
    if (code === null || !zoned.has(code)) return { skip: 'not-zoned', example: label };
    return { keep: { code, zone }, label };
  },

  finish: (drafts, context) =>
    drafts.map(({ properties: { code, zone }, geometry }, at) => {
      const name = typeof zone === 'string' && zone !== '' ? zone : `用途地域 ${String(code)}`;
      const named = { id: `zone-${at + 1}`, name, nameEn: `Zoned land, class ${String(code)}` };
      return officialFeature(context, named, { zoneClass: code ?? null }, geometry);
    }),

  coverage: () => [municipality.code],
};
