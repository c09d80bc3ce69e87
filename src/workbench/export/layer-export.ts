import type { Feature } from 'geojson';
import { cleanGeometry } from '../overlay/clean-geometry.js';
import type { CellValue } from '../overlay/overlay.js';
import type { ExportData } from './export-data.js';

/** One of the map's own layers for export; its credit is made of the features' own sources and dates. */
export function layerAsExport(
  name: string,
  features: readonly Feature[],
  credit: (sources: string, asOf: string) => string,
): ExportData {
  const texts = (property: string) => [
    ...new Set(
      features.map(({ properties }) => String(properties?.[property] ?? '')).filter((text) => text !== ''),
    ),
  ];
  return {
    name,
    credit: credit(texts('source').join(' / '), texts('asOf').sort().at(-1) ?? ''),
    features: features.map(({ geometry, properties }) => ({
      geometry: cleanGeometry(geometry, { broken: 0, closedRings: 0, selfCrossing: 0, positions: 0 }),
      properties: Object.fromEntries(
        Object.entries(properties ?? {}).map(([key, value]) => [key, toCell(value)]),
      ),
    })),
  };
}

function toCell(value: unknown): CellValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.join(';') : JSON.stringify(value);
}
