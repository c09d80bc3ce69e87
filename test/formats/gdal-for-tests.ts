import { createRequire } from 'node:module';
import { gdalPort, type GdalPort } from '../../src/formats/gdal/gdal-port.js';
import { memoryDisk } from '../../src/formats/gdal/memory-disk.js';
import { asGdal3, gdalEnvironment, openDataset, type Gdal3 } from '../../src/formats/gdal/gdal3.js';

type Start = (config: object) => Promise<unknown>;
let engine: Promise<Gdal3> | null = null;

/** GDAL as a reader gets it: on files in its own memory. */
export async function gdalInMemory(): Promise<GdalPort> {
  const started = await gdalForTests();
  return gdalPort(started, memoryDisk(started));
}

/** GDAL as the browser has it, in Node. */
export function gdalForTests(): Promise<Gdal3> {
  engine ??= (createRequire(import.meta.url)('gdal3.js/node') as Start)({
    env: gdalEnvironment,
    logHandler: () => undefined,
    errorHandler: () => undefined,
  }).then(asGdal3);
  return engine;
}

/** Lets GDAL write a file as another program would: features in `inputEpsg` numbers, written as `driver`. */
export async function writtenByGdal(
  features: object[],
  driver: string,
  options: string[],
): Promise<Map<string, Uint8Array>> {
  const gdal = await gdalForTests();
  const { FS } = gdal.Module;
  const name = `w${Math.random().toString(36).slice(2)}`;
  FS.writeFile(
    `/input/${name}.geojson`,
    new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features })),
  );
  const dataset = openDataset(gdal, `/input/${name}.geojson`, {
    drivers: ['GeoJSON'],
    options: [],
    kind: 'vector',
  });
  try {
    const written = await gdal.ogr2ogr(dataset, ['-f', driver, ...options], name);
    return new Map(written.all.map(({ local }) => [local.replace('/output/', ''), FS.readFile(local)]));
  } finally {
    await gdal.close(dataset);
  }
}
