import type { LayerFeature } from './layer-collection.js';
import type { Difference } from './difference.js';
import { depthClassName } from './driver/depth-class.js';
import type { ImportLayer } from './layers.js';
import type { DatumFinding } from './shape/datum.js';
import { polygonHectares } from './shape/measure.js';
import type { TallySummary } from './tally.js';
import { examplesText, type Wording } from './wording.js';

/** Everything an import has to say, as plain JSON. */
export interface ImportReport extends TallySummary {
  layer: ImportLayer;
  driver: string;
  title: string;
  file: { name: string; bytes: number; sha256: string };
  dataSets: { name: string; format: string; encoding: string | null; crs: string }[];
  source: string;
  asOf: string;
  accuracyMeters: number;
  coverage: string[];
  /** Features the layer gets from this file. */
  features: number;
  datum: DatumFinding;
  /** Hectares a depth class, for layers that have depths. */
  depths: { depth: string; features: number; hectares: number }[];
  difference: Difference;
  /** Layers that were built anew from this one and changed with it. */
  rebuilt: { layer: string; difference: Difference }[];
}

const unknownDepth = '不明';

/** Area by depth class; null depths are named as unknown. */
export function depthTable(features: readonly LayerFeature[]): ImportReport['depths'] {
  const rows = new Map<string, { features: number; hectares: number }>();
  for (const { properties, geometry } of features) {
    if (!properties || !('depthMinMeters' in properties)) continue;
    const { depthMinMeters: min, depthMaxMeters: max } = properties as Record<string, unknown>;
    const known = typeof min === 'number';
    const name = known
      ? depthClassName({ minMeters: min, maxMeters: typeof max === 'number' ? max : null })
      : unknownDepth;
    const row = rows.get(name) ?? { features: 0, hectares: 0 };
    row.features++;
    row.hectares = Math.round((row.hectares + polygonHectares(geometry)) * 100) / 100;
    rows.set(name, row);
  }
  return [...rows].map(([depth, row]) => ({ depth, ...row }));
}

function differenceLines(difference: Difference, words: Wording): string[] {
  const { changed, restated, onlyBefore, onlyAfter, area, length } = difference;
  const lines = [words.features(difference)];
  if (restated.count > 0)
    lines.push(words.restated({ count: restated.count, examples: examplesText(words, restated.names) }));
  if (area) lines.push(words.area(area));
  if (length) lines.push(words.length(length));
  for (const { name, beforeHectares, afterHectares, movedMeters } of changed.slice(0, 10)) {
    const sizes = beforeHectares === undefined ? '' : ` ${beforeHectares} ha → ${afterHectares} ha`;
    const moved = movedMeters === null ? words.placed : words.moved({ meters: movedMeters });
    lines.push(`  ${name}${sizes}${moved}`);
  }
  const list = (names: readonly string[]) => ({ names: names.join(words.listSeparator) });
  if (onlyBefore.length > 0) lines.push(`  ${words.gone(list(onlyBefore))}`);
  if (onlyAfter.length > 0) lines.push(`  ${words.added(list(onlyAfter.slice(0, 10)))}`);
  return lines;
}

/** The report as lines for people. */
export function reportLines(report: ImportReport, words: Wording): string[] {
  const { dataSets, skipped, repaired, unknownValues, notes, depths } = report;
  return [
    `${report.title} → ${report.layer}`,
    ...dataSets.map((each) => `  ${words.dataSet({ ...each, encoding: each.encoding ?? words.noEncoding })}`),
    words.source(report),
    words.counts(report),
    ...skipped.map(({ reason, count, examples }) =>
      words.skipped({ what: words.skips[reason], count, examples: examplesText(words, examples) }),
    ),
    ...unknownValues.map(({ value, count }) => words.unknown({ value, count })),
    ...repaired.map(({ kind, count, examples }) =>
      words.repaired({ what: words.repairs[kind], count, examples: examplesText(words, examples) }),
    ),
    ...notes.map(({ kind, count, examples }) =>
      words.note({ what: words.notes[kind], count, examples: examplesText(words, examples) }),
    ),
    ...depths.map(({ depth, features, hectares }) =>
      words.depth({ depth: depth === unknownDepth ? words.unknownDepth : depth, features, hectares }),
    ),
    ...differenceLines(report.difference, words),
    ...report.rebuilt.flatMap(({ layer, difference }) => [
      words.rebuilt({ layer }),
      ...differenceLines(difference, words),
    ]),
  ];
}
