import { readTable } from '../cities/fukuoka/tables/tables.js';
import type { City } from './city.js';
import { credits } from './credits.js';
import { feature, type Feature } from './feature.js';
import { townId } from './town-id.js';

/** The 33 priority districts of 雨水整備Doプラン2026 (p. 21): the towns that bear the name in that ward. */
export function priorityDistrictLayer({ inputs, townArea }: City): Feature<'priorityDistrict'>[] {
  return readTable('priority-districts').map((fact, at) => {
    const towns = inputs.priorityTowns.filter(
      (row) => row.ward === fact.ward && row.district === fact.district,
    );
    return feature(
      'priorityDistrict',
      {
        id: `priority-${String(at + 1).padStart(2, '0')}`,
        name: fact.district,
        nameEn: fact.name_en,
        ward: fact.ward,
        plan: '雨水整備Doプラン2026',
        designMmPerHour: fact.design_mm_per_hour,
        period: fact.period_era.replace('-', '–'),
        towns: towns.map((row) => row.town),
        source: credits.yearbook,
        page: fact.page,
        asOf: fact.asOf,
        method: 'constructed',
        accuracyMeters: 200,
        note: `${towns[0]?.basis ?? ''}。対策の工事をする区域はこの一部です。`,
      },
      townArea(new Set(towns.map((row) => townId({ ward: row.ward, name: row.town })))).geometry,
    );
  });
}
