import { layerById } from '../../src/catalog/layers.js';
import { officialFolder } from '../import/official-layer.js';
import { buildCity, type City } from '../recipes/city.js';
import { certaintyLayer } from '../recipes/certainty.js';
import { combinedSewerLayer } from '../recipes/combined-sewers.js';
import { neighbourLayer, railwayLayer, riverLayer, stationLayer } from '../recipes/context.js';
import { pondLayer, pumpStationLayer, shelterLayer, treatmentCentreLayer } from '../recipes/facilities.js';
import type { Feature } from '../recipes/feature.js';
import { readInputs } from '../recipes/inputs.js';
import { inundationZoneLayer } from '../recipes/inundation-zones.js';
import { officialOutlines, withOfficialFeatures, withOfficialWards } from './official.js';
import { priorityDistrictLayer } from '../recipes/priority-districts.js';
import { rainbowPlanLayer } from '../recipes/rainbow-plan.js';
import { reclaimedWaterLayer } from '../recipes/reclaimed-water.js';
import { townLayer } from '../recipes/towns.js';
import { treatmentDistrictLayer } from '../recipes/treatment-districts.js';
import { trunkSewerLayer } from '../recipes/trunk-sewers.js';
import { wardLayer } from '../recipes/wards.js';
import { worksLayer } from '../recipes/works.js';

/** Recipe of each layer, by the id of its catalogue entry. */
const recipes = {
  neighbours: (city: City) => neighbourLayer(city.inputs),
  wards: wardLayer,
  'treatment-districts': treatmentDistrictLayer,
  certainty: certaintyLayer,
  'combined-sewers': combinedSewerLayer,
  towns: townLayer,
  rivers: (city: City) => riverLayer(city.inputs),
  railways: (city: City) => railwayLayer(city.inputs),
  'priority-districts': priorityDistrictLayer,
  // Nothing of these two is in the yearbook: they are what was brought in, or not there at all.
  'river-flood': () => [],
  'inundation-zones': inundationZoneLayer,
  'rainbow-plan': rainbowPlanLayer,
  sewers: () => [],
  'trunk-sewers': trunkSewerLayer,
  stations: (city: City) => stationLayer(city.inputs),
  shelters: shelterLayer,
  'reclaimed-water': reclaimedWaterLayer,
  'works-2028': worksLayer,
  ponds: pondLayer,
  'pump-stations': pumpStationLayer,
  'treatment-centres': treatmentCentreLayer,
} as const satisfies Record<string, (city: City) => Feature[]>;

export type LayerId = keyof typeof recipes;

/**
 * Builds every layer from facts and geometry, and from imported official data where there is any.
 * Reads files of this repository, writes nothing.
 */
export function buildLayers(official = officialFolder): Map<LayerId, Feature[]> {
  const city = buildCity(withOfficialWards(readInputs(), official), officialOutlines(official));
  const layers = Object.entries(recipes).map(
    ([id, recipe]) => [id as LayerId, withOfficialFeatures(id, recipe(city) as Feature[], official)] as const,
  );
  return new Map(layers.filter(([id, features]) => features.length > 0 || !layerById(id)?.optional));
}
