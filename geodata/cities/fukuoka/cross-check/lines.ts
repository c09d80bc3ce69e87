import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import papaparse from 'papaparse';
import * as v from 'valibot';
import type { Position } from '../../../mesh/grid.js';

const lineIds = [
  'umi-no-nakamichi',
  'kasumigaoka',
  'airport-south',
  'nanbu-north',
  'nishijin-south',
  'nagatare',
] as const;
export type LineId = (typeof lineIds)[number];

const number = v.pipe(v.string(), v.regex(/^-?\d+(\.\d+)?$/), v.transform(Number));
const text = v.pipe(v.string(), v.minLength(1));
const lineRows = v.array(
  v.object({ line: v.picklist(lineIds), longitude: number, latitude: number, basis: text }),
);
const decisionRows = v.array(
  v.object({
    ward: text,
    town: text,
    table: text,
    lines: text,
    decision: v.picklist(['table', 'near-edge']),
    reason: text,
  }),
);

function parse<Schema extends v.GenericSchema>(file: string, schema: Schema): v.InferOutput<Schema> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const { data } = papaparse.parse(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true });
  return v.parse(schema, data);
}

/** Dividing lines drawn from hills, stations and streams named in 表II-2 (p. 9); schematic, some 300 m. */
export function readLines(): Record<LineId, Position[]> {
  const rows = parse('./district-lines.csv', lineRows);
  const points = (id: LineId): Position[] =>
    rows.filter(({ line }) => line === id).map(({ longitude, latitude }) => [longitude, latitude]);
  return Object.fromEntries(lineIds.map((id) => [id, points(id)])) as Record<LineId, Position[]>;
}

/** Every town the two ways disagree on, each decided with a reason. */
export function readDecisions() {
  return parse('./disagreements.csv', decisionRows);
}
