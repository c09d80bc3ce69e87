import type { RawFeature } from '../../formats/raw-layer.js';
import { ReadFailure } from '../../formats/read-failure.js';
import { kindsOf } from '../../geometry/positions.js';
import { cleanGeometry, type GeometryFindings } from './clean-geometry.js';
import { layerLimits as limits } from './limits.js';
import type { CellValue, GeometryCounts, OverlayFeature, OverlayField, OverlayNote } from './overlay.js';

/** Features in the file's own numbers, with what had to be said about them. */
export interface CleanFeatures {
  features: OverlayFeature[];
  fields: OverlayField[];
  counts: GeometryCounts;
  notes: OverlayNote[];
}

/** Names that would reach into an object's prototype when somebody assigns by key. */
const dangerous = new Set(['__proto__', 'constructor', 'prototype']);

interface Findings extends GeometryFindings {
  nested: number;
  cutText: number;
  renamed: number;
}

/**
 * Whatever a parser gave → features of finite numbers and flat text, fields and counts.
 * @throws ReadFailure when there are too many, or none, or none with a place.
 */
export function cleanFeatures(raw: readonly RawFeature[]): CleanFeatures {
  if (raw.length === 0) throw new ReadFailure({ reason: 'no-features' });
  if (raw.length > limits.features)
    throw new ReadFailure({ reason: 'too-many-features', limit: limits.features });
  const findings: Findings = {
    broken: 0,
    closedRings: 0,
    selfCrossing: 0,
    positions: 0,
    nested: 0,
    cutText: 0,
    renamed: 0,
  };
  const fields = new FieldList();
  const counts: GeometryCounts = { point: 0, line: 0, polygon: 0, none: 0 };
  const features: OverlayFeature[] = [];
  let brokenRows = 0;
  for (const [id, { geometry: rawGeometry, attributes }] of raw.entries()) {
    const geometry = cleanGeometry(rawGeometry, findings);
    if (findings.positions > limits.positions)
      throw new ReadFailure({ reason: 'too-many-positions', limit: limits.positions });
    const kinds = kindsOf(geometry);
    for (const kind of kinds) counts[kind]++;
    if (kinds.length === 0) {
      counts.none++;
      if (rawGeometry !== null && rawGeometry !== undefined) brokenRows++;
    }
    features.push({ type: 'Feature', id, geometry, properties: fields.take(attributes, findings) });
  }
  if (counts.none === features.length && brokenRows === 0) throw new ReadFailure({ reason: 'no-geometry' });
  return {
    features,
    fields: fields.list(),
    counts,
    notes: notesOf(findings, counts, brokenRows, fields.dropped),
  };
}

function notesOf(
  findings: Findings,
  counts: GeometryCounts,
  brokenRows: number,
  dropped: number,
): OverlayNote[] {
  const notes: OverlayNote[] = [];
  const used = [counts.point, counts.line, counts.polygon].filter((count) => count > 0);
  if (used.length > 1) notes.push({ reason: 'mixed-geometry' });
  if (counts.none > brokenRows)
    notes.push({ reason: 'rows-without-geometry', count: counts.none - brokenRows });
  if (findings.broken > 0) notes.push({ reason: 'broken-geometry', count: findings.broken });
  if (findings.selfCrossing > 0) notes.push({ reason: 'self-crossing', count: findings.selfCrossing });
  if (findings.closedRings > 0) notes.push({ reason: 'closed-rings', count: findings.closedRings });
  if (dropped > 0) notes.push({ reason: 'fields-cut', count: dropped, kept: limits.fields });
  if (findings.cutText > 0)
    notes.push({ reason: 'text-cut', count: findings.cutText, length: limits.textLength });
  if (findings.renamed > 0) notes.push({ reason: 'fields-renamed', count: findings.renamed });
  if (findings.nested > 0) notes.push({ reason: 'nested-values', count: findings.nested });
  return notes;
}

/** The columns of a table, in order of appearance, at most `limits.fields` of them. */
class FieldList {
  readonly #kinds = new Map<string, OverlayField['kind'] | null>();
  readonly #dropped = new Set<string>();

  get dropped(): number {
    return this.#dropped.size;
  }

  take(attributes: RawFeature['attributes'], findings: Findings): Record<string, CellValue> {
    const cells: [string, CellValue][] = [];
    for (const [given, value] of attributes) {
      const name = dangerous.has(given) ? `${given}_` : given;
      if (name !== given) findings.renamed++;
      if (!this.#kinds.has(name)) {
        if (this.#kinds.size >= limits.fields) {
          // Counting beyond some thousands tells nobody more, and the set must not grow with the file.
          if (this.#dropped.size < 100_000) this.#dropped.add(name);
          continue;
        }
        this.#kinds.set(name, null);
      }
      const cell = toCell(value, findings);
      this.#learn(name, cell);
      cells.push([name, cell]);
    }
    return Object.fromEntries(cells);
  }

  #learn(name: string, cell: CellValue): void {
    if (cell === null || cell === '') return;
    const kind = typeof cell === 'number' ? 'number' : typeof cell === 'boolean' ? 'yes-no' : 'text';
    const known = this.#kinds.get(name);
    if (known === undefined || known === null) this.#kinds.set(name, kind);
    else if (known !== kind) this.#kinds.set(name, 'text');
  }

  list(): OverlayField[] {
    return [...this.#kinds].map(([name, kind]) => ({ name, kind: kind ?? 'text' }));
  }
}

function toCell(value: unknown, findings: Findings): CellValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  let text: string;
  if (typeof value === 'string') text = value;
  else {
    findings.nested++;
    text = JSON.stringify(value) ?? '';
  }
  if (text.length <= limits.textLength) return text;
  findings.cutText++;
  return text.slice(0, limits.textLength);
}
