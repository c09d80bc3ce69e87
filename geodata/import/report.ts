import type { LayerFeature } from './layer-collection.js';
import type { Difference } from './difference.js';
import { depthClassName } from './driver/depth-class.js';
import type { ImportLayer } from './layers.js';
import type { DatumFinding } from './shape/datum.js';
import { polygonHectares } from './shape/measure.js';
import type { TallySummary } from './tally.js';
import { noteWording, repairWording, skipWording } from './wording.js';

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

/** Area by depth class; null depths are named as unknown. */
export function depthTable(features: readonly LayerFeature[]): ImportReport['depths'] {
  const rows = new Map<string, { features: number; hectares: number }>();
  for (const { properties, geometry } of features) {
    if (!properties || !('depthMinMeters' in properties)) continue;
    const { depthMinMeters: min, depthMaxMeters: max } = properties as Record<string, unknown>;
    const known = typeof min === 'number';
    const name = known
      ? depthClassName({ minMeters: min, maxMeters: typeof max === 'number' ? max : null })
      : '不明';
    const row = rows.get(name) ?? { features: 0, hectares: 0 };
    row.features++;
    row.hectares = Math.round((row.hectares + polygonHectares(geometry)) * 100) / 100;
    rows.set(name, row);
  }
  return [...rows].map(([depth, row]) => ({ depth, ...row }));
}

const examples = (list: readonly string[]) => (list.length > 0 ? `（例：${list.join('／')}）` : '');

function differenceLines(difference: Difference): string[] {
  const { before, after, matched, changed, changedCount, onlyBefore, onlyAfter, area, length } = difference;
  const lines = [`地物 ${before} → ${after}（対応 ${matched}、形が変わる ${changedCount}）`];
  if (area)
    lines.push(
      `面積 ${area.beforeHectares} ha → ${area.afterHectares} ha（増える ${area.gainedHectares} ha、減る ${area.lostHectares} ha）`,
    );
  if (length) lines.push(`延長 ${length.beforeKilometers} km → ${length.afterKilometers} km`);
  for (const { name, beforeHectares, afterHectares, movedMeters } of changed.slice(0, 10)) {
    const sizes = beforeHectares === undefined ? '' : ` ${beforeHectares} ha → ${afterHectares} ha`;
    lines.push(
      `  ${name}${sizes}${movedMeters === null ? '（位置が新しく決まる）' : `、中心 ${movedMeters} m`}`,
    );
  }
  if (onlyBefore.length > 0) lines.push(`  なくなる：${onlyBefore.join('／')}`);
  if (onlyAfter.length > 0) lines.push(`  新しい：${onlyAfter.slice(0, 10).join('／')}`);
  return lines;
}

/** The report as lines for people. */
export function reportLines(report: ImportReport): string[] {
  const { dataSets, skipped, repaired, unknownValues, notes, depths } = report;
  return [
    `${report.title} → ${report.layer}`,
    ...dataSets.map(
      ({ name, format, encoding, crs }) => `  ${name}（${format}、${encoding ?? '文字コードなし'}、${crs}）`,
    ),
    `出典 ${report.source}、時点 ${report.asOf}、精度 ${report.accuracyMeters} m`,
    `読んだ行 ${report.read}、取り込む地物 ${report.features}`,
    ...skipped.map(
      ({ reason, count, examples: list }) => `除いたもの ${skipWording[reason]}：${count}${examples(list)}`,
    ),
    ...unknownValues.map(({ value, count }) => `読めない値 ${value}：${count}（不明のまま。0にはしない）`),
    ...repaired.map(
      ({ kind, count, examples: list }) => `直したもの ${repairWording[kind]}：${count}${examples(list)}`,
    ),
    ...notes.map(({ kind, count, examples: list }) => `注記 ${noteWording[kind]}：${count}${examples(list)}`),
    ...depths.map(({ depth, features, hectares }) => `深さ ${depth}：${features}地物 ${hectares} ha`),
    ...differenceLines(report.difference),
    ...report.rebuilt.flatMap(({ layer, difference }) => [
      `組み直した ${layer}`,
      ...differenceLines(difference),
    ]),
  ];
}
