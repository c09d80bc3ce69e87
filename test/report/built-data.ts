import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FeatureCollection } from 'geojson';
import { catalogue } from '../../src/catalog/layers.js';
import type { Manifest } from '../../src/catalog/manifest.js';
import { city } from '../../src/catalog/city.js';
import { spreadShared } from '../../src/catalog/shared-properties.js';
import { siteReport } from '../../src/report/site-report.js';
import { createSiteIndex } from '../../src/report/site-index.js';
import type { SiteReport } from '../../src/report/site-report-types.js';

const tiles = resolve(import.meta.dirname, '../../public/tiles');
const readJson = (name: string) => JSON.parse(readFileSync(join(tiles, name), 'utf8')) as unknown;

export const builtManifest = readJson('manifest.json') as Manifest;

/** Layers as they were built and will be shipped, by id. */
export const builtLayers: Record<string, FeatureCollection> = Object.fromEntries(
  catalogue
    .filter(({ id }) => id in builtManifest.layers)
    .map(({ id }) => [id, spreadShared(readJson(`${id}.geojson`) as FeatureCollection)]),
);

export const builtIndex = createSiteIndex({ city, catalogue, manifest: builtManifest, layers: builtLayers });

export function reportAt(longitude: number, latitude: number): SiteReport {
  const result = siteReport(builtIndex, [longitude, latitude]);
  if (!result.ok) throw new Error(result.problem);
  return result.report;
}
