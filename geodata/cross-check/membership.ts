import type { TownTables } from '../recipes/town-tables.js';
import type { CheckLine } from '../tables/sum-check.js';
import type { Disagreement } from './compare.js';

/** What says which towns are doubtful, and why (所属が確かでない町). */
export type MembershipTables = Pick<TownTables, 'townDistricts' | 'membershipDoubts' | 'doubtfulTowns'>;

/**
 * One line for `check`: no doubt is silent. A town in a district whose confidence is not high, or which the second way
 * gives to another district, has a doubt; the doubt is of its own district and names the other way's among the others.
 */
export function membershipLine(
  { townDistricts, membershipDoubts, doubtfulTowns }: MembershipTables,
  disagreements: readonly Disagreement[],
): CheckLine {
  const key = ({ ward, town }: { ward: string; town: string }): string => `${ward}${town}`;
  const doubts = new Map(membershipDoubts.map((doubt) => [doubt.id, doubt]));
  const doubtOf = new Map(doubtfulTowns.map((row) => [key(row), doubts.get(row.doubt)]));
  const linesOf = new Map(disagreements.map((row) => [key(row), row.lines]));
  const known = new Map(townDistricts.map((row) => [key(row), row]));
  const faults: string[] = [];
  for (const row of townDistricts) {
    const doubt = doubtOf.get(key(row));
    const lines = linesOf.get(key(row));
    if (doubt && doubt.district !== row.district)
      faults.push(`${key(row)}: ${doubt.id} is of ${doubt.district}`);
    if (row.district === null || doubt === undefined) {
      if (row.district !== null && (row.confidence !== 'high' || lines !== undefined))
        faults.push(`${key(row)}: no doubt is named`);
    } else if (lines !== undefined && !doubt.alternatives.includes(lines))
      faults.push(`${key(row)}: ${doubt.id} does not name ${lines}`);
  }
  for (const row of doubtfulTowns) {
    if (!known.has(key(row))) faults.push(`${key(row)}: no such town`);
    if (!doubts.has(row.doubt)) faults.push(`${key(row)}: no doubt ${row.doubt}`);
  }
  const used = new Set(doubtfulTowns.map(({ doubt }) => doubt));
  for (const { id, district, alternatives } of membershipDoubts) {
    if (!used.has(id)) faults.push(`${id}: no town`);
    if (alternatives.includes(district)) faults.push(`${id}: ${district} is no alternative to itself`);
  }
  const inDistrict = townDistricts.filter(({ district }) => district !== null).length;
  const share = ((doubtfulTowns.length / inDistrict) * 100).toFixed(1);
  return {
    ok: faults.length === 0,
    text:
      `doubtful towns: ${doubtfulTowns.length} of ${inDistrict} in a district (${share} %), for ${membershipDoubts.length} reasons, ` +
      `each with its other districts and its page${faults.length > 0 ? `; ${faults.join(', ')}` : ''}`,
  };
}
