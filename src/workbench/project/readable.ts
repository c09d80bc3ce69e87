import * as v from 'valibot';
import { partOf } from '../overlay/attribute-table.js';
import { cleanFeatures } from '../overlay/clean-features.js';
import { defaultStyle } from '../overlay/overlay-style.js';
import { ordered, type Contents } from './merge.js';
import { emptyWorkbench } from './empty-workbench.js';
import {
  overlayParts,
  overlayRecord,
  restParts,
  sketchFeature,
  workbenchRest,
  type OverlayRecord,
  type SketchFeature,
  type WorkbenchRest,
} from './project-file.js';

/**
 * The parts of a kept workbench that can be read; the others are as on a workbench nobody has touched.
 * @returns `broken`: something was there and is not in `rest`
 */
export function readRest(raw: unknown): { rest: WorkbenchRest; broken: boolean } {
  const rest = emptyWorkbench();
  if (raw === undefined) return { rest, broken: false };
  if (!isRecord(raw)) return { rest, broken: true };
  let broken = false;
  for (const part of restParts) {
    const parsed = v.safeParse(workbenchRest.entries[part], raw[part]);
    if (parsed.success) Object.assign(rest, { [part]: parsed.output });
    else {
      broken = true;
      if (part === 'sketch') rest.sketch = readableShapes(raw[part]);
    }
  }
  return { rest, broken };
}

/** Shapes that can be drawn, each id once. */
function readableShapes(raw: unknown): SketchFeature[] {
  const shapes = new Map<string, SketchFeature>();
  for (const item of Array.isArray(raw) ? (raw as unknown[]) : []) {
    const parsed = v.safeParse(sketchFeature, item);
    if (parsed.success && !shapes.has(parsed.output.id)) shapes.set(parsed.output.id, parsed.output);
  }
  return [...shapes.values()];
}

/** What can be had of a broken overlay: its rows, cleaned like those of a strange file; null when there are none. */
export function salvageOverlay(raw: unknown): OverlayRecord | null {
  const record = isRecord(raw) ? raw : {};
  const layer = isRecord(record['layer']) ? record['layer'] : {};
  const features: unknown[] = Array.isArray(layer['features']) ? layer['features'] : [];
  try {
    const clean = cleanFeatures(
      features.filter(isRecord).map(({ geometry, properties }) => ({
        geometry,
        attributes: new Map(isRecord(properties) ? Object.entries(properties) : []),
      })),
    );
    const name = textOr(layer['name'], '?');
    const bare = {
      ...clean,
      ...{ name, fileName: textOr(layer['fileName'], name), box: null },
      format: v.parse(v.fallback(overlayParts.format, 'geojson'), layer['format']),
      crs: v.parse(v.fallback(overlayParts.crs, inDegrees), layer['crs']),
    };
    const style = v.parse(v.fallback(overlayParts.style, defaultStyle(0)), record['style']);
    const whole = { ...partOf(bare, clean.features), name };
    return v.parse(overlayRecord, { id: crypto.randomUUID(), layer: whole, style, visible: true });
  } catch {
    return null;
  }
}

const inDegrees = {
  ...{ epsg: 4326, swapped: false, unit: 1, declared: null, accuracyMeters: null },
  how: 'format' as const,
};

/** What of kept work can be used, and what is broken of it, as it lies there. Broken overlays give the rows they have. */
export function readableContents(raw: { overlays: readonly unknown[]; rest: unknown }): {
  contents: Contents;
  broken: unknown[];
} {
  const { rest, broken: restIsBroken } = readRest(raw.rest);
  const broken: unknown[] = restIsBroken ? [raw.rest] : [];
  const overlays = raw.overlays.flatMap((row) => {
    const parsed = v.safeParse(overlayRecord, row);
    if (parsed.success) return [parsed.output];
    broken.push(row);
    return salvageOverlay(row) ?? [];
  });
  return { contents: { overlays: ordered(overlays, rest.order), rest }, broken };
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
