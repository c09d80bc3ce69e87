import { execFile } from 'node:child_process';
import { closeSync, openSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { importLimits as limits } from '../../../geodata/import/import-limits.js';
import { feature, polygon } from './make-files.js';
import { importSandbox } from './small-city.js';

const wanted = 200 * 1024 * 1024;

/** An A51 file of a whole prefecture: 200 MB, ten features of ours among a hundred thousand. */
function writeBig(path: string): number {
  const file = openSync(path, 'w');
  writeSync(
    file,
    '{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::6668"}},"features":[\n',
  );
  // Forty corners of nine decimals, as the publisher writes them; only ours differ from one another.
  const area = (own: boolean, at: number) => {
    const [x, y] = own ? [130.35 + at * 1e-6, 33.59] : [130.4, 33.02];
    const ring = Array.from({ length: 41 }, (_, corner) => {
      const turn = ((corner % 40) / 40) * 2 * Math.PI;
      return [x + Math.cos(turn) * 5e-5, y + Math.sin(turn) * 5e-5].map((value) => Number(value.toFixed(9)));
    });
    const [name, code] = own ? ['福岡市', '40130'] : ['大牟田市', '40202'];
    const properties = {
      A51_001: '福岡県',
      A51_002: '40',
      A51_003: name,
      A51_004: code,
      A51_005: '0.3m以上0.5m未満',
    };
    return JSON.stringify(feature(properties, polygon(ring)));
  };
  const other = area(false, 0);
  const others = Array.from({ length: 399 }, () => other).join(',\n');
  let written = 0;
  let features = 0;
  for (; written < wanted; features += 400) {
    const head = features % 10_000 === 0 ? area(true, features) : other;
    written += writeSync(file, `${written > 0 ? ',\n' : ''}${head},\n${others}`);
  }
  writeSync(file, '\n]}\n');
  closeSync(file);
  return features;
}

describe('a very large file', () => {
  it('of 200 MB is read in a process that may hold 96 MB of objects', { timeout: 300_000 }, async () => {
    const city = importSandbox();
    const path = join(city.folder, 'A51-25_40.geojson');
    const features = writeBig(path);
    expect(statSync(path).size).toBeGreaterThan(wanted);
    const child = join(import.meta.dirname, 'big-file-child.ts');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--max-old-space-size=96', '--import', 'tsx', child, path, city.tiles, city.official],
      { maxBuffer: 1 << 24 },
    );
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ ok: true, action: 'dry-run', report: { read: features, features: 1 } });
    expect(result.report.skipped).toMatchObject([
      { reason: 'other-municipality', count: features - Math.ceil(features / 10_000) },
    ]);
  });

  it('beyond the limit is refused with the limit and the remedy', async () => {
    const city = importSandbox();
    const path = join(city.folder, 'huge.geojson');
    writeFileSync(path, '{');
    // A sparse file: its size is what counts.
    truncateSync(path, limits.fileBytes + 1);
    const refused = await city.run({ file: path, layer: 'inundation' });
    expect(refused).toMatchObject({ ok: false, problem: 'file-too-large', detail: '1024 MiB > 1024 MiB' });
    expect(refused.ok ? '' : refused.remedy).toContain('ogr2ogr -spat');
  });

  it('with one feature beyond the limit is refused before it fills the memory', async () => {
    const city = importSandbox();
    const path = join(city.folder, 'long.geojson');
    writeFileSync(
      path,
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"A51_005":"',
    );
    truncateSync(path, limits.featureBytes + 4096);
    expect(await city.run({ file: path, layer: 'inundation' })).toMatchObject({
      ok: false,
      problem: 'feature-too-large',
    });
  });
});
