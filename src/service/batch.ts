import type { Position } from '../geometry/position.js';
import { parseNumber } from '../formats/text/parse-number.js';
import type { AreaReport, AreaShare } from '../report/area-report.js';
import type { PositionProblem, SiteReport, Unavailable } from '../report/site-report-types.js';
import type { Candidate } from '../search/candidate.js';
import { blocksPart } from '../catalog/block-files.js';
import { addressReport, nameWithWard, type AddressProblem } from './address-report.js';
import type { Service } from './service.js';

/** Columns a report adds to a row of a list, in this order. */
export const batchColumns = [
  'matched',
  'match_level',
  'in_city',
  'ward',
  'town',
  'district',
  'centre',
  'district_certainty',
  'district_alternatives',
  'target_mm_per_hour',
  'stage_mm_per_hour',
  'plan',
  'priority_district',
  'inundation_zones',
  'depth_min_m',
  'depth_max_m',
  'edge_m',
  'data_version',
  'error',
  'answered_longitude',
  'answered_latitude',
  'answered_accuracy_m',
] as const;
export type BatchColumn = (typeof batchColumns)[number];
export type BatchAnswer = Record<BatchColumn, string | number | boolean | null>;

/** An answer and where it was given for. */
export interface LocatedAnswer {
  answer: BatchAnswer;
  /** The row's own position, or the point of what its address matched (a town: see `match_level`); null without one. */
  position: Position | null;
}

/** One row to answer: a position as written, or an address; empty texts count as absent. */
export interface BatchInput {
  longitude?: string | undefined;
  latitude?: string | undefined;
  address?: string | undefined;
  /** Cells of the row beyond the header: which heading is whose is not known then. */
  beyond?: readonly string[];
}
/** Why a row has no answer; it stands in the `error` column. */
export type BatchProblem = PositionProblem | AddressProblem | 'no-input' | 'cells-beyond-header';

/**
 * A row answered without some layers names them here, `layer-unavailable:wards;towns`: an empty cell says "none",
 * so a part nobody could look at must not pass for one. Its lists say `?`.
 */
const unavailableError = 'layer-unavailable';

/** In lists, joined by `;`: `-` means "none of them", `name?` that an edge is too near to tell. */
const joined = (names: readonly (string | number)[]) => [...new Set(names)].join(';');
const orNone = (name: string | null) => name ?? '-';
const unknown = '?';
const sure = (name: string, certain: boolean) => (certain ? name : `${name}?`);
const rememberedAddresses = 10_000;

/**
 * The report's columns as they are called beside columns of one's own, in order: where the list has a column of
 * that name it keeps it, and the report's is set apart as `mizumichi_…`.
 */
export function addedNames(own: Iterable<string>): string[] {
  const taken = new Set(own);
  return batchColumns.map((column) => {
    let name: string = column;
    while (taken.has(name)) name = `mizumichi_${name}`;
    return name;
  });
}

/** Answers rows one by one; addresses met before are remembered, up to a bounded number. */
export function locatedAnswerer(service: Service): (input: BatchInput) => LocatedAnswer {
  const remembered = new Map<string, LocatedAnswer>();
  return (input) => {
    const beyond = (input.beyond ?? []).filter((cell) => cell.trim() !== '');
    if (beyond.length > 0) return failed(`cells-beyond-header:${beyond.join(';')}`);
    const [longitude, latitude] = [input.longitude?.trim() ?? '', input.latitude?.trim() ?? ''];
    if (longitude !== '' || latitude !== '') return atPosition(service, longitude, latitude);
    const address = input.address?.trim() ?? '';
    if (address === '') return failed('no-input');
    const known = remembered.get(address);
    if (known) return known;
    const answer = atAddress(service, address);
    if (remembered.size < rememberedAddresses) remembered.set(address, answer);
    return answer;
  };
}

/** `locatedAnswerer` without the places. */
export function batchAnswerer(service: Service): (input: BatchInput) => BatchAnswer {
  const located = locatedAnswerer(service);
  return (input) => located(input).answer;
}

const empty = Object.fromEntries(batchColumns.map((column) => [column, null])) as BatchAnswer;
const failed = (error: BatchProblem | `${BatchProblem}:${string}`): LocatedAnswer => ({
  answer: { ...empty, error },
  position: null,
});

/** The nearest block stands in no column. */
const isColumn = ({ layer }: Unavailable) => layer !== blocksPart;

/** The roles of layers that could not be read, and the row's error that names them. */
function missingFrom(service: Service, missing: readonly Pick<Unavailable, 'layer'>[]) {
  const layers = [...new Set(missing.map(({ layer }) => layer))];
  return {
    roles: new Set(layers.map((layer) => service.roleOf(layer))),
    error: layers.length > 0 ? `${unavailableError}:${layers.join(';')}` : null,
  };
}

function atPosition(service: Service, longitude: string, latitude: string): LocatedAnswer {
  const degrees = [longitude, latitude].map((text) => parseNumber(text) ?? NaN);
  const result = service.report(degrees);
  if (!result.ok) return failed(result.problem);
  const { position } = result.report;
  const answer = {
    ...siteColumns(service, result.report),
    match_level: 'coordinates',
    // Nobody says how the row's own position was come by.
    ...answeredFor(position, null),
  };
  return { answer, position };
}

