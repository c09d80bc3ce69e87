import type { Geometry } from 'geojson';
import type { BaseProperties, Citation } from '../catalog/provenance.js';
import type { ReportRole } from '../catalog/properties.js';
import { areaSquareMeters } from '../geometry/length-area.js';
import type { sharedAreas } from '../geometry/shared-area.js';
import type { RoleFeature } from './layer-set.js';
import type { Areas, SiteIndex } from './site-index.js';
import { membershipIn } from './treatment.js';
import type { MembershipAnswer, Unavailable } from './site-report-types.js';

/** A part of the area in question. */
export interface AreaShare {
  /** Id and name of what covers the part; null for the part nothing covers. */
  id: string | null;
  name: string | null;
  nameEn: string | null;
  /** 0–1 of the area, to thousandths. */
  share: number;
  areaHectares: number;
}

export interface DistrictShare extends AreaShare {
  centre: string | null;
  centreEn: string | null;
  sewerSystem: string | null;
}

export interface PlanShare extends AreaShare {
  plan: string;
  part: 'whole' | 'phase1' | 'phase2';
  targetMmPerHour: number;
  stageMmPerHour: number;
  period: string;
}

export interface AreaTreatment {
  /** One district, or none at all, has the whole area; otherwise `shares` says who shares it. */
  wholly: boolean;
  /** Largest first. */
  shares: DistrictShare[];
  /** Whether its towns belong to the districts drawn there; null where nothing is drawn. */
  membership: MembershipAnswer | null;
  source: Citation;
}

/** What holds for a town, several towns or a ward as a whole. Plain JSON; null parts: see `unavailable`. */
export interface AreaReport {
  /** Feature id; ids of several towns are joined by `;`. */
  id: string;
  kind: 'town' | 'town-group' | 'ward';
  name: string;
  nameEn: string;
  ward: string;
  areaHectares: number;
  method: string;
  accuracyMeters: number;
  treatment: AreaTreatment | null;
  plans: PlanShare[] | null;
  priorityDistricts: AreaShare[] | null;
  inundation: AreaShare[] | null;
  baseMmPerHour: number;
  unavailable: Unavailable[];
  dataVersion: string;
  asOf: string;
}

/** Why an area has no report: nobody knows the id, or its place is not published (位置未公表). */
export type AreaProblem = 'unknown-area' | 'place-not-published';
export type AreaReportResult =
  { ok: true; report: AreaReport } | { ok: false; problem: AreaProblem; id: string };

type Cut = typeof sharedAreas;

/** A smaller share is noise of the drawing: outlines reasoned from points cannot tell a hundredth of a town. */
const noise = 0.01;

/**
 * Which treatment districts, plans and zones share a town or a ward.
 * @param ids feature id of a town or ward, or of all towns of a group (天神 = 一丁目 to 五丁目), taken as one area
 * @param cut how areas are cut, `sharedAreas`; null where that part of the script did not come: shares are unknown
 */
export function areaReport(
  index: SiteIndex,
  ids: string | readonly string[],
  cut: Cut | null,
): AreaReportResult {
  const requested = typeof ids === 'string' ? [ids] : ids;
  const id = requested.join(';');
  const members = requested.flatMap((one) => areaById(index, one) ?? []);
  const [first] = members;
  if (!first || members.length < requested.length) return { ok: false, problem: 'unknown-area', id };
  const geometries = members.flatMap(({ geometry }) => geometry ?? []);
  if (geometries.length === 0) return { ok: false, problem: 'place-not-published', id };
  const geometry: Geometry = { type: 'GeometryCollection', geometries };

  const unavailable = [...index.unavailable];
  /** A part that cannot be reckoned is as unknown as one whose layer is missing, and named like it. */
  const known = <Role extends ReportRole, Part>(
    areas: Areas<Role> | null,
    part: (areas: Areas<Role>, cut: Cut) => Part,
  ): Part | null => {
    if (!areas) return null;
    try {
      if (!cut) throw new Error('not loaded');
      return part(areas, cut);
    } catch (error) {
      const reason = `shares: ${error instanceof Error ? error.message : String(error)}`;
      for (const layer of new Set(areas.features.map((feature) => feature.layer)))
        unavailable.push({ unavailable: true, layer, reason });
      return null;
    }
  };
  const plain = <Role extends ReportRole>(areas: Areas<Role>, by: Cut) =>
    sharesOf(areas, geometry, by).map(({ share }) => share);
  const named = (part: 'name' | 'nameEn') => members.map(({ properties }) => properties[part]).join('・');
  return {
    ok: true,
    report: {
      id,
      kind: members.length > 1 ? 'town-group' : first.kind,
      name: named('name'),
      nameEn: named('nameEn'),
      ward: first.ward,
      areaHectares: hectares(areaSquareMeters(geometry)),
      method: first.properties.method,
      accuracyMeters: Math.max(...members.map(({ properties }) => properties.accuracyMeters ?? 0)),
      treatment: known(index.districts, (districts, by) => ({
        ...treatmentOf(districts, geometry, by),
        membership: membershipOfAll(
          districts,
          members.flatMap(({ doubt }) => doubt ?? []),
        ),
      })),
      plans: known(index.planParts, (parts, by) => plansOf(parts, geometry, by)),
      priorityDistricts: known(index.priority, plain),
      inundation: known(index.inundation, plain),
      baseMmPerHour: index.city.baseRainfall.mmPerHour,
      unavailable,
      dataVersion: index.dataVersion,
      asOf: index.asOf,
    },
  };
}

