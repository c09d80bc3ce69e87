import { createRequire } from 'node:module';
import {
  asGdalEngine,
  gdalEnvironment,
  type GdalEngine,
} from '../../../src/workbench/overlay/gdal-engine.js';

type Start = (config: object) => Promise<unknown>;
let engine: Promise<GdalEngine> | null = null;

/** GDAL as the browser has it, in Node. */
export function gdalForTests(): Promise<GdalEngine> {
  engine ??= (createRequire(import.meta.url)('gdal3.js/node') as Start)({
    env: gdalEnvironment,
    logHandler: () => undefined,
    errorHandler: () => undefined,
  }).then(asGdalEngine);
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
  const opened = await gdal.open(`/input/${name}.geojson`);
  const dataset = opened.datasets[0]!;
  try {
    const written = await gdal.ogr2ogr(dataset, ['-f', driver, ...options], name);
    return new Map(written.all.map(({ local }) => [local.replace('/output/', ''), FS.readFile(local)]));
  } finally {
    await gdal.close(dataset);
  }
}
