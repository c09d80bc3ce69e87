import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { asGdal3, gdalEnvironment, type Gdal3 } from '../gdal/gdal3.js';

/**
 * Starts the library (40 MB, half a second).
 * @param output folder of the disk where it writes; fixed from now on
 */
export async function startGdal3(output: string, onComplaint: (message: string) => void): Promise<Gdal3> {
  const { default: initGdalJs } = await import('gdal3.js/node');
  const home = dirname(createRequire(import.meta.url).resolve('gdal3.js/node'));
  return asGdal3(
    await initGdalJs({
      // gdal3.js prefixes this with `./`: an absolute path would be looked for below the working folder.
      path: relative(process.cwd(), join(home, 'dist', 'package')),
      dest: output,
      env: gdalEnvironment,
      logHandler: () => undefined,
      errorHandler: onComplaint,
    }),
  );
}
