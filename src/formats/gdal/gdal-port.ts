import type { ByteSource } from '../byte-source.js';
import { gdalMessage, openDataset, type Gdal3, type GdalDataset } from './gdal3.js';

/** A file GDAL holds open, with what it knows of it (as `ogrinfo -json` tells). */
export interface OpenedByGdal {
  info: unknown;
  /** Converts with ogr2ogr options and gives the output in pieces; nothing of it is left behind. */
  convert: (options: readonly string[]) => AsyncIterable<Uint8Array>;
  close: () => Promise<void>;
}

/** A file and those that belong to it, by extension; the first is the one to open. */
export type FilesByExtension = ReadonlyMap<string, ByteSource>;

/** GDAL, wherever it runs: in Node on files, in a browser's worker on files in memory. */
export interface GdalPort {
  /**
   * Opens a file with the named drivers only. It stands alone in a folder of its own, as `input.<extension>` with its
   * companions: GDAL sees no other file, no path of the user's, and may write beside it.
   * @throws Error with what GDAL said
   */
  open: (
    files: FilesByExtension,
    drivers: readonly string[],
    options: readonly string[],
  ) => Promise<OpenedByGdal>;
}

/** Starts GDAL when the first file needs it. */
export type StartGdal = () => Promise<GdalPort>;

/** Where GDAL's files lie. */
export interface GdalDisk {
  /** Puts files into a folder of their own, as `input.<extension>`. */
  place: (files: FilesByExtension) => Promise<{ folder: string; remove: () => Promise<void> }>;
  /** What ogr2ogr wrote, in pieces; it is gone afterwards. */
  take: (written: { local: string; real: string }) => AsyncIterable<Uint8Array>;
}

let outputs = 0;

/** GDAL on a disk. */
export function gdalPort(engine: Gdal3, disk: GdalDisk): GdalPort {
  return {
    open: async (files, drivers, options) => {
      const { folder, remove } = await disk.place(files);
      let dataset: GdalDataset | null = null;
      try {
        const [extension = ''] = files.keys();
        const path = `${folder}/input.${extension}`;
        dataset = openVector(engine, path, drivers, options);
        return opened(engine, disk, dataset, await engine.ogrinfo(dataset, ['-so', '-al']), remove);
      } catch (error) {
        if (dataset) await engine.close(dataset);
        await remove();
        throw error instanceof Error ? error : new Error(gdalMessage(error), { cause: error });
      }
    },
  };
}

/** GDAL could read the file, but there are only pictures in it. */
export class RasterOnly extends Error {}

function openVector(engine: Gdal3, path: string, drivers: readonly string[], options: readonly string[]) {
  try {
    return openDataset(engine, path, { drivers, options, kind: 'vector' });
  } catch (error) {
    let raster: GdalDataset;
    try {
      raster = openDataset(engine, path, { drivers, options: [], kind: 'raster' });
    } catch {
      throw error;
    }
    void engine.close(raster);
    throw new RasterOnly(path);
  }
}

/** ogr2ogr leaves what it had written when it gave up; on a disk the file is seen through the same folder. */
function removeOutput({ Module: { FS } }: Gdal3, name: string): void {
  for (const file of FS.readdir('/output')) if (file.startsWith(`${name}.`)) FS.unlink(`/output/${file}`);
}

function opened(
  engine: Gdal3,
  disk: GdalDisk,
  dataset: GdalDataset,
  info: unknown,
  remove: () => Promise<void>,
): OpenedByGdal {
  return {
    info,
    async *convert(options) {
      const name = `read${++outputs}`;
      let written: { local: string; real: string };
      try {
        written = await engine.ogr2ogr(dataset, [...options], name);
      } catch (error) {
        removeOutput(engine, name);
        throw new Error(gdalMessage(error), { cause: error });
      }
      yield* disk.take(written);
    },
    close: async () => {
      await engine.close(dataset);
      await remove();
    },
  };
}
