import { stat } from 'node:fs/promises';
import { mebibyte } from '../limits.js';
import { ReadFailure } from '../read-failure.js';
import type { GdalPatience } from '../gdal/gdal-watch.js';
import { GdalThread } from './gdal-in-node.js';

/** GDAL as a writer: files stay on disk between calls, which readers do not want. */
export interface GdalWriter {
  /**
   * One call of ogr2ogr.
   * @param path of a file of the disk, or of what was written before (`pathOf`)
   * @param drivers those that may read it
   * @param name of what is written, without its ending; a second call with `-update -append` adds to it
   * @returns the path written to
   * @throws Error with GDAL's own words, or why it was ended; ended, it is asked nothing more
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

/** Tiles are computed zoom by zoom, and a table is written several times over on the way to them. */
const writingPatience: GdalPatience = {
  silentSeconds: 300,
  writtenBytes: (fileBytes) => 4096 * mebibyte + 100 * fileBytes,
};

/** Starts GDAL in a thread of its own (40 MB, half a second), watched as readers are; what it wrote goes with the process. */
export async function gdalWriter(patience = writingPatience): Promise<GdalWriter> {
  const thread = new GdalThread(patience);
  await thread.ready;
  return {
    pathOf: (file) => `${outputFolder}${file}`,
    async convert(path, drivers, options, name) {
      const fileBytes = path.startsWith(outputFolder) ? 0 : (await stat(path)).size;
      try {
        const written = await thread.ask({ ask: 'write', path, drivers, options, name, fileBytes });
        if (!('real' in written)) throw new Error('GDAL answered something else');
        return written.real;
      } catch (error) {
        throw error instanceof ReadFailure ? new Error(endedText(error)) : error;
      }
    },
  };
}

/** The command line speaks English. */
function endedText({ problem }: ReadFailure): string {
  switch (problem.reason) {
    case 'engine-silent':
      return `GDAL neither read nor wrote anything for ${problem.seconds} s and was ended`;
    case 'engine-too-much':
      return `GDAL wrote more than ${problem.limitMegabytes} MiB and was ended`;
    default:
      return "GDAL's memory did not suffice";
  }
}
