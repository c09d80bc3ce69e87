import { parseCrsName } from './crs/crs-code.js';
import { crsByEpsg } from './crs/crs.js';
import type { FileSet } from './file-sets.js';
import { formatById } from './format-table.js';
import type { GdalPort, StartGdal } from './gdal/gdal-port.js';
import { openWithGdal } from './gdal/open-with-gdal.js';
import type { Limits } from './limits.js';
import type { RawLayer } from './raw-layer.js';
import { ReadFailure } from './read-failure.js';
import { openCsv } from './text/open-csv.js';
import { openGeoJson } from './text/open-geojson.js';
import { openKml } from './text/open-kml.js';
import { openSfc } from './text/open-sfc.js';

export interface OpenOptions {
  limits: Limits;
  /** Starts GDAL when the first file needs it; null where there is none. */
  startGdal: StartGdal | null;
  /** Code of a coordinate system named by the user; goes before what the file says. */
  crs?: string | null;
  /** Named by the user for a shapefile's table; goes before what its .cpg says. */
  encoding?: 'UTF-8' | 'CP932' | null;
  /** Who reads a GeoJSON in a system that our table lacks: GDAL, or nobody, so that the user can be asked. */
  foreignCrs: 'gdal' | 'ask';
}

export interface OpenedSet {
  layers: RawLayer[];
  /** Call it when everything has been read. */
  close: () => Promise<void>;
}

/** One reader a format, all of one shape. GDAL's formats go through the engine. */
const ownReaders = { geojson: openGeoJson, csv: openCsv, kml: openKml, sfc: openSfc } as const;

/** Opens a set of files: its layers, whose features are read when they are asked for. @throws ReadFailure */
export async function openSet(set: FileSet, options: OpenOptions): Promise<OpenedSet> {
  const { reader } = formatById(set.format);
  const opened = reader === 'gdal' ? await withGdal(set, options) : await withOwnReader(set, reader, options);
  return {
    ...opened,
    layers: opened.layers.map((layer) => ({ ...layer, notes: [...set.notes, ...layer.notes] })),
  };
}

async function withOwnReader(
  set: FileSet,
  reader: keyof typeof ownReaders,
  options: OpenOptions,
): Promise<OpenedSet> {
  const [main] = set.files;
  const layer = await ownReaders[reader](main, options.limits);
  const epsg = options.crs ? parseCrsName(options.crs) : (layer.crs?.epsg ?? null);
  const isOurs = epsg !== null && crsByEpsg(epsg) !== undefined;
  if (reader !== 'geojson' || isOurs || options.foreignCrs === 'ask')
    return { layers: [layer], close: () => Promise.resolve() };
  const converted = await withGdal(set, options);
  // GDAL leaves out columns without a value.
  return { ...converted, layers: converted.layers.map((each) => ({ ...each, fields: layer.fields })) };
}

async function withGdal(set: FileSet, options: OpenOptions): Promise<OpenedSet> {
  const [main] = set.files;
  const gdal = await started(options.startGdal, `${main.name}: ${set.format}`);
  const { format, files } = set;
  return openWithGdal(gdal, { format, files, encoding: options.encoding ?? null }, options.limits);
}

async function started(start: StartGdal | null, what: string): Promise<GdalPort> {
  if (start === null) throw new ReadFailure({ reason: 'needs-gdal', detail: what });
  try {
    return await start();
  } catch (error) {
    if (error instanceof ReadFailure) throw error;
    throw new ReadFailure({
      reason: 'engine-failed',
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}
