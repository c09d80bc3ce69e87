import type { Position } from '../geometry/position.js';
import type { AreaHit } from './area-layer.js';
import type { SiteIndex } from './site-index.js';
import type { InundationAnswer, PriorityDistrictAnswer } from './site-report.js';

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
export function priorityDistrictsAt({ priority }: SiteIndex, position: Position): PriorityDistrictAnswer[] {
  if (!priority) return [];
  const hits = priority.areas.hits(position);
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
export function inundationAt({ inundation }: SiteIndex, position: Position): InundationAnswer[] {
  if (!inundation) return [];
  const answers = inundation.areas.hits(position).flatMap((hit): InundationAnswer[] => {
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
        // An open top class has a minimum only; no minimum means the depth is unknown, never zero.
        depth:
          depthMinMeters === null
            ? null
            : {
                minMeters: depthMinMeters,
                maxMeters: depthMaxMeters,
                from: properties.source.includes('A51') ? 'A51' : properties.source,
              },
        ...uncertainty(hit),
        method: properties.method,
        asOf: properties.asOf,
        source: { document: properties.source, page: properties.page },
      },
    ];
  });
  return withoutRepeats(answers);
}

/** Official depth maps hold thousands of like pieces: several of one zone and class are one answer, the first. */
function withoutRepeats(answers: readonly InundationAnswer[]): InundationAnswer[] {
  const seen = new Set<string>();
  return answers.filter(({ zone, depth }) => {
    const key = `${zone}|${depth?.minMeters}|${depth?.maxMeters}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
