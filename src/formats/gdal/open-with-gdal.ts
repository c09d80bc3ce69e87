import * as v from 'valibot';
import type { BoundingBox } from '../../geometry/position.js';
import { asUtf8 } from '../decode-text.js';
import { JsonFeatures } from '../text/json-features.js';
import { jsonFeature } from '../text/open-geojson.js';
import type { ByteSource } from '../byte-source.js';
import { parseCrsName } from '../crs/crs-code.js';
import { crsByEpsg } from '../crs/crs.js';
import { worldDegreesForGdal } from '../crs/datums.js';
import { extensionOf, formatById, stemOf, type FormatId } from '../format-table.js';
import type { Limits } from '../limits.js';
import type { ConvertWithGdal, DeclaredCrs, RawFeature, RawLayer } from '../raw-layer.js';
import { ReadFailure } from '../read-failure.js';
import { EngineBroken, RasterOnly, type GdalPort, type OpenedByGdal } from './gdal-port.js';
import { shapefileEncoding } from './shapefile-encoding.js';

const crsSchema = v.object({
  wkt: v.optional(v.string(), ''),
  projjson: v.optional(
    v.object({
      name: v.optional(v.string(), ''),
      id: v.optional(v.object({ authority: v.string(), code: v.union([v.string(), v.number()]) })),
    }),
  ),
});

/** What `ogrinfo -json` tells, as far as it is used. */
const infoSchema = v.object({
  layers: v.array(
    v.object({
      name: v.string(),
      featureCount: v.optional(v.number()),
      metadata: v.optional(v.record(v.string(), v.record(v.string(), v.unknown())), {}),
      geometryFields: v.optional(
        v.array(
          v.object({
            name: v.optional(v.string(), ''),
            extent: v.optional(v.array(v.nullable(v.number()))),
            coordinateSystem: v.optional(v.nullable(crsSchema)),
          }),
        ),
        [],
      ),
      fields: v.optional(v.array(v.object({ name: v.string() })), []),
    }),
  ),
});
type Layer = v.InferOutput<typeof infoSchema>['layers'][number];
type WrittenCrs = v.InferOutput<typeof crsSchema>;

/** A file and those that belong to it; the first is the one to open. */
export interface GdalSet {
  files: readonly ByteSource[];
  format: FormatId;
  /** Named by the user; goes before what a .cpg says. */
  encoding: string | null;
}

/**
 * The layers of a file GDAL reads, those with a place for geometry. Call `close` when everything has been read.
 * @throws ReadFailure
 */
export async function openWithGdal(
  gdal: GdalPort,
  set: GdalSet,
  limits: Limits,
): Promise<{ layers: RawLayer[]; close: () => Promise<void> }> {
  const [main] = set.files;
  if (!main) throw new RangeError('a set of no files');
  const { format } = set;
  const byExtension = new Map<string, ByteSource>();
  for (const file of set.files) byExtension.set(extensionOf(file.name), await plainText(file, format));
  const encoding = format === 'shapefile' ? (set.encoding ?? (await encodingOf(byExtension))) : null;
  const opened = await gdal
    .open(byExtension, formatById(format).drivers, encoding ? [`ENCODING=${encoding}`] : [])
    .catch((error: unknown) => {
      throw error instanceof RasterOnly
        ? new ReadFailure({ reason: 'raster' })
        : unreadable(error, main.name);
    });
  const info = v.safeParse(infoSchema, opened.info);
  if (!info.success) {
    await opened.close();
    throw new ReadFailure({ reason: 'unreadable', detail: 'ogrinfo' });
  }
  const { layers } = info.output;
  const placed = layers.filter(({ geometryFields }) => geometryFields.length > 0);
  if (placed.length === 0) {
    await opened.close();
    throw new ReadFailure({ reason: layers.length === 0 ? 'no-features' : 'no-geometry' });
  }
  const stem = stemOf(main.name);
  return {
    layers: placed.map((layer) => ({
      ...layerOf(opened, layer, limits),
      name: layers.length === 1 ? stem : layer.name,
      fileName: main.name,
      format,
      encoding: encoding ?? writtenEncoding(layer),
    })),
    close: opened.close,
  };
}

