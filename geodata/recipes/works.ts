import type { CityModel } from './city-model.js';
import { feature, type Feature } from './feature.js';
import { namedPlace, type NamedPlace } from './named-place.js';
import { placeOf } from './place.js';
import { publishedPlace } from './published-place.js';

const facilities = {
  管渠: 'sewer',
  ポンプ場: 'pump-station',
  水処理センター: 'treatment-centre',
  再生水: 'reclaimed-water',
} as const;
const kinds = {
  改築更新: 'renewal',
  浸水対策: 'flood',
  地震対策: 'earthquake',
  再生水: 'reclaimed-water',
} as const;

/** Main works of the management plan, marked at the town or facility they name. */
export function worksLayer(city: CityModel): Feature<'work'>[] {
  const { facts } = city;
  return facts.works.map((fact, at) => {
    const place = placeOfWork(city, fact.name, fact.facility);
    return feature(
      'work',
      {
        id: `${facts.worksId}-${String(at + 1).padStart(2, '0')}`,
        name: fact.name,
        nameEn: fact.name_en,
        facility: facilities[fact.facility],
        kind: kinds[fact.kind],
        programme: fact.programme,
        period: fact.period_era.replace('-', '–'),
        source: facts.credits.document.source,
        page: fact.page,
        asOf: fact.asOf,
        method: place.geometry ? 'constructed' : 'transcribed',
        accuracyMeters: place.accuracyMeters,
        note: [fact.note, place.note].filter(Boolean).join('。'),
      },
      place.geometry,
    );
  });
}

function placeOfWork(city: CityModel, name: string, facility: string): NamedPlace {
  const isCentre = name.endsWith('水処理センター');
  const isTrunk = name.endsWith('幹線');
  const layer = isCentre
    ? 'treatment-centres'
    : facility === 'ポンプ場'
      ? 'pump-stations'
      : isTrunk
        ? 'trunk-sewers'
        : null;
  const published = layer === null ? null : publishedPlace(city, layer, name);
  if (published) return published;
  if (isCentre) return placeOf(city, 'treatment-centres', name);
  if (facility === 'ポンプ場') return placeOf(city, 'planned', name.replace(/ポンプ[場所]$/, ''));
  if (isTrunk)
    return { geometry: null, accuracyMeters: null, note: '幹線の線形は公表されていない（位置未公表）。' };
  return namedPlace(city.geometry, name.replace(/地区$/, ''));
}
