import { featureOfRow } from '../../src/geometry/table-features.js';
import { distanceMeters, toGrid, type Position } from '../mesh/grid.js';
import { rewind } from '../mesh/rewind.js';
import { credits, dates } from './credits.js';
import { feature, type Feature } from './feature.js';
import type { Inputs } from './inputs.js';

export function neighbourLayer({ neighbours }: Inputs): Feature<'context'>[] {
  return neighbours.map(({ properties: { code, name, nameEn }, geometry }) =>
    feature(
      'context',
      {
        id: `neighbour-${code}`,
        name,
        nameEn,
        source: credits.wards,
        page: null,
        asOf: dates.wards,
        method: 'official',
        accuracyMeters: 40,
        note: null,
      },
      rewind(geometry),
    ),
  );
}

const isSubway = (operator: string): boolean => operator.startsWith('福岡市');

export function railwayLayer({ railways }: Inputs): Feature<'context'>[] {
  return railways.map(({ properties: { line, lineEn, operator }, geometry }, at) =>
    feature(
      'context',
      {
        id: `railway-${at + 1}`,
        name: line,
        nameEn: lineEn,
        source: isSubway(operator) ? credits.subway : credits.railways,
        page: null,
        asOf: isSubway(operator) ? dates.subway : dates.railways,
        method: 'official',
        accuracyMeters: 50,
        note: line === '七隈線' ? '2023年3月に開業した天神南から博多までの区間は入っていません。' : null,
      },
      geometry,
    ),
  );
}

/** One point a station: entries of the same name within 600 m are lines of one station; the most exact stays. */
export function stationLayer({ stations }: Inputs): Feature<'context'>[] {
  const groups: { rows: Inputs['stations']; position: Position }[] = [];
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
        source: isSubway(best.operator) ? credits.subway : credits.railways,
        page: null,
        asOf: isSubway(best.operator) ? dates.subway : dates.railways,
        method: 'official',
        accuracyMeters: best.accuracyMeters,
        note: `${lines}。`,
      },
      featureOfRow(best).geometry,
    );
  });
}

/** Rivers: official along ward borders, elsewhere only their run between places known to lie beside them. */
export function riverLayer({ rivers }: Inputs): Feature<'context'>[] {
  return rivers.map(({ properties, geometry }, at) =>
    feature(
      'context',
      {
        ...properties,
        id: `river-${String(at + 1).padStart(2, '0')}`,
        source: credits.rivers,
        page: null,
        asOf: dates.wards,
      },
      geometry,
    ),
  );
}
