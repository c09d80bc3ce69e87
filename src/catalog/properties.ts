import * as v from 'valibot';
import { baseProperties } from './provenance.js';

/**
 * The property schema of each report role: what a recipe must write and the report may trust.
 * Units are in the names; null means "not published", never zero.
 */
const text = v.pipe(v.string(), v.minLength(1));
const number = v.number();
const nullableNumber = v.nullable(v.number());
const nullableText = v.nullable(v.string());

export const wardProperties = v.object({ ...baseProperties, code: text });

export const townProperties = v.object({
  ...baseProperties,
  ward: text,
  kana: nullableText,
  /** 丁目 | 大字・町 | 小字 */
  kind: text,
  base: text,
  chome: nullableNumber,
  /**
   * How the outline was made: the census's own; a census outline divided by block points; the land nearest to a point.
   * null where there is none. An imported outline has the method `official`, whatever stands here.
   */
  how: v.optional(v.nullable(v.picklist(['census', 'divided', 'cell'])), null),
  /**
   * Treatment district by the city’s facts/town-districts.csv; where district outlines were imported, all that hold a
   * part of it, joined with ・; null = not in any.
   */
  district: nullableText,
  /** Which of its district’s `membershipDoubts` is about this town; null = its district is certain. */
  districtDoubt: v.optional(nullableText, null),
  labelLongitude: nullableNumber,
  labelLatitude: nullableNumber,
});

export const treatmentDistrictProperties = v.object({
  ...baseProperties,
  /** 担当する処理場 */
  centre: text,
  centreEn: text,
  /** 排除方式 */
  sewerSystem: text,
  /** 計画処理面積 (yearbook 表II-2), hectares */
  plannedAreaHectares: number,
  /** Area of the shape drawn here, hectares */
  drawnAreaHectares: number,
  /** 区域, as the table words it */
  extent: text,
  /** Why some of its towns may not belong to it (所属が確かでない町), each with the districts they may belong to. */
  membershipDoubts: v.optional(
    v.array(
      v.object({
        id: text,
        /** null = in no district */
        alternatives: v.pipe(v.array(nullableText), v.minLength(1)),
        reason: text,
        reasonEn: text,
        page: number,
      }),
    ),
    [],
  ),
  /** Accuracy of the edge beyond which no sewers are planned, where it differs from `accuracyMeters`. */
  outerAccuracyMeters: v.optional(nullableNumber, null),
});

export const rainfallPlanProperties = v.object({
  ...baseProperties,
  /** 雨水整備レインボープラン天神 | …博多 */
  plan: text,
  planEn: text,
  /** whole plan or one of its phases */
  part: v.picklist(['whole', 'phase1', 'phase2']),
  /** 計画: what the whole plan aims at, mm/h */
  targetMmPerHour: number,
  /** 段階: what this part builds (or has built) to, mm/h */
  stageMmPerHour: number,
  period: text,
  statedAreaHectares: number,
  drawnAreaHectares: number,
});

export const priorityDistrictProperties = v.object({
  ...baseProperties,
  ward: text,
  plan: text,
  designMmPerHour: number,
  period: text,
  /** Names of the towns that bear the name; the works area is a part of them. */
  towns: v.array(text),
  /** Only where districts have one outline between them, see `sharedOutlines`. */
  outlineName: v.optional(text),
  outlineNameEn: v.optional(text),
  drawnWith: v.optional(text),
});

export const inundationZoneProperties = v.object({
  ...baseProperties,
  scenarioMmPerHour: nullableNumber,
  sewer: nullableText,
  /** 水位観測所 */
  gaugeStation: nullableText,
  gaugePlace: nullableText,
  /** 内水氾濫危険水位, metres */
  dangerLevelMeters: nullableNumber,
  /** Where water first comes up when the danger level is reached */
  overflowPlace: nullableText,
  depthAfter15MinutesMeters: nullableNumber,
  maximumDepthMeters: nullableNumber,
  firstPublished: nullableText,
  revised: nullableText,
  /** Depth class of official data (A51); null when unknown. */
  depthMinMeters: v.optional(nullableNumber, null),
  depthMaxMeters: v.optional(nullableNumber, null),
});

/** River flood (A31): never mixed with inland flood, its two scenarios never with each other. */
export const riverFloodProperties = v.object({
  ...baseProperties,
  river: nullableText,
  scenario: v.picklist(['assumed-maximum', 'planned']),
  depthMinMeters: v.optional(nullableNumber, null),
  depthMaxMeters: v.optional(nullableNumber, null),
});

export const treatmentCentreProperties = v.object({
  ...baseProperties,
  /** Treatment district served */
  district: text,
  address: text,
  operator: text,
  siteAreaHectares: number,
  /** 処理開始 ISO date */
  started: text,
  process: text,
  dischargesTo: text,
  effluentStandard: text,
  treatedAreaHectares: number,
  plannedTreatedAreaHectares: number,
  capacityCubicMetersPerDay: number,
  plannedCapacityCubicMetersPerDay: number,
  sewerSystem: text,
  population: number,
  /** 処理水量 of the fiscal year of operation-fy2024.csv (表V-1, p. 55), thousand m³; null for the prefecture's plant */
  treatedWaterThousandCubicMeters: v.optional(nullableNumber, null),
  /** 放流水質 of the same year (表V-3, p. 56), means in mg/L as printed, `<` = below the limit of quantification */
  effluentQuality: v.optional(nullableText, null),
});

