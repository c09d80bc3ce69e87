import type { FeatureCollection, Geometry } from 'geojson';
import * as v from 'valibot';
import { manifestSchema, type Manifest } from '../catalog/manifest.js';
import { spreadShared } from '../catalog/shared-properties.js';
import { isWellFormed } from '../geometry/well-formed.js';
import type { ReadFile } from './read-file.js';

export interface LoadProgress {
  /** Layer just settled. */
  layer: string;
  /** Why it failed, or null. */
  reason: string | null;
  settled: number;
  total: number;
}

export type ManifestRead = { ok: true; manifest: Manifest } | { ok: false; reason: string };

/** Enough of GeoJSON to walk it; the properties are checked by the module that reads them. */
const featureCollection = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(
    v.object({
      type: v.literal('Feature'),
      geometry: v.custom<Geometry | null>((value) => isWellFormed(value)),
      properties: v.nullable(v.record(v.string(), v.unknown())),
    }),
  ),
});

/** @param fresh asks past every cache */
export async function loadManifest(read: ReadFile, fresh = false): Promise<ManifestRead> {
  const file = await read('manifest.json', fresh);
  if (!file.ok) return { ok: false, reason: `manifest.json: ${file.reason}` };
  const parsed = v.safeParse(manifestSchema, parseJson(file.bytes));
  return parsed.success
    ? { ok: true, manifest: parsed.output }
    : { ok: false, reason: `manifest.json: ${parsed.issues[0].message}` };
}

/** null when the value is no FeatureCollection that can be walked. What its features share stands in each of them. */
export function asCollection(value: unknown): FeatureCollection | null {
  return v.is(featureCollection, value) ? spreadShared(value as unknown as FeatureCollection) : null;
}

/** undefined when the bytes are no JSON. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}
