import type { PlaneEpsg } from '../../geometry/plane-rectangular.js';
import { csvLine } from '../../service/csv.js';
import { byteOrderMark } from '../../formats/encoding-of-start.js';
import { toWkt } from '../../formats/text/wkt.js';
import { propertyOf } from '../overlay/property-of.js';
import { decimals, inSystem, type ExportData, type ExportSystem } from './export-data.js';

/** Names of the coordinate columns; in the plane X is north and Y is east, as surveyors write. */
const coordinateColumns: Readonly<Record<ExportSystem, readonly [string, string]>> = {
  degrees: ['longitude', 'latitude'],
  plane: ['X', 'Y'],
};

/**
 * A table with a header row. Points get two coordinate columns; with lines or areas inside there is one column
 * of well-known text instead (east before north). A byte order mark lets spreadsheets see that it is UTF-8.
 */
export function toCsv(data: ExportData, system: ExportSystem, epsg: PlaneEpsg): Uint8Array {
  const fields = [...new Set(data.features.flatMap(({ properties }) => Object.keys(properties)))];
  const onlyPoints = data.features.every(({ geometry }) => geometry === null || geometry.type === 'Point');
  const taken = new Set(fields);
  const free = (name: string): string => (taken.has(name) ? free(`${name}_`) : name);
  const extra = (onlyPoints ? coordinateColumns[system] : ['WKT']).map(free);
  const lines = [csvLine([...fields, ...extra])];
  for (const { geometry, properties } of data.features) {
    const cells = fields.map((field) => propertyOf(properties, field) ?? null);
    const placed = geometry && inSystem(geometry, system, epsg);
    if (!onlyPoints) cells.push(placed && toWkt(placed, decimals[system]));
    else {
      const [east = null, north = null] = placed?.type === 'Point' ? placed.coordinates : [];
      cells.push(...(system === 'degrees' ? [east, north] : [north, east]));
    }
    lines.push(csvLine(cells));
  }
  return new TextEncoder().encode(byteOrderMark + lines.join(''));
}