export const pumpStationProperties = v.object({
  ...baseProperties,
  /** District the yearbook lists it under; null for tables III-6 and III-7, which do not say. */
  district: nullableText,
  /** planned: 表III-4, exempt: 表III-6, manhole: 表III-7 */
  table: v.picklist(['planned', 'exempt', 'manhole']),
  purpose: v.picklist(['storm', 'sanitary', 'both']),
  /** 運転開始 as printed (S56.9) and ISO year-month */
  startedEra: text,
  started: text,
  sanitaryCubicMetersPerMinute: nullableNumber,
  stormCubicMetersPerMinute: nullableNumber,
  dischargesTo: nullableText,
});

export const pondProperties = v.object({
  ...baseProperties,
  district: text,
  purpose: text,
  startedEra: text,
  started: text,
  storageCubicMeters: number,
});

export const shelterProperties = v.object({
  ...baseProperties,
  ward: text,
  address: text,
  flood: v.boolean(),
  inlandFlood: v.boolean(),
  stormSurge: v.boolean(),
  tsunami: v.boolean(),
  landslide: v.boolean(),
  earthquake: v.boolean(),
  alsoEvacuationShelter: v.boolean(),
});

export const sewerProperties = v.object({
  ...baseProperties,
  plan: text,
  /** storm | sanitary | null where the document does not say */
  carries: v.nullable(v.picklist(['storm', 'sanitary'])),
  diameterMillimeters: nullableNumber,
  lengthMeters: nullableNumber,
  /** ISO year-month, null where not printed */
  periodStart: nullableText,
  periodEnd: nullableText,
  status: v.picklist(['planned', 'under-way', 'in-service', 'unknown']),
  statusBasis: text,
  startPlace: nullableText,
  endPlace: nullableText,
});

/** A sewer of somebody's own file; null or absent = the file does not say. */
export const sewerPipeProperties = v.object({
  ...baseProperties,
  kind: v.optional(v.nullable(v.picklist(['storm', 'sanitary', 'combined'])), null),
  shape: v.optional(nullableText),
  material: v.optional(nullableText),
  built: v.optional(nullableText),
  diameterMillimeters: v.optional(nullableNumber),
  lengthMeters: v.optional(nullableNumber),
  gradientPermille: v.optional(nullableNumber),
  upstreamInvertMeters: v.optional(nullableNumber),
  downstreamInvertMeters: v.optional(nullableNumber),
});

export const workProperties = v.object({
  ...baseProperties,
  /** sewer | pump-station | treatment-centre | reclaimed-water */
  facility: v.picklist(['sewer', 'pump-station', 'treatment-centre', 'reclaimed-water']),
  /** renewal | flood | earthquake | reclaimed-water */
  kind: v.picklist(['renewal', 'flood', 'earthquake', 'reclaimed-water']),
  programme: nullableText,
  period: text,
});

export const reclaimedWaterProperties = v.object({
  ...baseProperties,
  region: text,
  servedAreaHectares: number,
  since: nullableText,
});

export const combinedSewerProperties = v.object({
  ...baseProperties,
  /** whole: 合流式の区域 · separation: 分流化を進める区域 */
  kind: v.picklist(['whole', 'separation']),
  statedAreaHectares: number,
  drawnAreaHectares: nullableNumber,
});

/** What only one city has: its fields are the entry's, and are handed on as they are. */
export const sectionProperties = v.looseObject({ ...baseProperties });

export const plainProperties = v.object({ ...baseProperties });

/** Where the treatment district cannot be decided, and which of the two doubts it is. */
export const certaintyProperties = v.object({
  ...baseProperties,
  /** `line`: too near a line; `town`: whether the town belongs to the district is not certain. */
  doubt: v.picklist(['line', 'town']),
});

/** Report roles and the schema each one's features keep. */
export const roleSchemas = {
  ward: wardProperties,
  town: townProperties,
  treatmentDistrict: treatmentDistrictProperties,
  treatmentCentre: treatmentCentreProperties,
  rainfallPlan: rainfallPlanProperties,
  priorityDistrict: priorityDistrictProperties,
  inundationZone: inundationZoneProperties,
  riverFlood: riverFloodProperties,
  pumpStation: pumpStationProperties,
  pond: pondProperties,
  shelter: shelterProperties,
  sewer: sewerProperties,
  sewerPipe: sewerPipeProperties,
  work: workProperties,
  reclaimedWater: reclaimedWaterProperties,
  combinedSewer: combinedSewerProperties,
  section: sectionProperties,
  certainty: certaintyProperties,
  context: plainProperties,
} as const;

export type ReportRole = keyof typeof roleSchemas;
export type PropertiesOf<Role extends ReportRole> = v.InferOutput<(typeof roleSchemas)[Role]>;
