import type { LayerFeature } from '../layer-collection.js';
import { censusDay } from './data-date.js';
import { firstText, textOf } from './attributes.js';
import { fiveDigitCode, municipality } from './municipality.js';
import { featuresByKey, officialFeature, propertyText } from './official-feature.js';
import { officialTownName, townKey } from './place-name.js';
import type { Attributes, ImportDriver } from './import-driver.js';

const expects = ['KEY_CODE', 'PREF', 'CITY', 'S_NAME', 'HCODE'];

/** PREF + CITY, or the head of KEY_CODE where an edition leaves them out. */
function wardCode(attributes: Attributes): string | null {
  const prefecture = textOf(attributes, 'PREF');
  const city = textOf(attributes, 'CITY');
  if (prefecture && city) return fiveDigitCode(prefecture.padStart(2, '0') + city.padStart(3, '0'));
  return fiveDigitCode((textOf(attributes, 'KEY_CODE') ?? '').slice(0, 5));
}

/**
 * e-Stat 国勢調査 小地域（町丁・字等）: the real outlines of towns. A town cut into several polygons
 * (KIGO_E) is put together again; water (HCODE 8154) and holes cut by exclaves (KIGO_D = D1) are no town.
 */
export const estatTowns: ImportDriver = {
  id: 'estat-towns',
  title: 'e-Stat 国勢調査 小地域（町丁・字等）境界データ',
  layers: ['towns'],
  expects,
  recognises: (fields) => fields.has('KEY_CODE') && fields.has('S_NAME'),
  needsMapping: false,
  specifiedCrs: 'EPSG:6668',
  credit: '「国勢調査 小地域（町丁・字等）境界データ」（総務省統計局、e-Stat）を加工して作成',
  accuracyMeters: 25,
  beyondFrame: 'fail',
  asOf: censusDay,

  take(attributes) {
    const code = wardCode(attributes);
    const city = `${textOf(attributes, 'GST_NAME') ?? ''}${firstText(attributes, ['CSS_NAME', 'CITY_NAME']) ?? ''}`;
    const ward = code === null ? undefined : municipality.wards.get(code);
    const written = textOf(attributes, 'S_NAME');
    const label = `${ward ?? city} ${written ?? textOf(attributes, 'KEY_CODE') ?? ''}`.trim();
    if (code === null || ward === undefined) return { skip: 'other-municipality', example: label };
    if (textOf(attributes, 'HCODE') === '8154') return { skip: 'water-area', example: label };
    if (textOf(attributes, 'KIGO_D') === 'D1') return { skip: 'exclave-hole', example: label };
    if (written === null) return { skip: 'no-name', example: label };
    return { keep: { ward, code, name: officialTownName(written) }, label };
  },

  groupBy: ({ ward, name }) => `${String(ward)} ${townKey(String(name))}`,

  finish(drafts, context) {
    const current = context.current('towns');
    const keyOf = (ward: string, name: string) => `${ward} ${townKey(name)}`;
    const table = featuresByKey(current, (feature) =>
      keyOf(propertyText(feature, 'ward'), propertyText(feature, 'name')),
    );
    const found = new Set<string>();
    const covered = new Set<string>();
    const features = drafts.flatMap(({ properties, geometry, label }): LayerFeature[] => {
      const ward = String(properties['ward']);
      const name = String(properties['name']);
      covered.add(ward);
      const alike = table.get(keyOf(ward, name)) ?? [];
      // 大字三苫 and 三苫 share a key: the exact name decides, and only where it does not are they ambiguous.
      const town = alike.find((feature) => propertyText(feature, 'name') === name) ?? alike[0];
      if (!town) context.tally.skip('not-in-table', label);
      else if (alike.length > 1 && propertyText(town, 'name') !== name)
        context.tally.skip('ambiguous-name', label);
      else {
        const id = propertyText(town, 'id');
        found.add(id);
        const named = { id, name: propertyText(town, 'name'), nameEn: propertyText(town, 'nameEn') };
        return [officialFeature(context, named, { ward }, geometry)];
      }
      return [];
    });
    for (const town of current?.features ?? []) {
      const id = propertyText(town, 'id');
      if (covered.has(propertyText(town, 'ward')) && !found.has(id))
        context.tally.note('not-in-file', `${propertyText(town, 'ward')} ${propertyText(town, 'name')}`);
    }
    return features;
  },

  coverage: (drafts) => [...new Set(drafts.map(({ properties }) => String(properties['code'])))].sort(),
};
