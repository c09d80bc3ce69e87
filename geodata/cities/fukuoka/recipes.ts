import type { Recipe } from '../city-data.js';
import { certaintyLayer } from '../../recipes/certainty.js';
import { combinedSewerLayer } from '../../recipes/combined-sewers.js';
import { neighbourLayer, railwayLayer, riverLayer, stationLayer } from '../../recipes/context.js';
import { pondLayer, pumpStationLayer, shelterLayer, treatmentCentreLayer } from '../../recipes/facilities.js';
import { inundationZoneLayer } from '../../recipes/inundation-zones.js';
import { priorityDistrictLayer } from '../../recipes/priority-districts.js';
import { rainfallPlanLayer } from '../../recipes/rainfall-plans.js';
import { reclaimedWaterLayer } from '../../recipes/reclaimed-water.js';
import { townLayer } from '../../recipes/towns.js';
import { treatmentDistrictLayer } from '../../recipes/treatment-districts.js';
import { trunkSewerLayer } from '../../recipes/trunk-sewers.js';
import { wardLayer } from '../../recipes/wards.js';
import { worksLayer } from '../../recipes/works.js';

/** Recipe of each layer, by the id of its catalogue entry. */
export const recipes: Readonly<Record<string, Recipe>> = {
  neighbours: neighbourLayer,
  wards: wardLayer,
  'treatment-districts': treatmentDistrictLayer,
  certainty: certaintyLayer,
  'combined-sewers': combinedSewerLayer,
  towns: townLayer,
  rivers: riverLayer,
  railways: railwayLayer,
  'priority-districts': priorityDistrictLayer,
  // Nothing of these two is in the yearbook: they are what was brought in, or not there at all.
  'river-flood': () => [],
  'inundation-zones': inundationZoneLayer,
  'rainbow-plan': rainfallPlanLayer,
  sewers: () => [],
  'trunk-sewers': trunkSewerLayer,
  stations: stationLayer,
  shelters: shelterLayer,
  'reclaimed-water': reclaimedWaterLayer,
  'works-2028': worksLayer,
  ponds: pondLayer,
  'pump-stations': pumpStationLayer,
  'treatment-centres': treatmentCentreLayer,
};
