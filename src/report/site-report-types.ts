import type { Citation } from '../catalog/provenance.js';
import type { Position } from '../geometry/position.js';

export type { Position };

/**
 * - `clear`: farther from the deciding boundary than the layer's accuracy
 * - `near-edge`: within it; `alternatives` names the other candidates
 * - `outside`: in none, and farther from all than their accuracy
 */
export type Certainty = 'clear' | 'near-edge' | 'outside';

/**
 * Of the treatment district two things can be in doubt: where the line runs (`near-edge`), and whether the town belongs
 * to the district at all (`doubtful`: the line is far enough, the town is not certain). `clear` only where neither is.
 */
export type TreatmentCertainty = Certainty | 'doubtful';

/** Whether the town belongs to the district (町の所属), however far the line is. */
export interface MembershipAnswer {
  certainty: 'certain' | 'doubtful';
  /** Other districts the town may belong to; `null` stands for "no district". */
  alternatives: (string | null)[];
  /** Why it is doubtful, in a Japanese sentence; null where it is certain. */
  reason: string | null;
  reasonEn: string | null;
  /** Where the words stand that leave it open; null where it is certain. */
  source: Citation | null;
}

/** A part of the report whose layer could not be loaded says so instead of answering. */
export interface Unavailable {
  unavailable: true;
  /** Layer id whose file is missing, damaged or not JSON. */
  layer: string;
  reason: string;
}

export interface TreatmentAnswer {
  /** 処理区; null outside every district (septic-tank area). */
  district: string | null;
  districtEn: string | null;
  /** 処理場; null outside every district. */
  centre: string | null;
  centreEn: string | null;
  sewerSystem: string | null;
  certainty: TreatmentCertainty;
  /** Other districts the point may belong to by either doubt, the line's first; `null` stands for "no district". */
  alternatives: (string | null)[];
  /** Whether the town belongs to the district; null outside every district. */
  membership: MembershipAnswer | null;
  /** `edge` with `near-edge`, `town` with `doubtful`, null otherwise. */
  undecidedBy: 'edge' | 'town' | null;
  /** The town layer is missing: whether the town is a doubtful one is unknown, and so `doubtful`. */
  townUnchecked: boolean;
  /** Metres to the nearest deciding boundary (coast and city limit do not decide); null if none. */
  edgeMeters: number | null;
  accuracyMeters: number | null;
  method: string | null;
  asOf: string | null;
  source: Citation;
}

export interface DesignRainfallAnswer {
  /** 計画: design level the plan in force here aims at, mm/h */
  targetMmPerHour: number;
  /** 段階: design level being built to, or reached, in the present stage, mm/h */
  stageMmPerHour: number;
  /** City-wide design level, mm/h */
  baseMmPerHour: number;
  plan: string | null;
  planEn: string | null;
  /** Part of the plan the point lies in. */
  part: 'whole' | 'phase1' | 'phase2' | null;
  period: string | null;
  /** About the plan's area; `outside` where no public sewer is planned, so that the level is not built to. */
  certainty: Certainty;
  /** Plans whose area the point may lie in after all; `null` stands for "no plan". */
  alternatives: (string | null)[];
  /** Targets that hold if one of the alternatives does, mm/h; none that equals `targetMmPerHour`. */
  targetAlternativesMmPerHour: number[];
  /** Other parts of the same plan the point may lie in. */
  partAlternatives: ('whole' | 'phase1' | 'phase2')[];
  /** Whether the sewers these levels are for are planned here; null when that layer is missing. */
  sewerArea: 'inside' | 'near-edge' | 'outside' | null;
  edgeMeters: number | null;
  accuracyMeters: number | null;
  source: Citation;
}

export interface PriorityDistrictAnswer {
  id: string;
  name: string;
  nameEn: string;
  ward: string;
  plan: string;
  designMmPerHour: number;
  period: string;
  certainty: Exclude<Certainty, 'outside'>;
  /** false: the point lies outside the drawn area, but within its accuracy. */
  inside: boolean;
  edgeMeters: number;
  accuracyMeters: number;
  method: string;
  asOf: string;
  source: Citation;
}

export interface InundationAnswer {
  id: string;
  zone: string;
  zoneEn: string;
  /** Hazard scenario (assumed-maximum rain), not a design level. */
  scenarioMmPerHour: number | null;
  sewer: string | null;
  gaugeStation: string | null;
  dangerLevelMeters: number | null;
  overflowPlace: string | null;
  depthAfter15MinutesMeters: number | null;
  maximumDepthMeters: number | null;
  firstPublished: string | null;
  revised: string | null;
  /** null = unknown (never zero). */
  depth: { minMeters: number; maxMeters: number | null; from: string } | null;
  certainty: Exclude<Certainty, 'outside'>;
  /** false: the point lies outside the drawn zone, but within its accuracy. */
  inside: boolean;
  edgeMeters: number;
  accuracyMeters: number;
  method: string;
  asOf: string;
  source: Citation;
}

