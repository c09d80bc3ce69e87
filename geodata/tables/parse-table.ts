import { readFileSync } from 'node:fs';
import papaparse from 'papaparse';
import * as v from 'valibot';
import type { Columns, Table } from './table.js';

export type ParsedTable<Row> = { ok: true; rows: Row[] } | { ok: false; problems: string[] };

/**
 * Read one table's CSV in a folder and check every cell.
 * The header must name exactly the schema's columns in their order, so that a column nobody checks cannot creep in.
 */
export function parseTable<Row extends v.ObjectSchema<Columns, undefined>>(
  table: Table<Row>,
  folder: URL,
): ParsedTable<v.InferOutput<Row>> {
  const parsed = papaparse.parse<Record<string, string>>(readFileSync(new URL(table.file, folder), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const problems = parsed.errors.map((error) => `${table.file}: row ${error.row ?? '?'}: ${error.message}`);
  const expected = Object.keys(table.columns.entries).join(',');
  const header = (parsed.meta.fields ?? []).join(',');
  if (header !== expected) problems.push(`${table.file}: header is ${header}, expected ${expected}`);
  const rows: v.InferOutput<Row>[] = [];
  parsed.data.forEach((cells, index) => {
    const row = v.safeParse(table.columns, cells);
    if (row.success) rows.push(row.output);
    else
      for (const issue of row.issues)
        problems.push(`${table.file}: line ${index + 2}, ${v.getDotPath(issue) ?? '?'}: ${issue.message}`);
  });
  if (parsed.data.length === 0) problems.push(`${table.file}: no rows`);
  return problems.length === 0 ? { ok: true, rows } : { ok: false, problems };
}
