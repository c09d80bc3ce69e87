import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { openDataset } from '../../../src/formats/gdal/gdal3.js';
import { gdal3 } from '../../../src/formats/node/gdal-in-node.js';
import type { ZipMember } from '../../formats/make-zip.js';

export { cp932, zip, type ZipMember } from '../../formats/make-zip.js';

const folders: string[] = [];
afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});
/** A folder that goes when the test file ends. */
export function testFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'mizumichi-test-'));
  folders.push(path);
  return path;
}

export type Properties = Record<string, string | number | boolean | null>;
export const feature = (properties: Properties, geometry: Geometry | null): Feature<Geometry | null> => ({
  type: 'Feature',
  properties,
  geometry,
});

/** A GeoJSON text as 国土数値情報 publishes it: named, with the old `crs` member. */
export function ksjGeoJson(
  name: string,
  features: readonly Feature<Geometry | null>[],
  crs: string | null = 'urn:ogc:def:crs:EPSG::6668',
): string {
  const head = {
    type: 'FeatureCollection',
    name,
    ...(crs ? { crs: { type: 'name', properties: { name: crs } } } : {}),
  };
  return JSON.stringify({ ...head, features });
}

/** Counter-clockwise box around a point, half sides in degrees. */
export function box([x, y]: readonly [number, number], half = 0.001, halfNorth = half): Position[] {
  const corners = [
    [-half, -halfNorth],
    [half, -halfNorth],
    [half, halfNorth],
    [-half, halfNorth],
    [-half, -halfNorth],
  ];
  return corners.map(([east = 0, north = 0]) =>
    [x + east, y + north].map((value) => Math.round(value * 1e6) / 1e6),
  );
}
export const polygon = (...rings: Position[][]): Geometry => ({ type: 'Polygon', coordinates: rings });
export const point = (longitude: number, latitude: number): Geometry => ({
  type: 'Point',
  coordinates: [longitude, latitude],
});

export interface GdalMake {
  /** GDAL's format name. */
  format: 'ESRI Shapefile' | 'GPKG' | 'FlatGeobuf' | 'GML';
  /** Coordinate system of the file written; the features come in WGS84 degrees. */
  crs: string;
  encoding?: 'CP932' | 'UTF-8';
  extra?: string[];
}
let made = 0;

/** Writes features through GDAL and gives the bytes of every file it wrote, by extension. */
export async function makeWithGdal(
  features: readonly Feature<Geometry | null>[],
  { format, crs, encoding = 'UTF-8', extra = [] }: GdalMake,
): Promise<Map<string, Uint8Array>> {
  const collection: FeatureCollection<Geometry | null> = {
    type: 'FeatureCollection',
    features: [...features],
  };
  const gdal = await gdal3();
  made++;
  const source = '/input/source.geojson';
  gdal.Module.FS.writeFile(source, new TextEncoder().encode(JSON.stringify(collection)));
  const dataset = openDataset(gdal, source, { drivers: ['GeoJSON'], options: [], kind: 'vector' });
  const options = ['-f', format, '-s_srs', 'EPSG:4326', '-t_srs', crs, ...extra];
  if (format === 'ESRI Shapefile') options.push('-lco', `ENCODING=${encoding}`);
  if (format === 'GML') options.push('-dsco', 'FORMAT=GML3');
  const output = await gdal.ogr2ogr(dataset, options, `made${made}`);
  await gdal.close(dataset);
  const base = output.real.slice(0, output.real.lastIndexOf('.'));
  const ends = {
    'ESRI Shapefile': ['shp', 'shx', 'dbf', 'prj', 'cpg'],
    GPKG: ['gpkg'],
    FlatGeobuf: ['fgb'],
    GML: ['gml'],
  };
  return new Map(
    ends[format].map((end) => {
      const bytes = new Uint8Array(readFileSync(`${base}.${end}`));
      rmSync(`${base}.${end}`);
      return [end, bytes] as const;
    }),
  );
}

/** Members of a zip from a shapefile's parts. */
export function shapefileMembers(
  parts: ReadonlyMap<string, Uint8Array>,
  stem: string,
  without: string[] = [],
): ZipMember[] {
  return [...parts].flatMap(([end, data]) =>
    without.includes(end) ? [] : [{ path: `${stem}.${end}`, data }],
  );
}
