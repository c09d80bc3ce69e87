import { withSharedOutlines } from '../../src/catalog/shared-outlines.js';
import type { CityModel } from './city-model.js';
import { feature, type Feature } from './feature.js';
import { townId } from './town-id.js';

/**
 * Priority districts of the stormwater plan: the towns that bear the name in that ward. Two of the same towns,
 * whose border to each other is not published, share their outline.
 */
export function priorityDistrictLayer({ facts, townArea }: CityModel): Feature<'priorityDistrict'>[] {
  const districts = facts.priorityDistricts.map((fact, at) => {
    const towns = facts.priorityTowns.filter(
      (row) => row.ward === fact.ward && row.district === fact.district,
    );
    return feature(
      'priorityDistrict',
      {
        id: `priority-${String(at + 1).padStart(2, '0')}`,
        name: fact.district,
        nameEn: fact.name_en,
        ward: fact.ward,
        plan: facts.priorityPlan,
        designMmPerHour: fact.design_mm_per_hour,
        period: fact.period_era.replace('-', '–'),
        towns: towns.map((row) => row.town),
        source: facts.credits.document.source,
        page: fact.page,
        asOf: fact.asOf,
        method: 'constructed',
        accuracyMeters: 200,
        note: `${towns[0]?.basis ?? ''}。対策の工事をする区域はこの一部です。`,
      },
      townArea(new Set(towns.map((row) => townId({ ward: row.ward, name: row.town })))).geometry,
    );
  });
  return withSharedOutlines(districts);
}
