import type { LayerFeature } from '../layer-collection.js';
import { fiscalYearInName } from './data-date.js';
import { isOwnCode, municipality } from './municipality.js';
import { textOf } from './attributes.js';
import { featuresByKey, officialFeature, propertyText, noteMissing } from './official-feature.js';
import { facilityKey } from './place-name.js';
import type { Draft, DriverContext, ImportDriver } from './import-driver.js';

const credit = '「国土数値情報（下水道関連施設データ）」（国土交通省）を加工して作成（P22）';

/** Facilities of the yearbook that the data set names, with its place; the facts stay the yearbook's. */
function placeByName(drafts: readonly Draft[], context: DriverContext): LayerFeature[] {
  const current = context.current(context.layer);
  const table = featuresByKey(current, (feature) => facilityKey(propertyText(feature, 'name')));
  const found = new Map<string, LayerFeature>();
  for (const { properties, geometry, label } of drafts) {
    const alike = table.get(facilityKey(String(properties['name']))) ?? [];
    const [target] = alike;
    if (!target) context.tally.skip('not-in-table', label);
    else if (alike.length > 1 || found.has(propertyText(target, 'id')))
      context.tally.skip('ambiguous-name', label);
    else {
      const id = propertyText(target, 'id');
      const named = {
        id,
        name: propertyText(target, 'name'),
        nameEn: propertyText(target, 'nameEn'),
        note: `位置は${context.asOf.slice(0, 4)}年度の国土数値情報による。施設の諸元は年報のもの。`,
      };
      found.set(id, officialFeature(context, named, {}, geometry));
    }
  }
  noteMissing(current, new Set(found.keys()), context);
  return [...found.values()];
}

function facilityDriver(
  id: string,
  prefix: 'P22a' | 'P22b',
  title: string,
  layer: 'pump-stations' | 'treatment-centres',
): ImportDriver {
  const expects = [`${prefix}_001`, `${prefix}_002`, `${prefix}_003`];
  return {
    id,
    title,
    layers: [layer],
    expects,
    recognises: (fields) => fields.has(`${prefix}_001`) && fields.has(`${prefix}_002`),
    needsMapping: false,
    // Published in FY2012, before JGD2011 came into use for these data.
    specifiedCrs: 'EPSG:4612',
    credit,
    // Not stated by the publisher; taken from an address or a 1:25,000 map, so twice the map's 25 m.
    accuracyMeters: 50,
    beyondFrame: 'fail',
    asOf: (hints) => fiscalYearInName(hints, 'P22[ab]?'),
    take(attributes) {
      const name = textOf(attributes, `${prefix}_002`);
      const address = textOf(attributes, `${prefix}_003`) ?? '';
      const label = `${name ?? '?'} ${address}`.trim();
      if (!isOwnCode(attributes.get(`${prefix}_001`)) && !address.includes(municipality.name))
        return { skip: 'other-municipality', example: label };
      if (name === null) return { skip: 'no-name', example: label };
      return { keep: { name }, label };
    },
    finish: placeByName,
    coverage: () => [municipality.code],
  };
}

/** 国土数値情報 P22 (FY2012), pump stations: field 001 area code, 002 name, 003 address. */
export const p22PumpStations = facilityDriver(
  'p22a',
  'P22a',
  '国土数値情報 P22a 下水道ポンプ施設',
  'pump-stations',
);
/** 国土数値情報 P22 (FY2012), treatment plants. */
export const p22TreatmentCentres = facilityDriver(
  'p22b',
  'P22b',
  '国土数値情報 P22b 下水道最終処理施設',
  'treatment-centres',
);