/** What a river overflowing would do here, from imported official data. Never one kind with inland flood. */
export interface RiverFloodAnswer {
  id: string;
  area: string;
  areaEn: string;
  river: string | null;
  scenario: 'assumed-maximum' | 'planned';
  /** null = unknown (never zero). */
  depth: { minMeters: number; maxMeters: number | null; from: string } | null;
  certainty: Exclude<Certainty, 'outside'>;
  /** false: the point lies outside the drawn area, but within its accuracy. */
  inside: boolean;
  edgeMeters: number;
  accuracyMeters: number;
  method: string;
  asOf: string;
  source: Citation;
}

export interface NearestItem {
  /** Layer id, to open the thing itself. */
  layer: string;
  id: string;
  name: string;
  nameEn: string;
  /** Great-circle distance to the drawn place on turf’s sphere: within 0.3 % of that on the ellipsoid. */
  meters: number;
  /** Compass bearing from the clicked point, degrees clockwise from north. */
  bearingDegrees: number;
  accuracyMeters: number;
  position: Position;
  /** `near-edge` when the place's own accuracy is larger than the distance. */
  certainty: Exclude<Certainty, 'outside'>;
  source: Citation;
}

export interface ProgrammeAnswer {
  id: string;
  applies: 'yes' | 'no' | 'unknown';
  source: Citation;
}

export interface TownAnswer {
  id: string;
  name: string;
  nameEn: string;
  /**
   * `census`: the outline of the census; `divided`: one of them, divided among its towns by the points of their blocks;
   * `cell`: nearest known town point; `official`: an imported outline.
   */
  how: 'census' | 'divided' | 'cell' | 'official';
  certainty: Exclude<Certainty, 'outside'>;
  /** Other towns within the outlines' accuracy. */
  alternatives: string[];
  /** Their English names, in the same order. */
  alternativesEn: string[];
}

/** The block 街区 (in 大字: the lot 地番) nearest to a position. */
export interface AddressAnswer {
  town: string;
  townEn: string;
  /** Its number, 8 of 天神一丁目8番. */
  block: string;
  /** The number is a lot's 地番. */
  lot: boolean;
  /** Whole metres to the block's point; the block is around it. */
  meters: number;
}

/** A feature of a layer that only this city's catalogue declares. */
export interface SectionFeature {
  id: string;
  name: string;
  nameEn: string;
  /** By property: the fields of the layer's entry; null where nothing is published. */
  values: Readonly<Record<string, unknown>>;
  certainty: Exclude<Certainty, 'outside'>;
  /** false: outside the drawn area but within its accuracy, or a thing nearby. */
  inside: boolean;
  /** Metres to its edge, or to the thing itself. */
  meters: number;
  accuracyMeters: number;
  method: string;
  asOf: string;
  source: Citation;
}

export interface SectionAnswer {
  /** Id of the layer. */
  layer: string;
  features: SectionFeature[];
}

/** One site, answered. Plain JSON; fields may be added, never renamed. */
export interface SiteReport {
  position: Position;
  inCity: boolean;
  /** `near-edge` within the wards' accuracy of coast or city limit; null when the ward layer is missing. */
  inCityCertainty: 'clear' | 'near-edge' | null;
  ward: string | null;
  wardEn: string | null;
  /** Other wards within the wards' accuracy. */
  wardAlternatives: string[];
  town: TownAnswer | null;
  /** The nearest block; null where none is near, or where the blocks have not been read. */
  address: AddressAnswer | null;
  /** How far off the position itself may be, metres; it is in every accuracy below. Null: as exact as it was given. */
  positionMeters: number | null;
  treatment: TreatmentAnswer | null;
  designRainfall: DesignRainfallAnswer | null;
  /** The one the point lies in. */
  priorityDistrict: PriorityDistrictAnswer | null;
  /** Others it may lie in: drawn around it as well, or missed by less than their accuracy. */
  priorityCandidates: PriorityDistrictAnswer[];
  inundation: InundationAnswer[];
  /** Empty also where no such data was imported: that is not "dry". */
  riverFlood: RiverFloodAnswer[];
  nearest: {
    shelters: NearestItem[];
    pumpStations: NearestItem[];
    sewers: NearestItem[];
    ponds: NearestItem[];
  };
  programmes: ProgrammeAnswer[];
  /** What else the city's catalogue declares (role `section`), a layer each; absent where it declares nothing else. */
  sections?: SectionAnswer[];
  elevationMeters: number | null;
  /** Parts that could not be answered because their layer is missing or damaged. */
  unavailable: Unavailable[];
  dataVersion: string;
  asOf: string;
}

/** Why a position is no position; the words are in src/i18n. */
export type PositionProblem = 'not-a-number' | 'longitude-range' | 'latitude-range' | 'swapped';

export type SiteReportResult =
  { ok: true; report: SiteReport } | { ok: false; problem: PositionProblem; position: readonly unknown[] };
