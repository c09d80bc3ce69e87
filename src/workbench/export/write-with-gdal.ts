import { zipSync } from 'fflate';
import type { Geometry } from 'geojson';
import { gdalMessage, openDataset, type Gdal3 } from '../../formats/gdal/gdal3.js';
import type { GdalStopped } from '../../formats/read-failure.js';
import type { ExportFile } from './export-data.js';

/** A GeoJSON of one layer, the name it gets, and the system its numbers are in. */
export interface GdalWrite {
  geoJson: Uint8Array;
  name: string;
  epsg: number;
  format: 'gpkg' | 'shapefile';
}

export type GdalWriteProblem = { reason: 'engine-failed'; detail: string } | GdalStopped;
export type GdalWriteResult = { ok: true; file: ExportFile } | { ok: false; problem: GdalWriteProblem };

let job = 0;

/** GeoPackage, or a zip of shapefiles (one for each kind of geometry: a shapefile holds a single kind). */
export async function writeWithGdal(gdal: Gdal3, request: GdalWrite): Promise<GdalWriteResult> {
  try {
    const file =
      request.format === 'gpkg' ? await geoPackage(gdal, request) : await shapefiles(gdal, request);
    return { ok: true, file };
  } catch (error) {
    return { ok: false, problem: { reason: 'engine-failed', detail: gdalMessage(error) } };
  }
}

async function geoPackage(gdal: Gdal3, { geoJson, name, epsg }: GdalWrite): Promise<ExportFile> {
  const options = ['-f', 'GPKG', '-a_srs', `EPSG:${epsg}`, '-nln', name];
  const files = await convert(gdal, geoJson, options);
  const bytes = files.get('gpkg');
  if (!bytes) throw new Error('no GeoPackage was written');
  return { name: `${name}.gpkg`, bytes, mime: 'application/geopackage+sqlite3' };
}

const kinds = [
  { suffix: 'point', pattern: /Point$/ },
  { suffix: 'line', pattern: /LineString$/ },
  { suffix: 'polygon', pattern: /Polygon$/ },
] as const;

async function shapefiles(gdal: Gdal3, { geoJson, name, epsg }: GdalWrite): Promise<ExportFile> {
  const collection = JSON.parse(new TextDecoder().decode(geoJson)) as {
    features: { geometry: Geometry | null }[];
  };
  const entries: [string, Uint8Array][] = [];
  for (const { suffix, pattern } of kinds) {
    const features = collection.features.filter(
      ({ geometry }) => geometry !== null && pattern.test(geometry.type),
    );
    if (features.length === 0) continue;
    const part = new TextEncoder().encode(JSON.stringify({ ...collection, features }));
    const options = ['-f', 'ESRI Shapefile', '-a_srs', `EPSG:${epsg}`, '-lco', 'ENCODING=UTF-8'];
    const files = await convert(gdal, part, options);
    for (const [extension, bytes] of files) entries.push([`${name}_${suffix}.${extension}`, bytes]);
  }
  if (entries.length === 0) throw new Error('nothing with a place to write');
  return { name: `${name}_shp.zip`, bytes: zipSync(Object.fromEntries(entries)), mime: 'application/zip' };
}

/** Files by extension. The virtual disk is left as it was. */
async function convert(
  gdal: Gdal3,
  geoJson: Uint8Array,
  options: string[],
): Promise<Map<string, Uint8Array>> {
  const { FS } = gdal.Module;
  const id = `write${++job}`;
  FS.writeFile(`/input/${id}.geojson`, geoJson);
  try {
    const path = `/input/${id}.geojson`;
    const dataset = openDataset(gdal, path, { drivers: ['GeoJSON'], options: [], kind: 'vector' });
    try {
      const written = await gdal.ogr2ogr(dataset, options, id);
      const files = new Map<string, Uint8Array>();
      for (const { local } of written.all) {
        // A copy: the engine's memory may move while the next file is written.
        files.set(local.slice(local.lastIndexOf('.') + 1), FS.readFile(local).slice());
        FS.unlink(local);
      }
      return files;
    } finally {
      await gdal.close(dataset);
    }
  } finally {
    FS.unlink(`/input/${id}.geojson`);
  }
}
