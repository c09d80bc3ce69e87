import { a29Zoning } from './a29-zoning.js';
import { a31RiverFlood } from './a31-river-flood.js';
import { a51Inundation } from './a51-inundation.js';
import { estatTowns } from './estat-towns.js';
import { gsiShelters } from './gsi-shelters.js';
import { isjBlocks } from './isj-blocks.js';
import { mappedPriorityDistricts, mappedTreatmentDistricts } from './mapped-areas.js';
import { mappedSewers } from './mapped-sewers.js';
import { n03Wards } from './n03-wards.js';
import { p22PumpStations, p22TreatmentCentres } from './p22-facilities.js';
import { mappedTrunkLines, trunkLines } from './trunk-lines.js';
import type { ImportDriver } from './import-driver.js';
import type { ImportLayer } from '../layers.js';

/** Every kind of data that can be imported. To add one: a driver file, a line here, a file in the test. */
export const drivers = [
  a51Inundation,
  a31RiverFlood,
  p22PumpStations,
  p22TreatmentCentres,
  n03Wards,
  estatTowns,
  a29Zoning,
  isjBlocks,
  gsiShelters,
  mappedTreatmentDistricts,
  mappedPriorityDistricts,
  mappedSewers,
  trunkLines,
  mappedTrunkLines,
] as const satisfies readonly ImportDriver[];

/** The drivers a layer may come through; the compiler refuses a layer nobody reads. */
export const driversOf: Readonly<Record<ImportLayer, readonly ImportDriver[]>> = {
  wards: [n03Wards],
  towns: [estatTowns],
  'zoned-land': [a29Zoning],
  blocks: [isjBlocks],
  'treatment-districts': [mappedTreatmentDistricts],
  'priority-districts': [mappedPriorityDistricts],
  'inundation-zones': [a51Inundation],
  'river-flood': [a31RiverFlood],
  'pump-stations': [p22PumpStations],
  'treatment-centres': [p22TreatmentCentres],
  shelters: [gsiShelters],
  sewers: [mappedSewers],
  'trunk-sewers': [trunkLines, mappedTrunkLines],
};
