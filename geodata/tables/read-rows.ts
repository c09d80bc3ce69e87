import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import papaparse from 'papaparse';
import * as v from 'valibot';

/** Rows of a CSV (`.gz`: packed), each checked. @throws naming file and line when one does not keep the schema */
export function readRows<Schema extends v.GenericSchema>(file: URL, schema: Schema): v.InferOutput<Schema>[] {
  return rowsOfText(textOf(file), file.pathname.split('/').slice(-2).join('/'), schema);
}

/** The same of a text. @param name what the file is called in a message */
export function rowsOfText<Schema extends v.GenericSchema>(
  text: string,
  name: string,
  schema: Schema,
): v.InferOutput<Schema>[] {
  const parsed = papaparse.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  if (parsed.errors.length > 0) throw new Error(`${name}: ${parsed.errors[0]!.message}`);
  return parsed.data.map((cells, line) => {
    const row = v.safeParse(schema, cells);
    if (row.success) return row.output;
    const issue: v.BaseIssue<unknown> = row.issues[0];
    throw new Error(`${name}, line ${line + 2}: ${v.getDotPath(issue)}: ${issue.message}`);
  });
}

function textOf(file: URL): string {
  const bytes = readFileSync(file);
  return (file.pathname.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}
