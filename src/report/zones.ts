import type { Position } from '../geometry/position.js';
import type { AreaHit } from './area-layer.js';
import type { SiteIndex } from './site-index.js';
import type { InundationAnswer, PriorityDistrictAnswer, RiverFloodAnswer } from './site-report-types.js';

const uncertainty = ({ certainty, inside, edgeMeters, accuracyMeters }: AreaHit) => ({
  certainty,
  inside,
  edgeMeters,
  accuracyMeters,
});

/**
 * Priority districts (雨水整備Doプラン) that hold the position or miss it by less than their accuracy.
 * Where several hold it (原田(1) and (2) are published without their border) none of them is certain.
 */
export function priorityDistrictsAt(
  { priority }: SiteIndex,
  position: Position,
  positionMeters = 0,
): PriorityDistrictAnswer[] {
  if (!priority) return [];
  const hits = priority.areas.hits(position, positionMeters);
  const several = hits.filter(({ inside }) => inside).length > 1;
  return hits.flatMap((hit) => {
    const feature = priority.features[hit.area];
    if (!feature) return [];
    const { id, name, nameEn, ward, plan, designMmPerHour, period, method, asOf, source, page } =
      feature.properties;
    return [
      {
        ...{ id, name, nameEn, ward, plan, designMmPerHour, period },
        ...uncertainty(hit),
        ...(several && { certainty: 'near-edge' as const }),
        ...{ method, asOf, source: { document: source, page } },
      },
    ];
  });
}

/** Inland-flood assumption zones (a hazard scenario, no design level) at or near the position. */
export function inundationAt(
  { inundation }: SiteIndex,
  position: Position,
  positionMeters = 0,
): InundationAnswer[] {
  if (!inundation) return [];
  const answers = inundation.areas.hits(position, positionMeters).flatMap((hit): InundationAnswer[] => {
    const properties = inundation.features[hit.area]?.properties;
    if (!properties) return [];
    const { depthMinMeters, depthMaxMeters } = properties;
    return [
      {
        id: properties.id,
        zone: properties.name,
        zoneEn: properties.nameEn,
        scenarioMmPerHour: properties.scenarioMmPerHour,
        sewer: properties.sewer,
        gaugeStation: properties.gaugeStation,
        dangerLevelMeters: properties.dangerLevelMeters,
        overflowPlace: properties.overflowPlace,
        depthAfter15MinutesMeters: properties.depthAfter15MinutesMeters,
        maximumDepthMeters: properties.maximumDepthMeters,
        firstPublished: properties.firstPublished,
        revised: properties.revised,
        depth: depthOf(depthMinMeters, depthMaxMeters, properties.source, 'A51'),
        ...uncertainty(hit),
        method: properties.method,
        asOf: properties.asOf,
        source: { document: properties.source, page: properties.page },
      },
    ];
  });
  return withoutRepeats(answers);
}

/** River-flood assumption areas (another hazard scenario) at or near the position. */
export function riverFloodAt(
  { riverFlood }: SiteIndex,
  position: Position,
  positionMeters = 0,
): RiverFloodAnswer[] {
  if (!riverFlood) return [];
  const answers = riverFlood.areas.hits(position, positionMeters).flatMap((hit): RiverFloodAnswer[] => {
    const properties = riverFlood.features[hit.area]?.properties;
    if (!properties) return [];
    const { id, name, nameEn, river, scenario, method, asOf, source, page } = properties;
    const { depthMinMeters, depthMaxMeters } = properties;
    return [
      {
        ...{ id, area: name, areaEn: nameEn, river, scenario },
        depth: depthOf(depthMinMeters, depthMaxMeters, source, 'A31'),
        ...uncertainty(hit),
        ...{ method, asOf, source: { document: source, page } },
      },
    ];
  });
  return withoutRepeats(answers);
}

/** An open top class has a minimum only; no minimum means the depth is unknown, never zero. */
function depthOf(
  minMeters: number | null,
  maxMeters: number | null,
  source: string,
  dataSet: string,
): InundationAnswer['depth'] {
  if (minMeters === null) return null;
  return { minMeters, maxMeters, from: source.includes(dataSet) ? dataSet : source };
}

/** Official depth maps hold thousands of like pieces: several of one zone and class are one answer, the first. */
function withoutRepeats<Answer extends InundationAnswer | RiverFloodAnswer>(
  answers: readonly Answer[],
): Answer[] {
  const seen = new Set<string>();
  return answers.filter((answer) => {
    const { depth } = answer;
    const key = `${'zone' in answer ? answer.zone : answer.area}|${depth?.minMeters}|${depth?.maxMeters}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
