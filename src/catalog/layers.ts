import { neighbours, railways, rivers, stations, towns, wards } from './entries/base.js';
import { ponds, pumpStations, shelters } from './entries/facility.js';
import { inundationZones, riverFlood } from './entries/hazard.js';
import { priorityDistricts, rainbowPlan } from './entries/rainfall.js';
import { certaintyBand, treatmentCentres, treatmentDistricts } from './entries/treatment.js';
import { combinedSewers, ownSewers, reclaimedWater, trunkSewers, works2028 } from './entries/works.js';
import type { LayerEntry } from './layer-entry.js';

/**
 * Every layer, in draw order: the first is at the bottom.
 * To add one: an entry here, a data file `public/tiles/<id>.geojson`, nothing else (CONTRIBUTING.md).
 * Optional ones have that file only where somebody brought one in.
 */
export const catalogue: readonly LayerEntry[] = [
  neighbours,
  wards,
  treatmentDistricts,
  certaintyBand,
  combinedSewers,
  towns,
  rivers,
  railways,
  priorityDistricts,
  riverFlood,
  inundationZones,
  rainbowPlan,
  ownSewers,
  trunkSewers,
  stations,
  shelters,
  reclaimedWater,
  works2028,
  ponds,
  pumpStations,
  treatmentCentres,
];

/** The entry with this id, or undefined. */
export function layerById(id: string): LayerEntry | undefined {
  return catalogue.find((entry) => entry.id === id);
}
