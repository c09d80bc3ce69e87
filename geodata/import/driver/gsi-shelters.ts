import type { LayerFeature } from '../layer-collection.js';
import { firstText, textOf } from './attributes.js';
import { featuresByKey, officialFeature, propertyText } from './official-feature.js';
import { municipality, wardInAddress } from './municipality.js';
import type { Attributes, ImportDriver } from './import-driver.js';

/** Columns of the hazards as the 国土地理院 writes them → the layer's flags. */
const hazards = [
  ['洪水', 'flood'],
  ['内水氾濫', 'inlandFlood'],
  ['高潮', 'stormSurge'],
  ['津波', 'tsunami'],
  ['崖崩れ、土石流及び地滑り', 'landslide'],
  ['地震', 'earthquake'],
  ['指定避難所との住所同一', 'alsoEvacuationShelter'],
] as const;
const nameColumns = ['施設・場所名', '施設_場所名'];
const expects = ['共通ID', '施設・場所名', '住所', '洪水', '内水氾濫', '緯度', '経度'];

/** A flag is "1"; the cell is empty otherwise. Anything else is told and counts as not designated. */
function flag(attributes: Attributes, column: string): boolean | null {
  const text = textOf(attributes, column)?.normalize('NFKC') ?? '';
  if (text === '1' || text === '○' || text === '◯') return true;
  return text === '' || text === '0' ? false : null;
}

/** 指定緊急避難場所 CSV of the 国土地理院: a point in degrees and one column a hazard. */
export const gsiShelters: ImportDriver = {
  id: 'gsi-shelters',
  title: '国土地理院 指定緊急避難場所データ（CSV）',
  layers: ['shelters'],
  expects,
  recognises: (fields) =>
    nameColumns.some((column) => fields.has(column)) && fields.has('住所') && fields.has('洪水'),
  needsMapping: false,
  // Its columns are degrees of the world datum by definition.
  specifiedCrs: 'EPSG:6668',
  credit: '「指定緊急避難場所データ」（国土地理院）を加工して作成',
  accuracyMeters: 30,
  beyondFrame: 'fail',
  asOf: ({ fileName }) => {
    const [, year, month, day] = /(20\d{2})[-_]?(0[1-9]|1[0-2])[-_]?([0-3]\d)/.exec(fileName) ?? [];
    return year && month && day ? `${year}-${month}-${day}` : null;
  },

  take(attributes, { tally }) {
    const name = firstText(attributes, nameColumns);
    const address = textOf(attributes, '住所') ?? '';
    const label = `${name ?? '?'} ${address}`.trim();
    const ward = wardInAddress(address);
    if (ward === null && !address.includes(municipality.name))
      return { skip: 'other-municipality', example: label };
    if (name === null || ward === null) return { skip: 'no-name', example: label };
    const flags: Record<string, boolean> = {};
    for (const [column, property] of hazards) {
      const value = flag(attributes, column);
      if (value === null) tally.unknownValue(column, textOf(attributes, column) ?? '', label);
      flags[property] = value ?? false;
    }
    return { keep: { commonId: textOf(attributes, '共通ID'), name, ward, address, ...flags }, label };
  },

  finish(drafts, context) {
    const known = featuresByKey(
      context.current('shelters'),
      (feature) => `${propertyText(feature, 'ward')} ${propertyText(feature, 'name')}`,
    );
    const seen = new Set<string>();
    return drafts.map(({ properties, geometry }, index): LayerFeature => {
      const { commonId, name, ...rest } = properties;
      const [same] = known.get(`${String(rest['ward'])} ${String(name)}`) ?? [];
      const nameEn = same ? propertyText(same, 'nameEn') : '';
      if (nameEn === '') context.tally.note('no-romanised-name', String(name));
      let id = `shelter-${typeof commonId === 'string' ? commonId : index + 1}`;
      // One place designated for several hazards may stand in several rows of some editions.
      if (seen.has(id)) id = `${id}-${index + 1}`;
      seen.add(id);
      return officialFeature(
        context,
        { id, name: String(name), nameEn: nameEn || String(name) },
        rest,
        geometry,
      );
    });
  },

  coverage: () => [municipality.code],
};