/** The doubts of all towns of the area, taken together. */
function membershipOfAll(
  { features }: Areas<'treatmentDistrict'>,
  doubts: readonly string[],
): MembershipAnswer | null {
  const answers = features.map(({ properties }) => membershipIn(properties, doubts));
  const doubtful = answers.filter(({ certainty }) => certainty === 'doubtful');
  const first = doubtful[0] ?? answers[0];
  if (!first) return null;
  return { ...first, alternatives: [...new Set(doubtful.flatMap(({ alternatives }) => alternatives))] };
}

interface NamedArea {
  kind: 'town' | 'ward';
  ward: string;
  doubt: string | null;
  geometry: Geometry | null;
  properties: BaseProperties;
}

function areaById({ towns, wards }: SiteIndex, id: string): NamedArea | null {
  const town = towns?.features.find(({ properties }) => properties.id === id);
  if (town) {
    const { ward, districtDoubt } = town.properties;
    return { kind: 'town', ward, doubt: districtDoubt, ...town };
  }
  const ward = wards?.features.find(({ properties }) => properties.id === id);
  return ward ? { kind: 'ward', ward: ward.properties.name, doubt: null, ...ward } : null;
}

const hectares = (squareMeters: number) => Math.round(squareMeters / 100) / 100;
const thousandths = (share: number) => Math.round(share * 1000) / 1000;

/** Shares of everything that covers a noticeable part, largest first. */
function sharesOf<Role extends ReportRole>({ areas, features }: Areas<Role>, geometry: Geometry, cut: Cut) {
  const squareMeters = areaSquareMeters(geometry);
  // Of no area nothing is a share.
  if (squareMeters === 0) return [];
  const shared = cut(
    geometry,
    areas.index,
    features.map((feature) => feature.geometry),
  );
  return [...shared]
    .filter(([, covered]) => thousandths(covered / squareMeters) >= noise)
    .sort(([a, coveredA], [b, coveredB]) => coveredB - coveredA || a - b)
    .map(([area, covered]) => {
      const feature = features[area] as RoleFeature<Role>;
      const { id, name, nameEn } = feature.properties;
      const share: AreaShare = {
        ...{ id, name, nameEn },
        share: thousandths(covered / squareMeters),
        areaHectares: hectares(covered),
      };
      return { feature, share };
    });
}

function treatmentOf(
  districts: Areas<'treatmentDistrict'>,
  geometry: Geometry,
  cut: Cut,
): Omit<AreaTreatment, 'membership'> {
  const covered = sharesOf(districts, geometry, cut);
  const shares = covered.map(({ feature, share }): DistrictShare => {
    const { centre, centreEn, sewerSystem } = feature.properties;
    return { ...share, centre, centreEn, sewerSystem };
  });
  const rest = 1 - shares.reduce((sum, { share }) => sum + share, 0);
  if (rest >= noise) {
    const squareMeters = areaSquareMeters(geometry);
    const none = { id: null, name: null, nameEn: null, centre: null, centreEn: null, sewerSystem: null };
    shares.push({ ...none, share: thousandths(rest), areaHectares: hectares(squareMeters * rest) });
    shares.sort((a, b) => b.share - a.share);
  }
  const cited = (covered[0]?.feature ?? districts.features[0])?.properties;
  return {
    wholly: shares.length === 1,
    shares,
    source: { document: cited?.source ?? '', page: cited?.page ?? null },
  };
}

function plansOf(parts: Areas<'rainfallPlan'>, geometry: Geometry, cut: Cut): PlanShare[] {
  return sharesOf(parts, geometry, cut).map(({ feature, share }) => {
    const { plan, part, targetMmPerHour, stageMmPerHour, period } = feature.properties;
    return { ...share, plan, part, targetMmPerHour, stageMmPerHour, period };
  });
}
