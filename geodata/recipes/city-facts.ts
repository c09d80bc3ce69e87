import type { BuiltRule } from '../mesh/built-land.js';
import type { ExtentRule } from '../mesh/planned-faces.js';
import type { TownTables } from './town-tables.js';

/** Where a row stands in the city's document. */
interface Printed {
  page: number;
  /** ISO day it is true of. */
  asOf: string;
}
interface Named {
  name: string;
  name_en: string;
}
/** 運転開始: as printed and as ISO date. */
interface Started {
  started_era: string;
  started: string;
}

/** How a data set asks to be credited, and the day it is as of. */
export interface Credit {
  source: string;
  asOf: string;
}

/** Data sets the geometry comes from, and the document the facts come from. */
export type SourceId =
  'document' | 'wards' | 'railways' | 'towns' | 'census' | 'dividedCensus' | 'shelters' | 'rivers';

export interface TreatmentDistrictRow extends Printed {
  district: string;
  name_en: string;
  planned_area_ha: number;
  extent: string;
  sewer_system: string;
}

export interface TreatmentCentreRow extends Printed, Named {
  district: string;
  address: string;
  operator: string;
  site_area_ha: number;
  started: string;
  process: string;
  discharges_to: string;
  receiving_water_standard_mg_per_l: string;
  treated_area_ha: number;
  planned_treated_area_ha: number;
  capacity_m3_per_day: number;
  planned_capacity_m3_per_day: number;
  sewer_system: string;
  population: number;
}

/** What a centre did in a year; only 処理水量 is read. */
export interface OperationRow {
  measure: string;
  /** The district its centre serves. */
  centre: string;
  value: number | null;
}

export interface EffluentRow {
  item: string;
  centre: string;
  /** 系列 */
  series: string | null;
  low: number | null;
  quantification_limit: number | null;
}

/** An item of the effluent's table that readers ask for: its name there, a short one, the decimals it is printed with. */
export interface EffluentItem {
  item: string;
  short: string;
  decimals: number;
}

export interface PlannedPumpRow extends Printed, Named, Started {
  district: string;
  purpose: 'storm' | 'sanitary' | 'both';
  sanitary_m3_per_min: number | null;
  storm_m3_per_min: number | null;
  discharges_to: string | null;
}

export interface SmallPumpRow extends Printed, Named, Started {
  purpose: 'storm' | 'sanitary';
  capacity_m3_per_min: number;
  discharges_to?: string | null;
}

export interface PondRow extends Printed, Named, Started {
  district: string;
  purpose: string;
  detention_m3: number | null;
  regulation_m3: number | null;
}

export interface CombinedSewerRow extends Printed {
  item: string;
  item_en: string;
  kind: string;
  value: number;
  note: string | null;
}

/** An area being separated that has no outline of its own: the towns of a plan's part stand for it. */
export interface SeparationArea {
  id: string;
  /** `item` of its row */
  item: string;
  plan: string;
  part: PlanPart;
  note: string;
}

export interface WaterLevelSewerRow extends Printed {
  sewer: string;
  area: string;
  area_en: string;
  gauge_station: string;
  gauge_place: string;
  danger_level_m: number;
  overflow_place: string;
  depth_after_15_minutes_m: number;
  maximum_depth_m: number | null;
  scenario_mm_per_hour: number;
  first_published: string;
  revised: string | null;
}

export interface PriorityDistrictRow extends Printed {
  ward: string;
  district: string;
  name_en: string;
  design_mm_per_hour: number;
  period_era: string;
}

export type PlanPart = 'whole' | 'phase1' | 'phase2';

export interface RainfallPlanRow extends Printed {
  plan: string;
  plan_en: string;
  part: PlanPart;
  target_mm_per_hour: number;
  stage_mm_per_hour: number;
  area_ha: number | null;
  period_era: string;
}

/** What a plan's own table does not say. */
export interface RainfallPlanExtra {
  /** Middle of the features' ids. */
  id: string;
  /** Its area where another page states it, hectares. */
  statedElsewhere?: number;
}

export interface ReclaimedWaterRow extends Printed {
  region: string;
  area: string;
  area_en: string;
  served_area_ha: number;
  since: string | null;
  note: string | null;
}

export interface TrunkSewerRow extends Printed, Named {
  plan: string;
  carries: 'storm' | 'sanitary' | null;
  diameter_mm: number | null;
  length_m: number | null;
  period_start: string | null;
  period_end: string | null;
  status: 'planned' | 'under-way' | 'in-service' | 'unknown';
  status_basis: string;
  start_place: string | null;
  end_place: string | null;
  note: string | null;
}

export interface WorkRow extends Printed, Named {
  facility: '管渠' | 'ポンプ場' | '水処理センター' | '再生水';
  kind: '改築更新' | '浸水対策' | '地震対策' | '再生水';
  programme: string | null;
  period_era: string;
  note: string | null;
}

/** How far the planned sewer area reaches: from what shows where people have built, in metres, to its outline. */
export interface CityExtentRule extends ExtentRule {
  built: BuiltRule;
  /** Built land around the point of a block 街区 … */
  blockMeters: number;
  /** … of a lot 地番, which outside a 丁目 is larger … */
  lotMeters: number;
  /** … and around a building or a street of houses. */
  houseMeters: number;
  /** Land this near to a block of a 丁目 belongs whatever lies beyond it. */
  certainMeters: number;
}

/** Everything a city's documents say that a recipe draws from; a city without a kind of thing has no rows of it. */
export interface CityFacts extends TownTables {
  credits: Readonly<Record<SourceId, Credit>>;
  /** Operators whose lines and stations come from a data set of their own: the beginning of their name, and its credit. */
  operatorCredits: readonly { operator: string; credit: Credit }[];
  /** What is odd about a railway line, by its name. */
  railwayNotes: Readonly<Record<string, string>>;
  extentRule: CityExtentRule;
  treatmentDistricts: readonly TreatmentDistrictRow[];
  treatmentCentres: readonly TreatmentCentreRow[];
  operation: readonly OperationRow[];
  effluent: readonly EffluentRow[];
  effluentItems: readonly EffluentItem[];
  plannedPumps: readonly PlannedPumpRow[];
  exemptPumps: readonly SmallPumpRow[];
  manholePumps: readonly SmallPumpRow[];
  /** Pump stations whose name is not the table's with ポンプ場 behind it. */
  pumpNames: Readonly<Record<string, string>>;
  ponds: readonly PondRow[];
  combinedSewers: readonly CombinedSewerRow[];
  separationAreas: readonly SeparationArea[];
  waterLevelSewers: readonly WaterLevelSewerRow[];
  /** The plan that names the priority districts. */
  priorityPlan: string;
  priorityDistricts: readonly PriorityDistrictRow[];
  rainfallPlans: readonly RainfallPlanRow[];
  /** By `plan`. */
  rainfallPlanExtras: Readonly<Record<string, RainfallPlanExtra>>;
  reclaimedWater: readonly ReclaimedWaterRow[];
  trunkSewers: readonly TrunkSewerRow[];
  /** Beginning of the works' ids. */
  worksId: string;
  works: readonly WorkRow[];
}
