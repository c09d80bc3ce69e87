import type { FeatureReference } from '../catalog/feature-reference.js';
import type { LayerEntry } from '../catalog/layer-entry.js';
import type { SiteReport } from '../report/site-report-types.js';
import type { Highlight } from '../style/highlight-layers.js';

/**
 * What is outlined: the picked feature; and for the treatment district the report's word counts
 * more than the picture's, so near a border all candidates are outlined, dashed.
 */
export function highlightsFor(
  catalogue: readonly LayerEntry[],
  feature: FeatureReference | null,
  report: SiteReport | null,
): Highlight[] {
  const districts = catalogue.find(({ role }) => role === 'treatmentDistrict');
  const picked: Highlight[] = feature
    ? [{ layer: feature.layer, property: 'id', value: feature.id, certainty: 'sure' }]
    : [];
  if (!districts || !report?.treatment || (feature && feature.layer !== districts.id)) return picked;
  const { district, alternatives, certainty } = report.treatment;
  const names = [district, ...alternatives].filter((name) => name !== null);
  return names.map((value) => ({
    layer: districts.id,
    property: 'name',
    value,
    certainty: certainty === 'clear' ? 'sure' : 'maybe',
  }));
}

/** Widest accuracy in metres among the answers that cannot be decided at this point; null if all are clear. */
export function uncertaintyMeters(report: SiteReport | null): number | null {
  if (!report) return null;
  const { treatment, designRainfall, priorityDistrict, inundation } = report;
  const doubts = [treatment, designRainfall, priorityDistrict, ...inundation]
    .filter((answer) => answer?.certainty === 'near-edge')
    .map((answer) => answer?.accuracyMeters ?? 0);
  const widest = doubts.reduce((most, meters) => Math.max(most, meters), 0);
  return widest > 0 ? widest : null;
}
