import type { CityModel } from './city-model.js';
import { feature, type Feature } from './feature.js';
import { namedPlace } from './named-place.js';

/**
 * Areas served with reclaimed water. No outline is printed, so each is a mark at the place it is named after;
 * its accuracy is the radius of a circle of the printed hectares, because the area may lie to any side of the name.
 */
export function reclaimedWaterLayer({ facts, geometry }: CityModel): Feature<'reclaimedWater'>[] {
  return facts.reclaimedWater.map((fact, at) => {
    const row = facts.reclaimedWaterPlaces.find(({ area }) => area === fact.area);
    if (!row) throw new Error(`reclaimed water places: no row for ${fact.area}`);
    const place = namedPlace(geometry, row.town, row.ward);
    const radiusMeters = Math.sqrt((fact.served_area_ha * 10_000) / Math.PI);
    return feature(
      'reclaimedWater',
      {
        id: `reclaimed-water-${at + 1}`,
        name: fact.area,
        nameEn: fact.area_en,
        region: fact.region,
        servedAreaHectares: fact.served_area_ha,
        since: fact.since,
        source: facts.credits.document.source,
        page: fact.page,
        asOf: fact.asOf,
        method: 'constructed',
        accuracyMeters: Math.ceil(Math.max(radiusMeters, place.accuracyMeters ?? 0) / 50) * 50,
        note: `${[row.basis, fact.note].filter(Boolean).join('。')}。区域の輪郭は公表資料にない。`,
      },
      place.geometry,
    );
  });
}
