import type { Position } from '../../src/geometry/position.js';
import { featureOfRow } from '../../src/geometry/table-features.js';
import { distanceMeters, toGrid } from '../mesh/grid.js';
import { rewind } from '../mesh/rewind.js';
import { feature, type Feature } from './feature.js';
import type { CityFacts, Credit } from './city-facts.js';
import type { CityGeometry } from './city-geometry.js';
import type { CityModel } from './city-model.js';

export function neighbourLayer({ facts, geometry: { neighbours } }: CityModel): Feature<'context'>[] {
  return neighbours.map(({ properties: { code, name, nameEn }, geometry }) =>
    feature(
      'context',
      {
        id: `neighbour-${code}`,
        name,
        nameEn,
        ...facts.credits.wards,
        page: null,
        method: 'official',
        accuracyMeters: 40,
        note: null,
      },
      rewind(geometry),
    ),
  );
}

/** Credit of an operator's lines and stations. */
const railwayCredit = ({ operatorCredits, credits }: CityFacts, operator: string): Credit =>
  operatorCredits.find((each) => operator.startsWith(each.operator))?.credit ?? credits.railways;

export function railwayLayer({ facts, geometry: { railways } }: CityModel): Feature<'context'>[] {
  return railways.map(({ properties: { line, lineEn, operator }, geometry }, at) =>
    feature(
      'context',
      {
        id: `railway-${at + 1}`,
        name: line,
        nameEn: lineEn,
        ...railwayCredit(facts, operator),
        page: null,
        method: 'official',
        accuracyMeters: 50,
        note: facts.railwayNotes[line] ?? null,
      },
      geometry,
    ),
  );
}

/** One point a station: entries of the same name within 600 m are lines of one station; the most exact stays. */
export function stationLayer({ facts, geometry: { stations } }: CityModel): Feature<'context'>[] {
  const groups: { rows: CityGeometry['stations']; position: Position }[] = [];
  for (const row of [...stations].sort((a, b) => a.accuracyMeters - b.accuracyMeters)) {
    const position: Position = [row.longitude, row.latitude];
    const group = groups.find(
      ({ rows, position: other }) =>
        rows[0]!.name === row.name && distanceMeters(toGrid(position), toGrid(other)) < 600,
    );
    if (group === undefined) groups.push({ rows: [row], position });
    else group.rows.push(row);
  }
  return groups.map(({ rows }, at) => {
    const best = rows[0]!;
    const lines = [...new Set(rows.map((row) => row.line))].join('・');
    return feature(
      'context',
      {
        id: `station-${String(at + 1).padStart(3, '0')}`,
        name: best.name,
        nameEn: best.nameEn,
        ...railwayCredit(facts, best.operator),
        page: null,
        method: 'official',
        accuracyMeters: best.accuracyMeters,
        note: `${lines}。`,
      },
      featureOfRow(best).geometry,
    );
  });
}

/** Rivers: official along ward borders, elsewhere only their run between places known to lie beside them. */
export function riverLayer({ facts, geometry: { rivers } }: CityModel): Feature<'context'>[] {
  return rivers.map(({ properties, geometry }, at) =>
    feature(
      'context',
      {
        ...properties,
        id: `river-${String(at + 1).padStart(2, '0')}`,
        ...facts.credits.rivers,
        page: null,
      },
      geometry,
    ),
  );
}
