/** A file that keeps GDAL busy for ever is ended and said by name; the next file is read as if nothing had been. */
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { openDataset } from '../../src/formats/gdal/gdal3.js';
import { GdalWatch, type GdalSign } from '../../src/formats/gdal/gdal-watch.js';
import { openSet } from '../../src/formats/open-set.js';
import { gdal3, gdalInNode } from '../../src/formats/node/gdal-in-node.js';
import { gdalWriter } from '../../src/formats/node/gdal-writer.js';
import { fileSource } from '../../src/formats/node/node-files.js';
import { readLimits } from '../../src/workbench/overlay/limits.js';

const mebibyte = 2 ** 20;
const patience = { silentSeconds: 3, writtenBytes: () => 40 * mebibyte };
const folder = mkdtempSync(join(tmpdir(), 'mizumichi-limits-'));
let made = 0;

/** A GeoPackage of one point, changed by SQL as somebody might send it. */
async function geoPackage(...statements: string[]): Promise<string> {
  const engine = await gdal3();
  const { FS } = engine.Module;
  const point = {
    type: 'Feature',
    properties: { name: 'own' },
    geometry: { type: 'Point', coordinates: [130.4, 33.59] },
  };
  FS.writeFile('/input/own.geojson', new TextEncoder().encode(JSON.stringify(point)));
  const source = openDataset(engine, '/input/own.geojson', {
    drivers: ['GeoJSON'],
    options: [],
    kind: 'vector',
  });
  const { local, real } = await engine.ogr2ogr(source, ['-f', 'GPKG', '-nln', 'own'], `limits${++made}`);
  await engine.close(source);
  const types = ['string', 'number', 'number', 'number', 'number'];
  // GDAL_OF_UPDATE | GDAL_OF_VECTOR
  const pointer = Number(engine.Module.ccall('GDALOpenEx', 'number', types, [local, 5, 0, 0, 0]));
  const dataset = { pointer, path: local, type: 'vector' };
  for (const sql of statements) await engine.ogrinfo(dataset, ['-sql', sql]).catch(() => undefined);
  await engine.close(dataset);
  const path = join(folder, `${made}.gpkg`);
  copyFileSync(real, path);
  return path;
}

/** Everything an import reads of it: rows, or the reason there are none. */
async function rowsOf(path: string): Promise<unknown> {
  const source = await fileSource(path);
  try {
    const set = { format: 'gpkg' as const, files: [source] as const, notes: [] };
    const limits = { ...readLimits, features: Infinity };
    const opened = await openSet(set, { limits, startGdal: () => gdalInNode(patience), foreignCrs: 'gdal' });
    try {
      let rows = 0;
      for (const layer of opened.layers)
        for await (const row of layer.features()) rows += row.attributes.size > 0 ? 1 : 0;
      return rows;
    } finally {
      await opened.close();
    }
  } catch (error) {
    return (error as { problem?: unknown }).problem ?? String(error);
  } finally {
    await source.close();
  }
}

const contents = (name: string) => [
  `INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('${name}', 'features', '${name}', 4326)`,
  `INSERT INTO gpkg_geometry_columns VALUES ('${name}', 'geom', 'POINT', 4326, 0, 0)`,
];
const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)';

beforeAll(gdal3, 120_000);

