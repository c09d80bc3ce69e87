import * as v from 'valibot';
import { decodeText, isUtf8 } from './decode-text.js';
import { extensionOf, stemOf, type FormatId } from './formats.js';
import { gdalMessage, type GdalDataset, type GdalEngine } from './gdal-engine.js';
import { limits } from './limits.js';
import { OverlayFailure, type OverlayNote } from './overlay.js';
import type { DeclaredCrs, RawLayer } from './raw-layer.js';
import { planeDefinition } from './plane-zones.js';

/** A file and the ones that belong to it, by name; `main` is the one to open. */
export interface FileSet {
  main: string;
  format: FormatId;
  files: ReadonlyMap<string, Uint8Array>;
}

const infoSchema = v.object({
  layers: v.array(
    v.object({
      name: v.string(),
      featureCount: v.optional(v.number(), 0),
      geometryFields: v.optional(
        v.array(
          v.object({
            coordinateSystem: v.optional(
              v.nullable(v.object({ wkt: v.optional(v.string(), ''), projjson: v.optional(v.unknown()) })),
            ),
          }),
        ),
        [],
      ),
    }),
  ),
});
type LayerInfo = v.InferOutput<typeof infoSchema>['layers'][number];

const worldDegrees = '+proj=longlat +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +no_defs';
const tokyoShift = '+ellps=bessel +towgs84=-146.414,507.337,680.507,0,0,0,0';
let job = 0;

/**
 * Layers of a file by GDAL. With a system it knows, the coordinates come out in degrees; without one they stay
 * the file's own numbers. Throws OverlayFailure. The virtual files are removed again, also after a failure.
 */
export async function readWithGdal(
  gdal: GdalEngine,
  set: FileSet,
  onLayer: (done: number, total: number) => void = () => undefined,
): Promise<RawLayer[]> {
  const folder = `/input/read${++job}`;
  const { FS } = gdal.Module;
  FS.mkdir(folder);
  try {
    // Plain names inside the virtual disk: gdal3.js cuts a path at its first dot.
    for (const [name, bytes] of set.files)
      FS.writeFile(`${folder}/data.${extensionOf(name)}`, set.format === 'dxf' ? dxfAsUtf8(bytes) : bytes);
    const dataset = await open(gdal, `${folder}/data.${extensionOf(set.main)}`, openOptions(set));
    try {
      return await readLayers(gdal, dataset, set, onLayer);
    } finally {
      await gdal.close(dataset);
    }
  } finally {
    for (const name of FS.readdir(folder)) if (name !== '.' && name !== '..') FS.unlink(`${folder}/${name}`);
    FS.rmdir(folder);
  }
}

async function open(gdal: GdalEngine, path: string, options: string[]): Promise<GdalDataset> {
  let dataset: GdalDataset | undefined;
  try {
    dataset = (await gdal.open(path, options)).datasets[0];
  } catch (error) {
    throw new OverlayFailure({ reason: 'unreadable', detail: gdalMessage(error) });
  }
  if (!dataset) throw new OverlayFailure({ reason: 'unreadable', detail: '' });
  if (dataset.type === 'raster') throw new OverlayFailure({ reason: 'raster' });
  return dataset;
}

/**
 * Drawings name their code page wrongly as often as not; the bytes tell. The engine is started with
 * DXF_ENCODING=UTF-8 (see gdalEnvironment), so every text drawing is handed over as UTF-8.
 */
function dxfAsUtf8(bytes: Uint8Array): Uint8Array {
  const binary = bytes[0] === 0x41 && bytes[1] === 0x75 && bytes[2] === 0x74;
  return binary || isUtf8(bytes) ? bytes : new TextEncoder().encode(decodeText(bytes).text);
}

/** A .dbf that names no encoding is UTF-8 if its bytes are, and CP932 otherwise; GDAL would take Latin-1. */
function openOptions(set: FileSet): string[] {
  if (set.format !== 'shapefile') return [];
  const encoding = shapefileEncoding(set);
  return encoding ? [`ENCODING=${encoding}`] : [];
}

function shapefileEncoding(set: FileSet): string | null {
  const file = (extension: string) => [...set.files].find(([name]) => extensionOf(name) === extension)?.[1];
  if (file('cpg')) {
    const named = decodeText(file('cpg') ?? new Uint8Array()).text.trim();
    // Names GDAL does not know, as Japanese tools write them.
    return /^(sjis|shift[-_]?jis|ms932|windows-31j|932)$/i.test(named) ? 'CP932' : null;
  }
  const table = file('dbf');
  if (!table || (table[29] ?? 0) !== 0) return null;
  return isUtf8(table.subarray(32)) ? 'UTF-8' : 'CP932';
}

