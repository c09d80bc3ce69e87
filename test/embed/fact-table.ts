import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

/** A table of geodata/cities/fukuoka/facts as rows of text, by column name. */
export function factTable(name: string): Record<string, string>[] {
  const text = readFileSync(
    join(import.meta.dirname, `../../geodata/cities/fukuoka/facts/${name}.csv`),
    'utf8',
  );
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}
