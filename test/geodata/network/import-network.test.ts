import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PMTiles } from 'pmtiles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateNetwork } from '../../../geodata/network/generate.js';
import { importNetwork, type NetworkImportResult } from '../../../geodata/network/import-network.js';
import { writeNetwork, type NetworkFiles } from '../../../geodata/network/write-network.js';
import { networkSchema } from '../../../src/catalog/network.js';
import { readPackedHeader } from '../../../src/geometry/packed-header.js';
import { PackedLines } from '../../../src/geometry/packed-lines.js';
import * as v from 'valibot';

const options = { seed: 1, scale: 0.001 };
const folder = mkdtempSync(join(tmpdir(), 'mizumichi-network-'));
const tiles = join(folder, 'tiles');
const said: string[] = [];
let rebuilds = 0;
let files: NetworkFiles;
const importWith = (change: object = {}) =>
  importNetwork(
    { file: files.files.sewers, layer: 'sewers', dryRun: false, mappingFile: files.mapping, ...change },
    {
      official: join(folder, 'official'),
      tiles,
      say: (line) => said.push(line),
      rebuild: () => Promise.resolve(void rebuilds++),
    },
  );
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(tiles, 'network', name)));

describe('an imported network', () => {
  let result: NetworkImportResult;
  const pipes = [...generateNetwork(options)].flatMap((each) => (each.layer === 'sewers' ? [each] : []));
  beforeAll(async () => {
    files = await writeNetwork(join(folder, 'source'), options);
    expect(await importWith({ dryRun: true })).toMatchObject({ ok: true, action: 'dry-run' });
    expect(existsSync(join(tiles, 'network'))).toBe(false);
    result = await importWith();
    // GDAL starts here: seconds, on a machine that others use too.
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is named with its counts, its source and its date', () => {
    expect(result).toMatchObject({
      ok: true,
      network: { counts: { sewers: pipes.length }, asOf: '2025-03-31' },
    });
    const written = JSON.parse(readFileSync(join(tiles, 'network/network.json'), 'utf8')) as unknown;
    expect(v.parse(networkSchema, written).source).toMatch(/synthetic/);
    expect(rebuilds).toBe(1);
  });

  it('is drawn from tiles: little at zoom 10, all of it at zoom 16', async () => {
    const bytes = bytesOf('network.pmtiles');
    const archive = new PMTiles({
      getKey: () => 'network',
      getBytes: (offset, length) => Promise.resolve({ data: bytes.slice(offset, offset + length).buffer }),
    });
    const header = await archive.getHeader();
    expect(header).toMatchObject({ minZoom: 10, maxZoom: 16, tileType: 1 });
    const { vector_layers: layers } = (await archive.getMetadata()) as {
      vector_layers: { id: string; fields: object }[];
    };
    expect(layers.map(({ id }) => id)).toEqual(['sewers']);
    expect(Object.keys(layers[0]?.fields ?? {}).sort()).toEqual(['diameterMillimeters', 'grade', 'kind']);
    const [x, y] = tileAt(pipes[0]?.coordinates[0] ?? [0, 0], 16);
    expect(await archive.getZxy(16, x, y)).toBeDefined();
    expect(await archive.getZxy(16, x + 100, y)).toBeUndefined();
  });

  it('is answered from the file’s own coordinates, exactly', () => {
    const bytes = bytesOf('network.lines');
    const head = readPackedHeader(bytes);
    if (!head.ok) throw new Error(head.problem);
    const packed = new PackedLines(head.header, new Int32Array(bytes.buffer, head.bodyStart));
    expect(head.header.lines.count).toBe(pipes.length);
    const [from, to] = pipes[0]?.coordinates ?? [];
    if (!from || !to) throw new Error('no pipe');
    const nearest = packed.nearest([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]);
    if (!nearest.ok || !nearest.value) throw new Error('none');
    // Importing rounds to six decimals.
    expect(nearest.value.meters).toBeLessThan(0.15);
    const line = packed.line(nearest.value.line);
    expect(line.ok && new TextDecoder().decode(line.value.nameBytes)).toBe(pipes[0]?.properties.id);
  });

  it('stays when another import fails', async () => {
    const before = bytesOf('network.lines');
    const broken = join(folder, 'broken.geojsonl');
    writeFileSync(broken, '{"type":"Feature","properties":{},"geometry":null}\n');
    expect(await importWith({ file: broken })).toMatchObject({ ok: false });
    expect(await importWith({ file: join(folder, 'nowhere') })).toMatchObject({
      ok: false,
      problem: 'file-missing',
    });
    expect(await importWith({ mappingFile: join(folder, 'nowhere') })).toMatchObject({
      ok: false,
      problem: 'file-missing',
    });
    expect(bytesOf('network.lines')).toEqual(before);
  });

  it('goes away on request, once', async () => {
    expect(await importWith({ remove: true, file: '' })).toEqual({ ok: true, action: 'removed' });
    expect(existsSync(join(tiles, 'network'))).toBe(false);
    expect(await importWith({ remove: true, file: '' })).toMatchObject({
      ok: false,
      problem: 'not-imported',
    });
  });
});

function tileAt([longitude, latitude]: readonly [number, number], zoom: number): [number, number] {
  const angle = (latitude * Math.PI) / 180;
  const across = 2 ** zoom;
  return [
    Math.floor(((longitude + 180) / 360) * across),
    Math.floor(((1 - Math.log(Math.tan(angle) + 1 / Math.cos(angle)) / Math.PI) / 2) * across),
  ];
}
