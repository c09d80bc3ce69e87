import { propertyText } from './driver/official-feature.js';
import type { LayerCollection } from './layer-collection.js';
import { importLayers, type ImportLayer } from './layers.js';
import type { OfficialFile } from './official-file.js';
import { crsUsed, type Prepared } from './prepare.js';
import { depthTable, type ImportReport } from './report.js';
import type { Tally } from './tally.js';

/** Appended features of an earlier import are not part of what the new ones are appended to. */
export function withoutEarlierImport(
  before: LayerCollection | null,
  layer: ImportLayer,
  earlier: OfficialFile | null,
): LayerCollection {
  const features = before?.features ?? [];
  if (importLayers[layer].policy !== 'append' || !earlier) return { type: 'FeatureCollection', features };
  const old = new Set(earlier.features.map((feature) => propertyText(feature, 'id')));
  const left = features.filter((feature) => !old.has(propertyText(feature, 'id')));
  return { type: 'FeatureCollection', features: left };
}

/**
 * The file to write. Towns and blocks come ward by ward (their publishers pack them so): wards the new file does not speak for keep what
 * an earlier file brought. Every other layer is replaced as a whole.
 */
export function officialFileOf(
  earlier: OfficialFile | null,
  { features, sources, driver, context, coverage }: Prepared,
  { name, sha256 }: ImportReport['file'],
): OfficialFile {
  const crs = [...new Set(sources.map(crsUsed))].join(', ');
  const record = { driver: driver.id, file: name, sha256, asOf: context.asOf, crs, coverage };
  const { layer } = context;
  const byWard = layer === 'towns' || layer === 'blocks';
  if (!byWard || !earlier) return { layer, imports: [record], features };
  const fresh = new Set(features.map((feature) => propertyText(feature, 'ward')));
  const kept = earlier.features.filter((feature) => !fresh.has(propertyText(feature, 'ward')));
  const older = earlier.imports
    .map((one) => ({ ...one, coverage: one.coverage.filter((code) => !coverage.includes(code)) }))
    .filter((one) => one.coverage.length > 0);
  const all = [...kept, ...features].sort((a, b) => (propertyText(a, 'id') < propertyText(b, 'id') ? -1 : 1));
  return { layer, imports: [...older, record], features: all };
}

/** What the import has to say. */
export function importReportOf(
  { driver, sources, context, features, coverage, datum }: Prepared,
  file: ImportReport['file'],
  difference: ImportReport['difference'],
  rebuilt: ImportReport['rebuilt'],
  tally: Tally,
): ImportReport {
  const { layer, credit, asOf } = context;
  return {
    layer,
    driver: driver.id,
    title: driver.title,
    file,
    dataSets: sources.map((source) => {
      const { name, format, encoding } = source.layer;
      return { name, format, encoding, crs: crsUsed(source) };
    }),
    source: credit,
    asOf,
    // Rows may state their own.
    accuracyMeters: Math.max(
      ...features.map(({ properties }) => Number(properties?.['accuracyMeters'] ?? 0)),
    ),
    coverage,
    features: features.length,
    ...tally.summary(),
    datum,
    depths: depthTable(features),
    difference,
    rebuilt,
  };
}
