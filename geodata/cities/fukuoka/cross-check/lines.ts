import type { Position } from '../../../../src/geometry/position.js';
import * as v from 'valibot';
import type { Decision } from '../../../cross-check/compare.js';
import { number, text } from '../../../recipes/cells.js';
import { readRows } from '../../../tables/read-rows.js';

const lineIds = [
  'umi-no-nakamichi',
  'kasumigaoka',
  'airport-south',
  'nanbu-north',
  'nishijin-south',
  'nagatare',
] as const;
export type LineId = (typeof lineIds)[number];

const lineRow = v.object({ line: v.picklist(lineIds), longitude: number, latitude: number, basis: text });
const decisionRow = v.object({
  ward: text,
  town: text,
  table: text,
  lines: text,
  decision: v.picklist(['table', 'open']),
  reason: text,
});

/** Dividing lines drawn from hills, stations and streams named in 表II-2 (p. 9); schematic, some 300 m. */
export function readLines(): Record<LineId, Position[]> {
  const rows = readRows(new URL('district-lines.csv', import.meta.url), lineRow);
  const points = (id: LineId): Position[] =>
    rows.filter(({ line }) => line === id).map(({ longitude, latitude }) => [longitude, latitude]);
  return Object.fromEntries(lineIds.map((id) => [id, points(id)])) as Record<LineId, Position[]>;
}

/** Every town the table and the lines disagree on, each decided with a reason. */
export function readDecisions(): Decision[] {
  return readRows(new URL('disagreements.csv', import.meta.url), decisionRow);
}
