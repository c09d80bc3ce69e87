import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import papaparse from 'papaparse';
import * as v from 'valibot';
import { readTable } from '../cities/fukuoka/tables/tables.js';
import type { City } from './city.js';
import { credits } from './credits.js';
import { feature, type Feature } from './feature.js';
import { namedPlace } from './named-place.js';

const text = v.pipe(v.string(), v.minLength(1));
const placeRows = v.array(v.object({ area: text, ward: text, town: text, basis: text, page: text }));

/**
 * Areas served with reclaimed water (p. 60). No outline is printed, so each is a mark at the place it is named after;
 * its accuracy is the radius of a circle of the printed hectares, because the area may lie to any side of the name.
 */
export function reclaimedWaterLayer({ inputs }: City): Feature<'reclaimedWater'>[] {
  const file = fileURLToPath(new URL('../cities/fukuoka/facts/reclaimed-water-places.csv', import.meta.url));
  const parsed = papaparse.parse(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true });
  const places = v.parse(placeRows, parsed.data);
  return readTable('reclaimed-water-areas').map((fact, at) => {
    const row = places.find(({ area }) => area === fact.area);
    if (!row) throw new Error(`reclaimed-water-places.csv: no row for ${fact.area}`);
    const place = namedPlace(inputs, row.town, row.ward);
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
        source: credits.yearbook,
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