describe('GDAL is ended', () => {
  const hostile = {
    'a view without an end': `CREATE VIEW v AS ${endless} SELECT i AS fid, geom FROM n, own`,
    'a view that counts for ever': `CREATE VIEW v AS SELECT own.fid, own.geom FROM own WHERE (${endless} SELECT count(*) FROM n) > 0`,
    'two thousand million noughts': `CREATE VIEW v AS SELECT fid, geom, zeroblob(2000000000) AS b FROM own`,
    'a shape of two thousand million corners': `CREATE VIEW v AS SELECT fid, x'47500001E6100000' || x'0102000000FFFFFF7F' AS geom FROM own`,
    'rows without number': `CREATE VIEW v AS ${endless} SELECT i AS fid, geom, hex(zeroblob(100000)) AS h FROM n, own LIMIT 1000000000`,
    'a trigger that fires at itself': `CREATE TRIGGER t AFTER INSERT ON own BEGIN INSERT INTO own (geom, name) VALUES (NEW.geom, 'x'); END`,
  };
  it.each(Object.entries(hostile))('by %s, or reads it', { timeout: 120_000 }, async (_what, statement) => {
    const answer = await rowsOf(await geoPackage(statement, ...contents('v')));
    const isNamed = [
      'engine-silent',
      'engine-too-much',
      'engine-memory',
      'unreadable',
      'truncated',
      'feature-too-large',
    ];
    if (typeof answer !== 'number')
      expect(answer).toMatchObject({
        reason: expect.toSatisfy((reason: string) => isNamed.includes(reason)) as unknown,
      });
    expect(await rowsOf(await geoPackage())).toBe(1);
  });

  it('by name, with the time it was given', { timeout: 120_000 }, async () => {
    const answer = await rowsOf(await geoPackage(hostile['a view without an end'], ...contents('v')));
    expect(answer).toEqual({ reason: 'engine-silent', seconds: 3 });
  });
});

describe('the watch', () => {
  const watched = (...signs: (GdalSign | number)[]) => {
    vi.useFakeTimers();
    const ends: unknown[] = [];
    const watch = new GdalWatch((problem) => ends.push(problem));
    for (const sign of signs) {
      if (typeof sign === 'number') vi.advanceTimersByTime(sign * 1000);
      else watch.sign(sign);
    }
    watch.stop();
    vi.useRealTimers();
    return ends;
  };
  const begins = { kind: 'begins', fileBytes: 300 * mebibyte } as const;
  const works = (writtenBytes = 0) => ({ kind: 'works', writtenBytes }) as const;

  it('lets an honest file of 300 MB take an hour, so long as it moves', () => {
    const signs = Array.from({ length: 120 }, (_, at) => [30, works(at * 20 * mebibyte)]).flat();
    expect(watched(begins, ...signs, 30, { kind: 'ends' }, 3600)).toEqual([]);
  });
  it('ends what is silent for a minute, and says how long that was', () => {
    expect(watched(begins, 59, works(), 59)).toEqual([]);
    expect(watched(begins, 59, works(), 61)).toEqual([{ reason: 'engine-silent', seconds: 60 }]);
  });
  it('ends what writes more than the file can hold, and says how much that is', () => {
    const limit = 1024 + 20 * 300;
    expect(watched(begins, works(limit * mebibyte))).toEqual([]);
    expect(watched(begins, works(limit * mebibyte + 1))).toEqual([
      { reason: 'engine-too-much', limitMegabytes: limit },
    ]);
  });
});

describe('GDAL that writes', () => {
  const drawing = () => {
    const path = join(folder, 'lines.geojsonl');
    const line = {
      type: 'LineString',
      coordinates: [
        [130.4, 33.59],
        [130.41, 33.6],
      ],
    };
    const feature = JSON.stringify({ type: 'Feature', properties: { a: 1 }, geometry: line });
    writeFileSync(path, `${feature}\n`.repeat(20_000));
    return path;
  };
  const writing = (silentSeconds: number, path = drawing()) =>
    gdalWriter({ silentSeconds, writtenBytes: () => 40 * mebibyte }).then(async (gdal) => [
      await gdal.convert(path, ['GeoJSONSeq'], ['-f', 'GPKG', '-nln', 'a'], 'a'),
      await gdal.convert(gdal.pathOf('a.gpkg'), ['GPKG'], ['-f', 'GeoJSONSeq'], 'b'),
    ]);

  it('gives its files, one made of another', { timeout: 60_000 }, async () => {
    const [, lines = ''] = await writing(60);
    expect(readFileSync(lines, 'utf8').trim().split('\n')).toHaveLength(20_000);
  });

  it('is ended when it is silent too long, and says so', { timeout: 60_000 }, async () => {
    await expect(writing(0.001)).rejects.toThrow(/neither read nor wrote anything for 0.001 s and was ended/);
  });

  it('says what GDAL said', { timeout: 60_000 }, async () => {
    const path = join(folder, 'words.geojsonl');
    writeFileSync(path, 'no table\n');
    await expect(writing(60, path)).rejects.toThrow(/words\.geojsonl|not recognized|format/);
  });
});
