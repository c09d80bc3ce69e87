import type { Position } from '../geometry/position.js';
import type { SiteIndex } from './site-index.js';
import type { DesignRainfallAnswer, TreatmentAnswer } from './site-report-types.js';
import { sewerAreaOf } from './treatment.js';

/**
 * Design levels at a position inside the city: planned target and stage, never an observation or a scenario.
 * Null when the plans' layer is missing: the base level alone could be too low a claim.
 */
export function designRainfallAt(
  { plans, planParts, city }: SiteIndex,
  position: Position,
  treatment: TreatmentAnswer | null,
  positionMeters = 0,
): DesignRainfallAnswer | null {
  if (!plans || !planParts) return null;
  const decision = plans.areas.decide(position, positionMeters);
  const whole = plans.features[decision.own]?.properties;
  const base = city.baseRainfall;
  const sewerArea = sewerAreaOf(treatment);

  // The most particular part that holds the place: a first stage lies inside the second, both inside the whole.
  const hits = planParts.areas.hits(position, positionMeters).flatMap(({ area, inside, certainty }) => {
    const properties = planParts.features[area]?.properties;
    return properties && properties.plan === whole?.plan ? [{ properties, inside, certainty }] : [];
  });
  const part = hits
    .filter((hit) => hit.inside)
    .sort((a, b) => a.properties.drawnAreaHectares - b.properties.drawnAreaHectares)[0]?.properties;
  const inForce = part ?? whole;

  const target = inForce?.targetMmPerHour ?? base.mmPerHour;
  const alternatives = decision.alternatives.map((area) => plans.features[area]?.properties);
  const otherTargets = alternatives.map((plan) => plan?.targetMmPerHour ?? base.mmPerHour);
  const certainty =
    decision.certainty === 'near-edge' ? 'near-edge' : sewerArea === 'outside' ? 'outside' : 'clear';
  return {
    targetMmPerHour: target,
    stageMmPerHour: inForce?.stageMmPerHour ?? base.mmPerHour,
    baseMmPerHour: base.mmPerHour,
    plan: inForce?.plan ?? null,
    planEn: inForce?.planEn ?? null,
    part: inForce?.part ?? null,
    period: inForce?.period ?? null,
    certainty,
    alternatives: alternatives.map((plan) => plan?.plan ?? null),
    targetAlternativesMmPerHour: [...new Set(otherTargets)].filter((other) => other !== target),
    partAlternatives: hits
      .filter((hit) => hit.certainty === 'near-edge' && hit.properties.part !== part?.part)
      .map((hit) => hit.properties.part),
    sewerArea,
    edgeMeters: decision.edgeMeters,
    accuracyMeters: decision.accuracyMeters,
    source: inForce ? { document: inForce.source, page: inForce.page } : base.source,
  };
}
