import * as v from 'valibot';
import { list, number, optionalNumber, optionalText, page, text } from './cells.js';

/** Decisions by town, each with its basis and page: CSVs of a city's `facts/` with the same columns everywhere. */
export const townTables = {
  townDistricts: v.object({
    ward: text,
    town: text,
    district: optionalText,
    confidence: v.picklist(['high', 'medium', 'low']),
    basis: text,
    page,
  }),
  /** Why it is not certain to which district some towns belong (所属が確かでない理由); `none` = in no district. */
  membershipDoubts: v.object({
    id: text,
    district: text,
    alternatives: list,
    reason: text,
    reason_en: text,
    page: number,
  }),
  /** The towns that a doubt is about. */
  doubtfulTowns: v.object({ ward: text, town: text, doubt: text }),
  /** Towns planned to their border though not yet built on. */
  plannedTowns: v.object({ ward: text, town: text, basis: text, page }),
  priorityTowns: v.object({ ward: text, district: text, town: text, basis: text, page }),
  planTowns: v.object({
    plan: text,
    part: v.picklist(['whole', 'phase1', 'phase2']),
    ward: text,
    town: text,
    basis: text,
    page,
  }),
  zoneTowns: v.object({ zone: text, ward: text, town: text, basis: text, page }),
  placements: v.object({
    table: v.picklist(['treatment-centres', 'planned', 'exempt', 'manhole', 'ponds']),
    name: text,
    ward: optionalText,
    place: optionalText,
    longitude: optionalNumber,
    latitude: optionalNumber,
    accuracyMeters: optionalNumber,
    basis: text,
    page,
  }),
  reclaimedWaterPlaces: v.object({ area: text, ward: text, town: text, basis: text, page: number }),
} as const;

export type TownTables = {
  readonly [Id in keyof typeof townTables]: readonly v.InferOutput<(typeof townTables)[Id]>[];
};
export type Placement = TownTables['placements'][number];
