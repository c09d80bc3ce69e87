import type { CityModel } from './city-model.js';
import { feature, type Feature } from './feature.js';
import { townId } from './town-id.js';

/** Inland-flood assumption zones (水位周知下水道) as the towns their trunk sewer drains; depths are not known here. */
export function inundationZoneLayer({ facts, townArea }: CityModel): Feature<'inundationZone'>[] {
  return facts.waterLevelSewers.map((fact, at) => {
    const towns = facts.zoneTowns.filter((row) => row.zone === fact.area);
    return feature(
      'inundationZone',
      {
        id: `inundation-zone-${at + 1}`,
        name: fact.area,
        nameEn: fact.area_en.replace(/^around/, 'Around'),
        scenarioMmPerHour: fact.scenario_mm_per_hour,
        sewer: fact.sewer,
        gaugeStation: fact.gauge_station,
        gaugePlace: fact.gauge_place,
        dangerLevelMeters: fact.danger_level_m,
        overflowPlace: fact.overflow_place,
        depthAfter15MinutesMeters: fact.depth_after_15_minutes_m,
        maximumDepthMeters: fact.maximum_depth_m,
        firstPublished: fact.first_published,
        revised: fact.revised,
        depthMinMeters: null,
        depthMaxMeters: null,
        source: facts.credits.document.source,
        page: fact.page,
        asOf: fact.asOf,
        method: 'constructed',
        accuracyMeters: 250,
        note: `${towns[0]?.basis ?? ''}。公表された浸水想定区域図の線ではなく、幹線の排水区域を町から推定した範囲です。`,
      },
      townArea(new Set(towns.map((row) => townId({ ward: row.ward, name: row.town })))).geometry,
    );
  });
}
