/** The report held against turf in a loop, and against itself: what every answer must obey, wherever it is given. */
import { booleanPointInPolygon, destination } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon, Position as Corner } from 'geojson';
import type { Position, SiteReport } from '../../src/report/site-report-types.js';
import { builtLayers, reportAt } from './built-data.js';

type Area = Feature<Polygon | MultiPolygon>;

function areasOf(layer: string): Area[] {
  return (builtLayers[layer]?.features ?? []).filter(({ geometry }) => geometry) as Area[];
}
const areas = {
  districts: areasOf('treatment-districts'),
  wards: areasOf('wards'),
  plans: areasOf('rainbow-plan'),
  priority: areasOf('priority-districts'),
};
export type AreaLayer = keyof typeof areas;

function text(area: Area, field: string): string {
  return String(area.properties?.[field]);
}
const around = (position: Position, layer: AreaLayer, field: string) =>
  areas[layer].filter((area) => booleanPointInPolygon([...position], area)).map((area) => text(area, field));

/** Whether turf agrees at the very point; on a boundary, which is inside, each of its two sides is right. */
function agrees(name: string | null, position: Position, layer: AreaLayer, field: string): boolean {
  const found = around(position, layer, field);
  return name === null ? found.length === 0 : found.includes(name);
}

/** What is wrong with the answer at a position; null when it is right. */
export function disagreement(position: Position): string | null {
  const report = reportAt(...position);
  if (!agrees(report.ward, position, 'wards', 'name'))
    return `ward ${report.ward}, turf ${around(position, 'wards', 'name').join()}`;
  if (report.inCity !== (report.ward !== null)) return 'in the city without a ward';
  if (!report.inCity) return outsideOf(report);
  return treatmentOf(report, position) ?? rainOf(report, position) ?? priorityOf(report, position);
}

function outsideOf(report: SiteReport): string | null {
  const { treatment, designRainfall, priorityDistrict, inundation } = report;
  return (treatment ?? designRainfall ?? priorityDistrict ?? inundation[0])
    ? 'answers outside the city'
    : null;
}

function treatmentOf({ treatment }: SiteReport, position: Position): string | null {
  if (!treatment) return 'no treatment answer';
  const { district, certainty, alternatives } = treatment;
  const kinds = [
    certainty === 'clear' && district !== null && alternatives.length === 0,
    certainty === 'near-edge' && alternatives.length > 0 && !alternatives.includes(district),
    certainty === 'doubtful' &&
      treatment.membership?.certainty === 'doubtful' &&
      alternatives.length > 0 &&
      !alternatives.includes(district),
    certainty === 'outside' && district === null && alternatives.length === 0,
  ];
  if (kinds.filter(Boolean).length !== 1)
    return `not exactly one of district, near-edge, doubtful, outside: ${certainty}`;
  return agrees(district, position, 'districts', 'name')
    ? null
    : `district ${district}, turf ${around(position, 'districts', 'name').join()}`;
}

function rainOf({ designRainfall }: SiteReport, position: Position): string | null {
  if (!designRainfall) return 'no design rainfall';
  const { plan, targetMmPerHour, stageMmPerHour, baseMmPerHour } = designRainfall;
  if (![targetMmPerHour, stageMmPerHour, baseMmPerHour].every((level) => level > 0))
    return 'a level of nothing';
  if (targetMmPerHour < stageMmPerHour) return 'a target below its stage';
  return agrees(plan, position, 'plans', 'plan')
    ? null
    : `plan ${plan}, turf ${around(position, 'plans', 'plan').join()}`;
}

function priorityOf(
  { priorityDistrict, ward, wardAlternatives }: SiteReport,
  position: Position,
): string | null {
  const inside = priorityDistrict?.inside ? priorityDistrict : null;
  if (inside && ![ward, ...wardAlternatives].includes(inside.ward))
    return `priority district of ${inside.ward} in ${ward}`;
  return agrees(inside?.name ?? null, position, 'priority', 'name')
    ? null
    : `priority ${inside?.name}, turf ${around(position, 'priority', 'name').join()}`;
}

/** A `clear` or `outside` answer stays when one goes a metre in the given direction; null when it does. */
export function flip(position: Position, bearing: number): string | null {
  const here = reportAt(...position);
  if (!here.treatment || here.treatment.certainty === 'near-edge') return null;
  const there = reportAt(...moved(position, 1, bearing));
  if (!there.inCity)
    return here.inCityCertainty === 'clear' ? 'a metre from clear lies outside the city' : null;
  return there.treatment?.district === here.treatment.district
    ? null
    : `${here.treatment.district} becomes ${there.treatment?.district} within a metre`;
}

export function moved(position: Position, meters: number, bearing: number): Position {
  const [x = NaN, y = NaN] = destination([...position], meters, bearing, { units: 'meters' }).geometry
    .coordinates;
  return [x, y];
}

/** Every edge of the areas of a layer, as its two ends. */
export function edgesOf(layer: AreaLayer): [Corner, Corner][] {
  return areas[layer].flatMap(({ geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return polygons
      .flat()
      .flatMap((ring) => ring.slice(1).map((end, at): [Corner, Corner] => [ring[at] ?? end, end]));
  });
}

/** A point of an edge and how its metre to either side is reached. */
export function besideEdge([from, to]: [Corner, Corner], share: number, meters: number): Position[] {
  const at: Position = [
    (from[0] ?? NaN) + ((to[0] ?? NaN) - (from[0] ?? NaN)) * share,
    (from[1] ?? NaN) + ((to[1] ?? NaN) - (from[1] ?? NaN)) * share,
  ];
  const east = ((to[0] ?? NaN) - (from[0] ?? NaN)) * Math.cos((at[1] * Math.PI) / 180);
  const along = (Math.atan2(east, (to[1] ?? NaN) - (from[1] ?? NaN)) * 180) / Math.PI;
  return [at, moved(at, meters, along + 90), moved(at, meters, along - 90)];
}
