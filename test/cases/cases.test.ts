import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/catalog/layers.js';
import { city } from '../../src/catalog/city.js';
import { addressReport } from '../../src/service/address-report.js';
import { Service } from '../../src/service/service.js';
import { realCity } from '../geodata/import/real-city.js';

const folder = import.meta.dirname;
const tiles = resolve(folder, '../../public/tiles');
const cases = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** Brought into the city's data before it is asked; the files lie in the case's folder. */
const imported = v.strictObject({ file: v.string(), layer: v.string(), mapping: v.optional(v.string()) });
const inputSchema = v.union([
  v.strictObject({ report: v.array(v.unknown()), import: v.optional(imported) }),
  v.strictObject({ address: v.string(), import: v.optional(imported) }),
]);
type Imported = v.InferOutput<typeof imported>;
const readCase = (name: string, file: string) =>
  JSON.parse(readFileSync(join(folder, name, file), 'utf8')) as unknown;

async function serviceWith(name: string, { file, layer, mapping }: Imported): Promise<Service> {
  const data = realCity();
  const mappingFile = mapping === undefined ? {} : { mappingFile: join(folder, name, mapping) };
  const result = await data.run({ file: join(folder, name, file), layer, ...mappingFile });
  expect(result).toMatchObject({ ok: true });
  return data.service();
}

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

  it.each(cases.map(({ name }) => name))('%s', { timeout: 240_000 }, async (name) => {
    const input = v.parse(inputSchema, readCase(name, 'input.json'));
    const asked = input.import ? await serviceWith(name, input.import) : service;
    const answer = 'report' in input ? asked.report(input.report) : addressReport(asked, input.address);
    expect(answer).toMatchObject(readCase(name, 'expected.json') as object);
  });
});
