import { basename, dirname } from 'node:path';
import { openDataset } from '../gdal/gdal3.js';
import { complaints, gdal3 } from './gdal-in-node.js';

/** GDAL as a writer: files stay on disk between calls, which readers do not want. */
export interface GdalWriter {
  /**
   * One call of ogr2ogr.
   * @param path of a file of the disk, or of what was written before (`pathOf`)
   * @param drivers those that may read it
   * @param name of what is written, without its ending; a second call with `-update -append` adds to it
   * @returns the path written to @throws Error with GDAL's own words
   */
  convert(
    path: string,
    drivers: readonly string[],
    options: readonly string[],
    name: string,
  ): Promise<string>;
  /** How GDAL itself calls a file of this writer's folder. */
  pathOf(file: string): string;
}

const outputFolder = '/output/';
let folders = 0;

/** Starts GDAL (40 MB, half a second) on first use; what it wrote goes with the process. */
export async function gdalWriter(): Promise<GdalWriter> {
  const engine = await gdal3();
  const { FS, NODEFS } = engine.Module;
  return {
    pathOf: (file) => `${outputFolder}${file}`,
    async convert(path, drivers, options, name) {
      complaints();
      const isOwn = path.startsWith(outputFolder);
      const folder = isOwn ? '' : `/write${++folders}`;
      try {
        if (!isOwn) {
          FS.mkdir(folder);
          FS.mount(NODEFS, { root: dirname(path) }, folder);
        }
        const inside = isOwn ? path : `${folder}/${basename(path)}`;
        const dataset = openDataset(engine, inside, { drivers, options: [], kind: 'vector' });
        try {
          return (await engine.ogr2ogr(dataset, [...options], name)).real;
        } finally {
          await engine.close(dataset);
        }
      } catch (error) {
        throw new Error(complaints() || String(error), { cause: error });
      } finally {
        if (!isOwn) {
          FS.unmount(folder);
          FS.rmdir(folder);
        }
      }
    },
  };
}
