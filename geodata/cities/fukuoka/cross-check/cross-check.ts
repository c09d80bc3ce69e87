import type { Position } from '../../../../src/geometry/position.js';
import { readGeometry } from '../../read-geometry.js';
import { compareDistricts, crossCheckLine, type TwoWays } from '../../../cross-check/compare.js';
import { membershipLine, type MembershipTables } from '../../../cross-check/membership.js';
import { townTables } from '../../../recipes/town-tables.js';
import { readRows } from '../../../tables/read-rows.js';
import type { CheckLine } from '../../../tables/sum-check.js';
import { factsFolder } from '../tables/tables.js';
import { districtByLines, type Dividers } from './district-by-lines.js';
import { readDecisions, readLines } from './lines.js';

/** Lines between districts, and rivers upstream first: the lower reach stands first in the file. */
export function readDividers(): Dividers {
  const { rivers } = readGeometry(new URL('../geometry/', import.meta.url), null);
  const river = (name: string): Position[] =>
    rivers
      .filter(({ properties }) => properties.name === name)
      .reverse()
      .flatMap(({ geometry }) => geometry.coordinates);
  return {
    lines: readLines(),
    mikasa: river('御笠川'),
    hii: river('樋井川'),
    kanakuzu: river('金屑川'),
  };
}

/** The table of towns, and the lines. */
export function readTwoWays(): TwoWays {
  const dividers = readDividers();
  return {
    towns: readGeometry(new URL('../geometry/', import.meta.url), null).towns,
    townDistricts: readRows(new URL('town-districts.csv', factsFolder), townTables.townDistricts),
    byLines: (position) => districtByLines(dividers, position),
  };
}

function readMembership(): MembershipTables {
  return {
    townDistricts: readRows(new URL('town-districts.csv', factsFolder), townTables.townDistricts),
    membershipDoubts: readRows(new URL('membership-doubts.csv', factsFolder), townTables.membershipDoubts),
    doubtfulTowns: readRows(new URL('doubtful-towns.csv', factsFolder), townTables.doubtfulTowns),
  };
}

export function crossCheckLines(): CheckLine[] {
  const ways = readTwoWays();
  const { disagreements } = compareDistricts(ways);
  return [crossCheckLine(ways, readDecisions()), membershipLine(readMembership(), disagreements)];
}
