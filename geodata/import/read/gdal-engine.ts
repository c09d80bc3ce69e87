import { createRequire } from 'node:module';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { Gdal, GdalDataset } from 'gdal3.js/node';
import type { GdalPort, OpenedByGdal } from './gdal-port.js';

/** GDAL as WebAssembly, started once a process; with the library itself, for those who write files. */
interface GdalEngine extends GdalPort {
  gdal: Gdal;
}

let started: Promise<GdalEngine> | null = null;
let outputs = 0;

/**
 * Starts GDAL (40 MB, half a second) on first use. Its output folder is fixed at the start, so it is one of our own
 * and goes when the process does. Drivers that read other files than the one named are left out.
 */
export function gdalEngine(): Promise<GdalEngine> {
  started ??= start();
  return started;
}

async function start(): Promise<GdalEngine> {
  const { default: initGdalJs } = await import('gdal3.js/node');
  const home = dirname(createRequire(import.meta.url).resolve('gdal3.js/node'));
  const output = mkdtempSync(join(tmpdir(), 'mizumichi-gdal-'));
  process.once('exit', () => rmSync(output, { recursive: true, force: true }));
  let said: string[] = [];
  const gdal = await initGdalJs({
    // gdal3.js prefixes this with `./`: an absolute path would be looked for below the working folder.
    path: relative(process.cwd(), join(home, 'dist', 'package')),
    dest: output,
    env: { OGR_SKIP: 'OGR_VRT,GTFS,OSM', GDAL_SKIP: 'VRT', GML_SKIP_RESOLVE_ELEMS: 'ALL' },
    logHandler: () => undefined,
    errorHandler: (message) => said.push(message),
  });
  return {
    gdal,
    open: async (path, options) => {
      const [dataset] = (await gdal.open(path, [...options])).datasets;
      if (!dataset) throw new Error(`no data in ${path}`);
      return opened(gdal, dataset);
    },
    complaints: () => {
      const told = said.filter((line) => line.trim() !== '');
      said = [];
      return told;
    },
  };
}

const opened = (gdal: Gdal, dataset: GdalDataset): OpenedByGdal => ({
  info: dataset.info,
  async *convert(options) {
    const { real } = await gdal.ogr2ogr(dataset, [...options], `read${++outputs}`);
    try {
      for await (const piece of createReadStream(real)) if (piece instanceof Uint8Array) yield piece;
    } finally {
      await rm(real, { force: true });
    }
  },
  close: () => gdal.close(dataset),
});
