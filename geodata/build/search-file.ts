import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import papaparse from 'papaparse';
import * as v from 'valibot';
import { city } from '../../src/catalog/city.js';
import type { Feature } from '../recipes/feature.js';
import { buildSearchIndex, type ExitRow } from '../recipes/search-index.js';

const degrees = v.pipe(v.string(), v.regex(/^\d+\.\d+$/), v.transform(Number));
const text = v.pipe(v.string(), v.minLength(1));
const exitRow = v.object({ station: text, label: text, ward: text, longitude: degrees, latitude: degrees });

/** Exits of the subway: 福岡市交通局 (CC BY 4.0), 2019. Throws naming the line that does not keep the schema. */
export function readExits(): ExitRow[] {
  const file = fileURLToPath(new URL('../cities/fukuoka/geometry/subway-exits.csv', import.meta.url));
  const { data } = papaparse.parse(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true });
  return data.map((cells, line) => {
    const row = v.safeParse(exitRow, cells);
    if (!row.success) throw new Error(`subway-exits.csv, line ${line + 2}: ${row.issues[0].message}`);
    return row.output;
  });
}

/** Content of public/tiles/search.json for built layers; the same layers give the same bytes. */
export function searchFile(layers: ReadonlyMap<string, readonly Feature[]>): string {
  const document = buildSearchIndex({ city, layers: Object.fromEntries(layers), exits: readExits() });
  return `${JSON.stringify(document)}\n`;
}
