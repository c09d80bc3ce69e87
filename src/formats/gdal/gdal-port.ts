import type { ByteSource } from '../byte-source.js';
import { gdalMessage, openDataset, type Gdal3, type GdalDataset } from './gdal3.js';
import type { GdalSigns } from './gdal-watch.js';

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
export function gdalPort(engine: Gdal3, disk: GdalDisk, signs: GdalSigns | null = null): GdalPort {
  return {
    open: async (files, drivers, options) => {
      const { folder, remove } = await disk.place(files);
      const fileBytes = bytesOf(files);
      const during = <Value>(work: () => Promise<Value>) => (signs ? signs.during(fileBytes, work) : work());
      try {
        const [extension = ''] = files.keys();
        const path = `${folder}/input.${extension}`;
        const { dataset, info } = await during(() => openForReading(engine, path, drivers, options));
        return {
          info,
          async *convert(conversion) {
            yield* disk.take(await during(() => writtenFor(engine, dataset, conversion)));
          },
          close: async () => {
            await closeOpened(engine, dataset);
            await remove();
          },
        };
      } catch (error) {
        await remove();
        throw error;
      }
    },
  };
}

/** All files of a set together. */
export const bytesOf = (files: FilesByExtension): number =>
  [...files.values()].reduce((sum, { size }) => sum + size, 0);

/** GDAL could read the file, but there are only pictures in it. */
export class RasterOnly extends Error {}

/** GDAL's memory is used up, or it fell over: nothing can be asked of this engine any more. */
export class EngineBroken extends Error {}

/** What was thrown, as an error: emscripten's end of the engine is told apart from what GDAL says of a file. */
function gdalError(error: unknown): Error {
  if (error instanceof RasterOnly || error instanceof EngineBroken) return error;
  const message = gdalMessage(error);
  const isTrap = error instanceof Error && error.name === 'RuntimeError';
  if (isTrap || /Aborted\(|out of memory|OOM/i.test(message))
    return new EngineBroken(message, { cause: error });
  return error instanceof Error ? error : new Error(message, { cause: error });
}

/** Opens a file of GDAL's disk and asks what is in it. @throws Error with what GDAL said, RasterOnly, EngineBroken */
export async function openForReading(
  engine: Gdal3,
  path: string,
  drivers: readonly string[],
  options: readonly string[],
): Promise<{ dataset: GdalDataset; info: unknown }> {
  try {
    const dataset = openVector(engine, path, drivers, options);
    try {
      return { dataset, info: await engine.ogrinfo(dataset, ['-so', '-al']) };
    } catch (error) {
      if (!(gdalError(error) instanceof EngineBroken)) await engine.close(dataset);
      throw error;
    }
  } catch (error) {
    throw gdalError(error);
  }
}

function openVector(engine: Gdal3, path: string, drivers: readonly string[], options: readonly string[]) {
  try {
    return openDataset(engine, path, { drivers, options, kind: 'vector' });
  } catch (error) {
    if (gdalError(error) instanceof EngineBroken) throw error;
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

/** What ogr2ogr writes of an open file. @throws Error with what GDAL said, EngineBroken */
export async function writtenFor(
  engine: Gdal3,
  dataset: GdalDataset,
  options: readonly string[],
): Promise<{ local: string; real: string }> {
  const name = `read${++outputs}`;
  try {
    return await engine.ogr2ogr(dataset, [...options], name);
  } catch (error) {
    const broken = gdalError(error);
    if (broken instanceof EngineBroken) throw broken;
    removeOutput(engine, name);
    throw new Error(gdalMessage(error), { cause: error });
  }
}

export async function closeOpened(engine: Gdal3, dataset: GdalDataset): Promise<void> {
  await engine.close(dataset);
}