/** What GDAL said, with the file's own name for the path it has at GDAL's. */
function unreadable(error: unknown, name: string): ReadFailure {
  if (error instanceof ReadFailure) return error;
  if (error instanceof EngineBroken) return new ReadFailure({ reason: 'engine-memory' });
  const said = error instanceof Error ? error.message : String(error);
  const detail = said
    .slice(0, 2_000)
    .replace(/`?[\w/]*\/read\d+\/input\.\w+'?/g, () => name)
    .slice(0, 300);
  return new ReadFailure({ reason: 'unreadable', detail });
}

/**
 * Drawings name their code page wrongly as often as not; the bytes tell. The engine is started with
 * DXF_ENCODING=UTF-8 (see gdalEnvironment), so every text drawing is handed over as UTF-8; GeoJSON is UTF-8 by its norm.
 */
async function plainText(file: ByteSource, format: FormatId): Promise<ByteSource> {
  if (format === 'geojson') return asUtf8(file);
  if (format !== 'dxf') return file;
  const head = new TextDecoder('latin1').decode(await file.read(0, 18));
  return head === 'AutoCAD Binary DXF' ? file : asUtf8(file);
}

async function encodingOf(files: ReadonlyMap<string, ByteSource>): Promise<'UTF-8' | 'CP932' | null> {
  const cpg = files.get('cpg');
  const dbf = files.get('dbf');
  return shapefileEncoding(
    cpg ? new TextDecoder('latin1').decode(await cpg.read(0, 100)) : null,
    dbf ? await dbf.read(0, 1 << 18) : new Uint8Array(),
  );
}

function writtenEncoding(layer: Layer): string | null {
  const source = layer.metadata['SHAPEFILE']?.['SOURCE_ENCODING'];
  return typeof source === 'string' && source !== '' ? source : null;
}

type Described = Omit<RawLayer, 'name' | 'fileName' | 'format' | 'encoding'>;

function layerOf(opened: OpenedByGdal, layer: Layer, limits: Limits): Described {
  const [geometry] = layer.geometryFields;
  const written = geometry?.coordinateSystem ?? null;
  const crs = declaredCrs(written);
  const count = layer.featureCount ?? -1;
  return {
    fields: new Set(layer.fields.map(({ name }) => name)),
    crs,
    featureCount: count < 0 ? null : count,
    extent: boxOf(geometry?.extent ?? []),
    notes: [],
    features: () => rowsOf(opened, ['-a_srs', 'None', layer.name], limits),
    convertWithGdal: converter(opened, layer, limits, crs, written),
  };
}

function boxOf([west, south, east, north]: readonly (number | null)[]): BoundingBox | null {
  const numbers = [west, south, east, north].map((value) => value ?? NaN);
  return numbers.every(Number.isFinite) ? (numbers as [number, number, number, number]) : null;
}

/** Null where the file says nothing. */
function declaredCrs(written: WrittenCrs | null): DeclaredCrs | null {
  if (!written || written.wkt === '') return null;
  const name = written.projjson?.name || (/^\w+\[\s*"([^"]*)"/.exec(written.wkt)?.[1] ?? '');
  const id = written.projjson?.id;
  const epsg = id ? parseCrsName(`${id.authority}:${id.code}`) : null;
  return {
    epsg,
    name,
    from: 'file',
    oldDatum: /DATUM\["(D_)?Tokyo/i.test(written.wkt) || /\["Tokyo"/.test(written.wkt),
    ...(isOnEarth(written) ? {} : { local: true }),
  };
}

/** A drawing's "unknown engineering system" names nothing on earth. */
const isOnEarth = ({ wkt }: WrittenCrs) => wkt !== '' && !/^(LOCAL_CS|ENGCRS)/.test(wkt);

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

function converter(
  opened: OpenedByGdal,
  layer: Layer,
  limits: Limits,
  declared: DeclaredCrs | null,
  written: WrittenCrs | null,
): ConvertWithGdal {
  return ({ crs, swapped }) => {
    const options = ['-t_srs', worldDegreesForGdal];
    const source = sourceDefinition(crs, declared, written);
    if (source !== null) options.unshift('-s_srs', source);
    if (!swapped) return rowsOf(opened, [...options, layer.name], limits, crs);
    const geometry = quoted(layer.geometryFields[0]?.name || 'geometry');
    const columns = [
      `SwapCoords(${geometry}) AS ${geometry}`,
      ...layer.fields.map(({ name }) => quoted(name)),
    ];
    const sql = `SELECT ${columns.join(', ')} FROM ${quoted(layer.name)}`;
    return rowsOf(opened, [...options, '-dialect', 'SQLite', '-sql', sql], limits, crs);
  };
}

/**
 * A system of ours by our own table instead of GDAL's choice, so that a file and a pasted list of the same figures land
 * on the same spot: of the old datum GDAL knows several shifts.
 */
function sourceDefinition(
  named: string | null,
  declared: DeclaredCrs | null,
  written: WrittenCrs | null,
): string | null {
  const epsg = named === null ? (declared?.epsg ?? null) : parseCrsName(named);
  const known = epsg === null ? undefined : crsByEpsg(epsg);
  if (known?.datum === 'tokyo') return known.definition;
  return named ?? (written && isOnEarth(written) ? written.wkt : null);
}

/**
 * Reads through ogr2ogr into lines of GeoJSON, then those line by line.
 * @param named coordinate system that a user named, which GDAL may not know
 */
async function* rowsOf(
  opened: OpenedByGdal,
  options: readonly string[],
  limits: Limits,
  named: string | null = null,
): AsyncGenerator<RawFeature> {
  const written = ['-f', 'GeoJSONSeq', '-lco', 'RS=NO', '-lco', 'COORDINATE_PRECISION=9', '-skipfailures'];
  // One more than may be, so that it is seen: a view of a GeoPackage may have no end.
  if (Number.isFinite(limits.features)) written.push('-limit', String(limits.features + 1));
  const walker = new JsonFeatures(limits);
  try {
    for await (const piece of opened.convert([...written, ...options]))
      for (const { bytes } of walker.push(piece))
        yield jsonFeature(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (error) {
    if (error instanceof ReadFailure) throw error;
    if (error instanceof EngineBroken) throw new ReadFailure({ reason: 'engine-memory' });
    const detail = (error instanceof Error ? error.message : String(error)).slice(0, 300);
    const saysCrs = options.includes('-s_srs') && /srs|crs/i.test(detail);
    // In Node GDAL's last words are of what followed from it.
    if (named !== null && crsByEpsg(parseCrsName(named) ?? 0) === undefined)
      throw new ReadFailure({ reason: 'crs-unknown', detail: saysCrs ? detail : `${named}: ${detail}` });
    throw new ReadFailure({ reason: saysCrs ? 'crs-unknown' : 'unreadable', detail });
  }
  if (!walker.complete) throw new ReadFailure({ reason: 'truncated' });
}
