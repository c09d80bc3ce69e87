import type { Position } from '../../src/geometry/position.js';
import type { CheckLine } from '../tables/sum-check.js';

export interface Disagreement {
  ward: string;
  town: string;
  table: string;
  lines: string;
}

/** A disagreement that was looked at: the table has the better reasons, or neither has. The town is doubtful in both. */
export interface Decision extends Disagreement {
  decision: 'table' | 'open';
  reason: string;
}

/** What the two ways are asked of. */
export interface TwoWays {
  towns: readonly { ward: string; name: string; longitude: number | null; latitude: number | null }[];
  /** The first way: a table, town by town. */
  townDistricts: readonly { ward: string; town: string; district: string | null }[];
  /** The second way: by rivers and ridges alone. */
  byLines: (position: Position) => string;
}

/**
 * Compares the town table with the dividing lines, town by town. A town that the table puts in no district is left out: lines between districts
 * cannot tell where sewers end.
 */
export function compareDistricts({ towns, townDistricts, byLines }: TwoWays): {
  compared: number;
  agreed: number;
  disagreements: Disagreement[];
} {
  const districtOf = new Map(townDistricts.map((row) => [`${row.ward}/${row.town}`, row.district]));
  const disagreements: Disagreement[] = [];
  let compared = 0;
  for (const town of towns) {
    const table = districtOf.get(`${town.ward}/${town.name}`);
    if (!table || town.longitude === null || town.latitude === null) continue;
    compared += 1;
    const lines = byLines([town.longitude, town.latitude]);
    if (lines !== table) disagreements.push({ ward: town.ward, town: town.name, table, lines });
  }
  return { compared, agreed: compared - disagreements.length, disagreements };
}

/** One line for `check`: agreement in per cent, and whether every disagreement is decided with a reason. */
export function crossCheckLine(ways: TwoWays, decisions: readonly Decision[]): CheckLine {
  const { compared, agreed, disagreements } = compareDistricts(ways);
  const key = (row: Disagreement): string => `${row.ward}${row.town} ${row.table}≠${row.lines}`;
  const decided = new Set(decisions.map(key));
  const undecided = disagreements.filter((row) => !decided.has(key(row))).map(key);
  const stale = [...decided].filter((each) => !disagreements.some((row) => key(row) === each));
  const share = ((agreed / compared) * 100).toFixed(1);
  const open = decisions.filter(({ decision }) => decision === 'open').length;
  return {
    ok: undecided.length === 0 && stale.length === 0,
    text:
      `town to district, twice: the table and the dividing lines agree on ${agreed} of ${compared} towns (${share} %); ` +
      `${disagreements.length} differ, each decided with a reason (${open} left open)` +
      (undecided.length > 0 ? `; undecided: ${undecided.join(', ')}` : '') +
      (stale.length > 0 ? `; decided but no longer different: ${stale.join(', ')}` : ''),
  };
}
