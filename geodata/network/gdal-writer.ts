import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** GDAL (WebAssembly) as a writer: files stay on disk between calls, which the importer's reader does not want. */
export interface GdalWriter {
  /**
   * One call of ogr2ogr.
   * @param name of what is written, without its ending; a second call with `-update -append` adds to it
   * @returns the path written to @throws Error with GDAL's own words
   */
  convert(path: string, options: readonly string[], name: string): Promise<string>;
  /** How GDAL itself calls a file of this writer's folder. */
  pathOf(file: string): string;
}

let started: Promise<GdalWriter> | null = null;

/** Starts GDAL (40 MB, half a second) on first use; what it wrote goes with the process. */
export function gdalWriter(): Promise<GdalWriter> {
  started ??= start();
  return started;
}

async function start(): Promise<GdalWriter> {
  const { default: initGdalJs } = await import('gdal3.js/node');
  const home = dirname(createRequire(import.meta.url).resolve('gdal3.js/node'));
  const output = mkdtempSync(join(tmpdir(), 'mizumichi-tiles-'));
  process.once('exit', () => rmSync(output, { recursive: true, force: true }));
  let said: string[] = [];
  const gdal = await initGdalJs({
    // gdal3.js prefixes this with `./`: an absolute path would be looked for below the working folder.
    path: relative(process.cwd(), join(home, 'dist', 'package')),
    dest: output,
    env: {},
    logHandler: () => undefined,
    errorHandler: (message) => said.push(message.trim()),
  });
  return {
    pathOf: (file) => `/output/${file}`,
    async convert(path, options, name) {
      said = [];
      try {
        const [dataset] = (await gdal.open(path)).datasets;
        if (!dataset) throw new Error(`cannot be opened: ${path}`);
        const { real } = await gdal.ogr2ogr(dataset, [...options], name);
        await gdal.close(dataset);
        return real;
      } catch (error) {
        throw new Error(said.join('; ') || String(error), { cause: error });
      }
    },
  };
}
