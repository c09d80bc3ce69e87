import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'fflate';
import { afterAll } from 'vitest';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { gdalEngine } from '../../../geodata/import/read/gdal-engine.js';

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

const codes = new Map<string, number[]>();
/** CP932 bytes, by turning the decoder's table round. */
export function cp932(text: string): Uint8Array {
  if (codes.size === 0) {
    const decoder = new TextDecoder('shift_jis');
    for (let lead = 0x81; lead <= 0xfc; lead++)
      for (let trail = 0x40; trail <= 0xfc; trail++) {
        const character = decoder.decode(Uint8Array.of(lead, trail));
        if (character.length === 1 && character !== '\ufffd' && !codes.has(character))
          codes.set(character, [lead, trail]);
      }
  }
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0) ?? 0;
      const bytes = code < 0x80 ? [code] : codes.get(character);
      if (!bytes) throw new Error(`${character} is not in CP932`);
      return bytes;
    }),
  );
}

export interface ZipMember {
  path: string;
  data: Uint8Array | string;
  encoding?: 'cp932' | 'utf8';
  /** Sizes to write instead of the true ones. */
  claimed?: { unpacked?: number; packed?: number };
  encrypted?: boolean;
  stored?: boolean;
}

/** A zip as Windows writes it: names in CP932 without the UTF-8 flag, unless told otherwise. */
export function zip(members: readonly ZipMember[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { path, data, encoding = 'cp932', claimed, encrypted = false, stored = false } of members) {
    const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
    const packed = stored ? bytes : deflateSync(bytes);
    const name = encoding === 'cp932' ? cp932(path) : new TextEncoder().encode(path);
    const flags = (encoding === 'utf8' ? 0x800 : 0) | (encrypted ? 1 : 0);
    const head = (signature: number, length: number, at: number) => {
      const buffer = new Uint8Array(length);
      const view = new DataView(buffer.buffer);
      view.setUint32(0, signature, true);
      view.setUint16(at, 20, true);
      view.setUint16(at + 2, flags, true);
      view.setUint16(at + 4, stored ? 0 : 8, true);
      view.setUint32(at + 14, claimed?.packed ?? packed.length, true);
      view.setUint32(at + 18, claimed?.unpacked ?? bytes.length, true);
      view.setUint16(at + 22, name.length, true);
      return { buffer, view };
    };
    const local = head(0x04034b50, 30, 4);
    const entry = head(0x02014b50, 46, 6);
    entry.view.setUint32(42, offset, true);
    parts.push(local.buffer, name, packed);
    directory.push(entry.buffer, name);
    offset += 30 + name.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, members.length, true);
  view.setUint16(10, members.length, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return Buffer.concat([...parts, ...directory, end]);
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
  const folder = testFolder();
  const source = join(folder, 'source.geojson');
  const collection: FeatureCollection<Geometry | null> = {
    type: 'FeatureCollection',
    features: [...features],
  };
  writeFileSync(source, JSON.stringify(collection));
  const { gdal, complaints } = await gdalEngine();
  const [dataset] = (await gdal.open(source)).datasets;
  if (!dataset) throw new Error('GDAL opened nothing');
  const options = ['-f', format, '-s_srs', 'EPSG:4326', '-t_srs', crs, ...extra];
  if (format === 'ESRI Shapefile') options.push('-lco', `ENCODING=${encoding}`);
  if (format === 'GML') options.push('-dsco', 'FORMAT=GML3');
  const output = await gdal.ogr2ogr(dataset, options, `made${++made}`);
  await gdal.close(dataset);
  complaints();
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