async function readLayers(
  gdal: GdalEngine,
  dataset: GdalDataset,
  set: FileSet,
  onLayer: (done: number, total: number) => void,
): Promise<RawLayer[]> {
  const info = v.safeParse(infoSchema, await gdal.ogrinfo(dataset, ['-so', '-al']));
  if (!info.success) throw new OverlayFailure({ reason: 'unreadable', detail: 'ogrinfo' });
  const filled = info.output.layers.filter((layer) => layer.featureCount !== 0);
  if (filled.length === 0) throw new OverlayFailure({ reason: 'no-features' });
  const layers: RawLayer[] = [];
  for (const [index, layer] of filled.entries()) {
    onLayer(index, filled.length);
    if (layer.featureCount > limits.features)
      throw new OverlayFailure({ reason: 'too-many-features', limit: limits.features });
    layers.push(await readLayer(gdal, dataset, set, layer, filled.length === 1));
  }
  return layers;
}

async function readLayer(
  gdal: GdalEngine,
  dataset: GdalDataset,
  set: FileSet,
  layer: LayerInfo,
  only: boolean,
): Promise<RawLayer> {
  const crs = declared(layer);
  const options = [
    '-f',
    'GeoJSON',
    '-lco',
    'COORDINATE_PRECISION=9',
    '-lco',
    'WRITE_BBOX=NO',
    '-skipfailures',
  ];
  if (crs.kind === 'degrees') options.push('-s_srs', sourceDefinition(crs, layer), '-t_srs', worldDegrees);
  else options.push('-lco', 'RFC7946=NO');
  options.push(layer.name);
  const output = `layer${++job}`;
  try {
    const written = await gdal.ogr2ogr(dataset, options, output);
    const bytes = gdal.Module.FS.readFile(written.local);
    gdal.Module.FS.unlink(written.local);
    const { features } = JSON.parse(new TextDecoder().decode(bytes)) as { features?: unknown[] };
    const name = only ? stemOf(set.main) : `${stemOf(set.main)} ${layer.name}`;
    return {
      name,
      fileName: set.main,
      format: set.format,
      crs,
      features: features ?? [],
      notes: notesOf(crs),
    };
  } catch (error) {
    if (error instanceof OverlayFailure) throw error;
    throw new OverlayFailure({ reason: 'unreadable', detail: gdalMessage(error) });
  }
}

function notesOf(crs: DeclaredCrs): OverlayNote[] {
  return crs.kind === 'degrees' && crs.oldDatum ? [{ reason: 'old-datum', accuracyMeters: 10 }] : [];
}

function declared(layer: LayerInfo): DeclaredCrs {
  const system = layer.geometryFields[0]?.coordinateSystem;
  if (!system || system.wkt === '') return { kind: 'unknown', declared: null };
  const name = /^\w+\[\s*"([^"]*)"/.exec(system.wkt)?.[1] ?? '';
  // A drawing's "unknown engineering system" names nothing on earth.
  if (/^(LOCAL_CS|ENGCRS)/.test(system.wkt)) return { kind: 'unknown', declared: name };
  const epsg = epsgOf(system.projjson);
  return { kind: 'degrees', declared: name, epsg, oldDatum: isTokyo(system.wkt) };
}

function epsgOf(projjson: unknown): number | null {
  const id = (projjson as { id?: { authority?: unknown; code?: unknown } } | undefined)?.id;
  return id?.authority === 'EPSG' && typeof id.code === 'number' ? id.code : null;
}

function isTokyo(wkt: string): boolean {
  return /DATUM\["(D_)?Tokyo/i.test(wkt) || /\["Tokyo"/.test(wkt);
}

/**
 * For the old datum our own three parameters instead of GDAL's choice, so that a file and a pasted list of
 * the same figures land on the same spot.
 */
function sourceDefinition(crs: DeclaredCrs & { kind: 'degrees' }, layer: LayerInfo): string {
  if (crs.epsg !== null && crs.epsg >= 30161 && crs.epsg <= 30179)
    return planeDefinition(crs.epsg - 30160, tokyoShift);
  if (crs.epsg === 4301) return `+proj=longlat ${tokyoShift} +no_defs`;
  return layer.geometryFields[0]?.coordinateSystem?.wkt ?? '';
}
