import { readInputs } from '../recipes/inputs.js';
import type { Position } from '../mesh/grid.js';
import { districtByLines } from '../cities/fukuoka/cross-check/district-by-lines.js';
import { readDecisions, readLines } from '../cities/fukuoka/cross-check/lines.js';

export interface Disagreement {
  ward: string;
  town: string;
  table: string;
  lines: string;
}

/**
 * Compares the two ways town by town. A town that the table puts in no district is left out: lines between districts
 * cannot tell where sewers end.
 */
export function compareWays(): { compared: number; agreed: number; disagreements: Disagreement[] } {
  const inputs = readInputs();
  const river = (name: string): Position[] =>
    inputs.rivers
      .filter(({ properties }) => properties.name === name)
      .reverse()
      .flatMap(({ geometry }) => geometry.coordinates);
  // The lower reach stands first in the file; upstream first is what sideOf walks.
  const dividers = {
    lines: readLines(),
    mikasa: river('御笠川'),
    hii: river('樋井川'),
    kanakuzu: river('金屑川'),
  };
  const districtOf = new Map(inputs.townDistricts.map((row) => [`${row.ward}/${row.town}`, row.district]));
  const disagreements: Disagreement[] = [];
  let compared = 0;
  for (const town of inputs.towns) {
    const table = districtOf.get(`${town.ward}/${town.name}`);
    if (!table || town.longitude === null || town.latitude === null) continue;
    compared += 1;
    const lines = districtByLines(dividers, [town.longitude, town.latitude]);
    if (lines !== table) disagreements.push({ ward: town.ward, town: town.name, table, lines });
  }
  return { compared, agreed: compared - disagreements.length, disagreements };
}

/** One line for `check`: agreement in per cent, and whether every disagreement is decided with a reason. */
export function checkSecondWay(): { ok: boolean; text: string }[] {
  const { compared, agreed, disagreements } = compareWays();
  const key = (row: Disagreement): string => `${row.ward}${row.town} ${row.table}≠${row.lines}`;
  const decisions = readDecisions();
  const decided = new Set(decisions.map(key));
  const open = disagreements.filter((row) => !decided.has(key(row))).map(key);
  const stale = [...decided].filter((each) => !disagreements.some((row) => key(row) === each));
  const share = ((agreed / compared) * 100).toFixed(1);
  const nearEdge = decisions.filter(({ decision }) => decision === 'near-edge').length;
  return [
    {
      ok: open.length === 0 && stale.length === 0,
      text:
        `town to district, twice: the table and the dividing lines agree on ${agreed} of ${compared} towns (${share} %); ` +
        `${disagreements.length} differ, each decided with a reason (${nearEdge} near an edge)` +
        (open.length > 0 ? `; undecided: ${open.join(', ')}` : '') +
        (stale.length > 0 ? `; decided but no longer different: ${stale.join(', ')}` : ''),
    },
  ];
}
