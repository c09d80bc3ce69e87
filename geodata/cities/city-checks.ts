import type { Position } from '../../src/geometry/position.js';
import type { ReportRole } from '../../src/catalog/properties.js';

/** A place everybody knows, good to about 200 m, and what must come out there. */
export interface KnownSite {
  name: string;
  position: Position;
  ward: string | null;
  district: string | null;
  /** Id of the plan's part that must hold it. */
  plan?: string;
  /** Name of the inundation zone that must hold it. */
  zone?: string;
}

/** How many features of a role there must be. */
export interface DueCount {
  /** For the line that is written. */
  what: string;
  role: ReportRole;
  /** Only features with this value in this property are counted. */
  where?: readonly [property: string, value: string | boolean];
  due: number;
}

/** What a city's built layers must come out as; a city without a kind of thing promises nothing of it. */
export interface CityChecks {
  /** Layers that show the neighbourhood too and may fill the wider frame. */
  wideLayers: readonly string[];
  knownSites: readonly KnownSite[];
  counts: readonly DueCount[];
  /** Facilities listed under a district they do not lie in, each with its reason. */
  strayFacilities: Readonly<Record<string, string>>;
  /** Priority districts of each ward, and the page that prints them; null where there is no such plan. */
  priorityCounts: { page: number; byWard: Readonly<Record<string, number>> } | null;
}
