import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/catalog/layers.js';
import { city } from '../../src/catalog/city.js';
import { addressReport } from '../../src/service/address-report.js';
import { Service } from '../../src/service/service.js';

const folder = import.meta.dirname;
const tiles = resolve(folder, '../../public/tiles');
const cases = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

const inputSchema = v.union([
  v.strictObject({ report: v.array(v.unknown()) }),
  v.strictObject({ address: v.string() }),
]);
const readCase = (name: string, file: string) =>
  JSON.parse(readFileSync(join(folder, name, file), 'utf8')) as unknown;

describe('cases', () => {
  const service = new Service(city, catalogue);
  beforeAll(async () => {
    await service.loadSharedAreas();
    const loaded = await service.load(async (name) => ({ ok: true, bytes: await readFile(join(tiles, name)) }));
    expect(loaded).toMatchObject({ ok: true, failures: {} });
  });

  it('are there', () => {
    expect(cases.length).toBeGreaterThan(5);
  });

  it.each(cases.map(({ name }) => name))('%s', (name) => {
    const input = v.parse(inputSchema, readCase(name, 'input.json'));
    const answer = 'report' in input ? service.report(input.report) : addressReport(service, input.address);
    expect(answer).toMatchObject(readCase(name, 'expected.json') as object);
  });
});
