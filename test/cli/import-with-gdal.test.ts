/** In a process of its own, where nothing but GDAL's thread is waited for. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { gdalWriter } from '../../src/formats/node/gdal-writer.js';
import { runCli, temporaryFolder } from './run-cli.js';

it('a GeoPackage is read to its end, whatever is said of it then', { timeout: 120_000 }, async () => {
  const folder = temporaryFolder();
  const point = {
    type: 'Feature',
    properties: { a: 1 },
    geometry: { type: 'Point', coordinates: [130.4, 33.59] },
  };
  const [lines, table] = ['a.geojsonl', 'a.gpkg'].map((name) => join(folder, name)) as [string, string];
  writeFileSync(lines, `${JSON.stringify(point)}\n`.repeat(2));
  const gdal = await gdalWriter();
  copyFileSync(await gdal.convert(lines, ['GeoJSONSeq'], ['-f', 'GPKG', '-nln', 'a'], 'a'), table);
  const { code, stderr } = await runCli(['import', table, '--layer', 'inundation', '--dry-run']);
  expect([code, stderr]).toEqual([1, expect.stringContaining('not-this-data')]);
});