function atAddress(service: Service, address: string): LocatedAnswer {
  const result = addressReport(service, address);
  if (!result.ok) {
    const names = result.candidates.map(nameWithWard);
    return failed(names.length > 0 ? `${result.problem}:${joined(names)}` : result.problem);
  }
  const { match, report, area } = result.answer;
  const answer = {
    ...siteColumns(service, report),
    ...(area && areaColumns(area, match.name)),
    error: missingFrom(service, [
      ...report.unavailable.filter(isColumn),
      ...(area?.unavailable ?? []),
      ...(match.blockNote?.kind === 'index-absent' ? [{ layer: blocksPart }] : []),
    ]).error,
    matched: match.name,
    match_level: match.matchLevel,
    ...answeredFor(report.position, area ? null : accuracyOf(service, match)),
  };
  return { answer, position: report.position };
}

/** Of a block, and of a thing as its layer has it. A town's or ward's point says nothing of where in it a house is. */
function accuracyOf(service: Service, { accuracyMeters, featureRef }: Candidate): number | null {
  if (accuracyMeters !== undefined) return accuracyMeters;
  if (featureRef === null) return null;
  const accuracy: unknown = service.feature(featureRef.layer, featureRef.id)?.properties?.['accuracyMeters'];
  return typeof accuracy === 'number' ? accuracy : null;
}

/** @param accuracyMeters how near what was asked for may be; null = unknown */
const answeredFor = ([longitude, latitude]: Position, accuracyMeters: number | null) => ({
  answered_longitude: longitude,
  answered_latitude: latitude,
  answered_accuracy_m: accuracyMeters,
});

/** What holds at one point. */
function siteColumns(service: Service, report: SiteReport): BatchAnswer {
  const { treatment, designRainfall: rain, inundation } = report;
  const priorities = [
    ...(report.priorityDistrict ? [report.priorityDistrict] : []),
    ...report.priorityCandidates,
  ];
  const { roles, error } = missingFrom(service, report.unavailable.filter(isColumn));
  const planCertain = rain?.certainty !== 'near-edge';
  const plans = [rain?.plan, ...(rain?.alternatives ?? [])].flatMap((plan) => plan ?? []);
  const blank = (role: string) => (roles.has(role) ? unknown : '');
  const depths = inundation.flatMap(({ depth }) => depth ?? []);
  const deepest = depths.sort((a, b) => b.minMeters - a.minMeters)[0];
  return {
    ...empty,
    in_city: !report.inCity && report.inCityCertainty === null ? null : report.inCity,
    ward: report.ward,
    town: report.town?.name ?? null,
    district: treatment?.district ?? null,
    centre: treatment?.centre ?? null,
    district_certainty: treatment?.certainty ?? null,
    district_alternatives: treatment
      ? joined(treatment.alternatives.map(orNone))
      : blank('treatmentDistrict'),
    target_mm_per_hour: rain && joined([rain.targetMmPerHour, ...rain.targetAlternativesMmPerHour]),
    stage_mm_per_hour: rain?.stageMmPerHour ?? null,
    plan: rain ? joined(plans.map((plan) => sure(plan, planCertain))) : blank('rainfallPlan'),
    priority_district: roles.has('priorityDistrict')
      ? unknown
      : joined(priorities.map(({ name, certainty }) => sure(name, certainty === 'clear'))),
    inundation_zones: roles.has('inundationZone')
      ? unknown
      : joined(inundation.map(({ zone, certainty }) => sure(zone, certainty === 'clear'))),
    depth_min_m: deepest?.minMeters ?? null,
    depth_max_m: deepest?.maxMeters ?? null,
    edge_m: treatment?.edgeMeters ?? null,
    data_version: report.dataVersion,
    error,
  };
}

/** As good as all of it: outlines reasoned from points cannot tell a hundredth. */
const whole = 0.99;

/**
 * What holds for the whole matched area: an address is known to its town, so one point of it decides nothing.
 * The largest district stands first; one that shares the town with others is as undecided as one near an edge.
 */
function areaColumns(
  { treatment, plans, priorityDistricts, inundation, ...area }: AreaReport,
  name: string,
): Partial<BatchAnswer> {
  const [main, ...others] = treatment?.shares ?? [];
  const shared = others.map((other) => orNone(other.name));
  const doubted = (treatment?.membership?.alternatives ?? []).map(orNone);
  const rivals = [...new Set([...shared, ...doubted])];
  const decided = main?.name ? (doubted.length > 0 ? 'doubtful' : 'clear') : 'outside';
  const parts = (plans ?? []).filter(({ part }) => part === 'whole');
  const planned = parts.reduce((sum, { share }) => sum + share, 0);
  const targets = parts.map(({ targetMmPerHour }) => targetMmPerHour);
  const listed = (shares: readonly AreaShare[] | null) =>
    shares ? joined(shares.map((part) => sure(orNone(part.name), part.share >= whole))) : unknown;
  return {
    ward: area.ward,
    town: area.kind === 'ward' ? null : name,
    // What is unknown of the area is not what holds at one point of it.
    district: main?.name ?? null,
    centre: main?.centre ?? null,
    district_certainty: treatment && (shared.length > 0 ? 'near-edge' : decided),
    district_alternatives: treatment ? joined(rivals) : unknown,
    target_mm_per_hour: plans && joined([...targets, ...(planned < whole ? [area.baseMmPerHour] : [])]),
    plan: plans ? joined(parts.map(({ plan, share }) => sure(plan, share >= whole))) : unknown,
    priority_district: listed(priorityDistricts),
    inundation_zones: listed(inundation),
    // A depth or a distance at one point says nothing of the area.
    depth_min_m: null,
    depth_max_m: null,
    edge_m: null,
  };
}
