import type { CityModel } from './city-model.js';
import { feature, type Feature } from './feature.js';
import type { CityGeometry } from './city-geometry.js';
import { namedPlace } from './named-place.js';
import { trunkPlaceWords } from '../../src/catalog/trunk-words.js';

/** How far a straight line between two towns may stray from a pipe that follows streets. */
const lineAccuracyMeters = 500;
const digits = '〇一二三四五六七八九十';

/**
 * Trunk sewers named in the plans. Alignments are not published: only where both ends are
 * printed as addresses a straight schematic line joins their towns; every other one has no place.
 */
export function trunkSewerLayer({ facts, geometry }: CityModel): Feature<'sewer'>[] {
  return facts.trunkSewers.map((fact, at) => {
    const ends = [fact.start_place, fact.end_place].map((place) =>
      place ? townOfAddress(geometry, place) : null,
    );
    const [start, end] = ends;
    const placed = start?.geometry && end?.geometry;
    const place = trunkPlaceWords[placed ? 'schematic' : 'unplaced'];
    return feature(
      'sewer',
      {
        id: `trunk-sewer-${String(at + 1).padStart(2, '0')}`,
        name: fact.name,
        nameEn: fact.name_en,
        plan: fact.plan,
        carries: fact.carries,
        diameterMillimeters: fact.diameter_mm,
        lengthMeters: fact.length_m,
        periodStart: fact.period_start,
        periodEnd: fact.period_end,
        status: fact.status,
        statusBasis: fact.status_basis,
        startPlace: fact.start_place,
        endPlace: fact.end_place,
        source: facts.credits.document.source,
        page: fact.page,
        asOf: fact.asOf,
        method: placed ? 'schematic' : 'transcribed',
        accuracyMeters: placed ? lineAccuracyMeters : null,
        note: fact.note ? `${fact.note}。${place}` : place,
      },
      placed
        ? { type: 'LineString', coordinates: [start.geometry!.coordinates, end.geometry!.coordinates] }
        : null,
    );
  });
}

/** 「博多区住吉1丁目6番地先」→ the point of 住吉一丁目 in 博多区. Throws when no town bears the address. */
function townOfAddress(geometry: CityGeometry, address: string) {
  const parts = /^(.+?区)(.+?)(\d+)丁目/.exec(address);
  if (!parts) throw new Error(`trunk sewers: no 丁目 in ${address}`);
  const [, ward = '', base = '', block = ''] = parts;
  const place = namedPlace(geometry, `${base}${digits[Number(block)]}丁目`, ward);
  if (place.geometry === null) throw new Error(`trunk sewers: ${address}: ${place.note}`);
  return place;
}
