import type { LayerFeature } from '../layer-collection.js';
import { featuresByKey, officialFeature, propertyText, noteMissing } from './official-feature.js';
import { filteredOut, mappedText } from './mapped-columns.js';
import { districtKey } from './place-name.js';
import { municipality } from './municipality.js';
import { polygonHectares } from '../shape/measure.js';
import type { Draft, DriverContext, ImportDriver, PropertyValue } from './import-driver.js';

/** What all drivers for one's own files share: the mapping file says everything the format cannot. */
export const mappedBasics = {
  expects: [],
  recognises: () => false,
  needsMapping: true,
  specifiedCrs: null,
  credit: null,
  accuracyMeters: null,
  beyondFrame: 'fail',
  asOf: () => null,
  coverage: () => [municipality.code],
} as const satisfies Partial<ImportDriver>;

function areaDriver(
  rule: Pick<ImportDriver, 'id' | 'title' | 'layers'>,
  withWard: boolean,
  extra: (draft: Draft) => Record<string, PropertyValue>,
): ImportDriver {
  /** Districts of one name stand in several wards; the ward decides where the file names it. */
  const find = (table: ReadonlyMap<string, LayerFeature[]>, name: string, ward: string): LayerFeature[] => {
    const alike = table.get(districtKey(name)) ?? [];
    const inWard = ward === '' ? [] : alike.filter((feature) => propertyText(feature, 'ward') === ward);
    return inWard.length > 0 ? inWard : ward === '' || !withWard ? alike : [];
  };
  return {
    ...mappedBasics,
    ...rule,
    take(attributes, context) {
      const name = mappedText(attributes, 'name', context);
      const ward = withWard ? (mappedText(attributes, 'ward', context) ?? '') : '';
      const label = `${ward} ${name ?? '?'}`.trim();
      const out = filteredOut(attributes, context.mapping, label);
      if (out) return out;
      return name === null ? { skip: 'no-name', example: label } : { keep: { name, ward }, label };
    },
    groupBy: ({ name, ward }) => `${String(ward)} ${districtKey(String(name))}`,
    finish(drafts, context: DriverContext) {
      const current = context.current(context.layer);
      const table = featuresByKey(current, (feature) => districtKey(propertyText(feature, 'name')));
      const found = new Set<string>();
      const features = drafts.flatMap((draft): LayerFeature[] => {
        const alike = find(table, String(draft.properties['name']), String(draft.properties['ward']));
        const [target] = alike;
        if (!target) context.tally.skip('not-in-table', draft.label);
        else if (alike.length > 1) context.tally.skip('ambiguous-name', draft.label);
        else {
          const id = propertyText(target, 'id');
          found.add(id);
          const named = { id, name: propertyText(target, 'name'), nameEn: propertyText(target, 'nameEn') };
          return [officialFeature(context, named, extra(draft), draft.geometry)];
        }
        return [];
      });
      noteMissing(current, found, context);
      return features;
    },
  };
}

/** Treatment districts (処理区) from one's own file; the plan's figures stay the yearbook's. */
export const mappedTreatmentDistricts = areaDriver(
  { id: 'own-treatment-districts', title: '処理区（自分のファイル）', layers: ['treatment-districts'] },
  false,
  ({ geometry }) => ({ drawnAreaHectares: Math.round(polygonHectares(geometry) * 10) / 10 }),
);

/** Priority districts (雨水整備Doプラン重点地区) from one's own file. */
export const mappedPriorityDistricts = areaDriver(
  { id: 'own-priority-districts', title: '重点地区（自分のファイル）', layers: ['priority-districts'] },
  true,
  () => ({}),
);
