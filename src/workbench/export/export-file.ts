import type { PlaneEpsg } from '../../geometry/plane-rectangular.js';
import {
  safeFileName,
  type ExportData,
  type ExportFile,
  type ExportFormat,
  type ExportSystem,
} from './export-data.js';
import { toCsv } from './to-csv.js';
import { toDxfLayers } from './to-dxf-layers.js';
import { toGeoJson } from './to-geojson.js';
import type { GdalWrite, GdalWriteProblem, GdalWriteResult } from './write-with-gdal.js';

export type ExportResult = { ok: true; file: ExportFile } | { ok: false; problem: ExportProblem };
export type ExportProblem = { reason: 'nothing' } | GdalWriteProblem;

/** EPSG code written into the file for degrees: JGD2011. */
const degreesEpsg = 6668;

/** One layer as a file in the wanted format and system. `writeGdal` is asked for the formats GDAL writes. */
export async function exportFile(
  data: ExportData,
  format: ExportFormat,
  system: ExportSystem,
  epsg: PlaneEpsg,
  writeGdal: (request: GdalWrite) => Promise<GdalWriteResult>,
): Promise<ExportResult> {
  if (data.features.length === 0) return { ok: false, problem: { reason: 'nothing' } };
  const name = safeFileName(data.name);
  const done = (extension: string, bytes: Uint8Array, mime: string): ExportResult => ({
    ok: true,
    file: { name: `${name}.${extension}`, bytes, mime },
  });
  switch (format) {
    case 'geojson':
      return done('geojson', toGeoJson(data, system, epsg), 'application/geo+json');
    case 'csv':
      return done('csv', toCsv(data, system, epsg), 'text/csv');
    case 'dxf':
      return done('dxf', toDxfLayers([data], system, epsg), 'application/dxf');
    default: {
      const geoJson = toGeoJson(data, system, epsg);
      return writeGdal({
        geoJson,
        name,
        epsg: system === 'plane' ? epsg : degreesEpsg,
        format,
      });
    }
  }
}
