import type { LayerEntry } from '../catalog/layer-entry.js';
import type { Manifest } from '../catalog/manifest.js';
import type { City } from '../catalog/city-entry.js';
import type { Programme } from '../catalog/programmes.js';
import { EdgeIndex } from '../geometry/edge-index.js';
import type { Position } from '../geometry/position.js';
import { ReachIndex } from '../geometry/reach-index.js';
import type { ReportRole } from '../catalog/properties.js';
import { AreaLayer, type Outline } from './area-layer.js';
import { roleLayer, type LayerSources, type RoleFeature, type RoleLayer } from './layer-set.js';
import { NearestLayer } from './nearest.js';
import type { Section } from './sections.js';
import type { Unavailable } from './site-report-types.js';

export interface SiteIndexInput {
  city: City;
  catalogue: readonly LayerEntry[];
  manifest: Pick<Manifest, 'dataVersion' | 'asOf'>;
  layers: LayerSources;
  programmes?: readonly Programme[];
}

/** A role's areas with the features their numbers stand for; null where the layer is missing, or the city declares none. */
export interface Areas<Role extends ReportRole> {
  features: readonly RoleFeature<Role>[];
  areas: AreaLayer;
}

/** Everything a report is answered from; built once, asked many times. */
export interface SiteIndex {
  city: City;
  dataVersion: string;
  asOf: string;
  programmes: readonly Programme[];
  unavailable: readonly Unavailable[];
  wards: Areas<'ward'> | null;
  towns: Areas<'town'> | null;
  districts: Areas<'treatmentDistrict'> | null;
  /** Areas of whole plans: they decide whether a place is in a plan. */
  plans: Areas<'rainfallPlan'> | null;
  /** Every part of the plans, overlapping. */
  planParts: Areas<'rainfallPlan'> | null;
  priority: Areas<'priorityDistrict'> | null;
  inundation: Areas<'inundationZone'> | null;
  riverFlood: Areas<'riverFlood'> | null;
  /** Where combined sewers are being separated; null also where no such layer is in the catalogue. */
  separation: Areas<'combinedSewer'> | null;
  shelters: NearestLayer;
  pumpStations: NearestLayer;
  sewers: NearestLayer;
  ponds: NearestLayer;
  /** What else the catalogue declares. */
  sections: readonly Section[];
}

/** Roles of the layers a site report is answered from: with these loaded, every report is complete. */
export const siteRoles: ReadonlySet<string> = new Set<ReportRole>([
  'ward',
  'town',
  'treatmentDistrict',
  'rainfallPlan',
  'priorityDistrict',
  'inundationZone',
  'riverFlood',
  'combinedSewer',
  'shelter',
  'pumpStation',
  'sewer',
  'sewerPipe',
  'pond',
  'section',
]);

/** How near to the wards' outer line an edge counts as running along it; rounding moves a line by 0.1 m. */
const outlineMeters = 1;

/**
 * Builds the index. Layers are found by their catalogue `role`, never by id;
 * one that is missing, failed or breaks its schema is named in `unavailable`, and the rest works.
 */
export function createSiteIndex(input: SiteIndexInput): SiteIndex {
  const unavailable: Unavailable[] = [];
  const load = <Role extends ReportRole>(role: Role): RoleLayer<Role> => {
    const layer = roleLayer(role, input.catalogue, input.layers);
    unavailable.push(...layer.unavailable);
    return layer;
  };
  // The wards' own outer edge is the question for them; for all other layers it is settled.
  const wards = areasOf(load('ward'), 'partition', null);
  const outline = wards && cityOutline(wards.areas);
  const areas = <Role extends ReportRole>(layer: RoleLayer<Role>, kind: 'partition' | 'overlapping') =>
    areasOf(layer, kind, outline);

  const sections = input.catalogue.flatMap((entry): Section[] => {
    if (entry.role !== 'section' || !entry.section) return [];
    const layer = roleLayer('section', [entry], input.layers);
    unavailable.push(...layer.unavailable);
    const { features } = layer;
    return [
      entry.section.kind === 'areas'
        ? { entry, features, areas: areas(layer, 'overlapping')?.areas ?? null, nearest: null }
        : { entry, features, areas: null, nearest: new NearestLayer(features) },
    ];
  });

  const parts = load('rainfallPlan');
  const combined = load('combinedSewer');
  const separation = combined.features.filter(({ properties }) => properties.kind === 'separation');
  const shelters = load('shelter').features.filter((shelter) => shelter.properties.flood);
  return {
    city: input.city,
    dataVersion: input.manifest.dataVersion,
    asOf: input.manifest.asOf,
    programmes: input.programmes ?? input.city.programmes,
    wards,
    towns: areas(load('town'), 'overlapping'),
    districts: areas(load('treatmentDistrict'), 'partition'),
    plans: areas({ ...parts, features: wholePlans(parts.features) }, 'partition'),
    planParts: areas(parts, 'overlapping'),
    priority: areas(load('priorityDistrict'), 'overlapping'),
    inundation: areas(load('inundationZone'), 'overlapping'),
    riverFlood: areas(load('riverFlood'), 'overlapping'),
    separation: separation.length > 0 ? areas({ ...combined, features: separation }, 'partition') : null,
    shelters: new NearestLayer(shelters),
    pumpStations: new NearestLayer(load('pumpStation').features),
    // A schematic line shows that a sewer runs between two places, not where: nothing is measured to it.
    sewers: new NearestLayer([
      ...load('sewer').features.filter(({ properties }) => properties.method !== 'schematic'),
      ...load('sewerPipe').features,
    ]),
    ponds: new NearestLayer(load('pond').features),
    sections,
    unavailable,
  };
}

/** One feature for each plan's whole area; where only parts are drawn, the parts stand for it. */
function wholePlans(parts: readonly RoleFeature<'rainfallPlan'>[]): RoleFeature<'rainfallPlan'>[] {
  const drawnWhole = new Set(
    parts
      .filter(({ geometry, properties }) => properties.part === 'whole' && geometry)
      .map(({ properties }) => properties.plan),
  );
  return parts.filter(({ properties }) => properties.part === 'whole' || !drawnWhole.has(properties.plan));
}

function areasOf<Role extends ReportRole>(
  { declared, features, unavailable }: RoleLayer<Role>,
  kind: 'partition' | 'overlapping',
  outline: Outline | null,
): Areas<Role> | null {
  return !declared || unavailable.length > 0
    ? null
    : { features, areas: new AreaLayer(features, kind, outline) };
}

/** Coast and city limit: the ward borders with no ward beyond. */
function cityOutline(wards: AreaLayer): Outline {
  const ends = wards.openEdges();
  const edges = new EdgeIndex(ends);
  const reaches = new ReachIndex(ends, new Float64Array(ends.length / 4).fill(outlineMeters));
  return {
    touches: (position: Position) => edges.isWithin(position, reaches.near(position), outlineMeters),
    isLand: (position: Position) => wards.index.first(position) >= 0,
  };
}
