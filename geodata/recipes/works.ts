import { readTable } from '../cities/fukuoka/tables/tables.js';
import type { City } from './city.js';
import { credits } from './credits.js';
import { feature, type Feature } from './feature.js';
import type { Inputs } from './inputs.js';
import { namedPlace, type NamedPlace } from './named-place.js';
import { placeOf } from './place.js';

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

/** Main works of 経営計画2028 (p. 14), marked at the town or facility they name. */
export function worksLayer({ inputs }: City): Feature<'work'>[] {
  return readTable('management-plan-2028-works').map((fact, at) => {
    const place = placeOfWork(inputs, fact.name, fact.facility);
    return feature(
      'work',
      {
        id: `work-2028-${String(at + 1).padStart(2, '0')}`,
        name: fact.name,
        nameEn: fact.name_en,
        facility: pick(facilities, fact.facility),
        kind: pick(kinds, fact.kind),
        programme: fact.programme,
        period: fact.period_era.replace('-', '–'),
        source: credits.yearbook,
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

function placeOfWork(inputs: Inputs, name: string, facility: string): NamedPlace {
  if (name.endsWith('水処理センター')) return placeOf(inputs, 'treatment-centres', name);
  if (facility === 'ポンプ場') return placeOf(inputs, 'planned', name.replace(/ポンプ[場所]$/, ''));
  if (name.endsWith('幹線'))
    return { geometry: null, accuracyMeters: null, note: '幹線の線形は公表されていない（位置未公表）。' };
  return namedPlace(inputs, name.replace(/地区$/, ''));
}

function pick<Words extends Record<string, string>>(words: Words, word: string): Words[keyof Words] {
  const found = words[word];
  if (found === undefined) throw new Error(`management-plan-2028-works.csv: ${word}`);
  return found as Words[keyof Words];
}
