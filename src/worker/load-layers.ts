import type { FeatureCollection } from 'geojson';
import * as v from 'valibot';
import type { LayerEntry } from '../catalog/layer-entry.js';
import { manifestSchema, type Manifest } from '../catalog/manifest.js';
import type { LayerSource } from '../report/layer-set.js';
import type { ReadFile } from './read-file.js';
import { sha256Hex } from './sha256.js';

export interface LoadProgress {
  /** Layer just settled. */
  layer: string;
  /** Why it failed, or null. */
  reason: string | null;
  settled: number;
  total: number;
}

export type ManifestRead = { ok: true; manifest: Manifest } | { ok: false; reason: string };

/** Enough of GeoJSON to walk it; the properties are checked by the room that reads them. */
const featureCollection = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(
    v.object({
      type: v.literal('Feature'),
      geometry: v.nullable(v.object({ type: v.string() })),
      properties: v.nullable(v.record(v.string(), v.unknown())),
    }),
  ),
});

export async function loadManifest(read: ReadFile): Promise<ManifestRead> {
  const file = await read('manifest.json');
  if (!file.ok) return { ok: false, reason: `manifest.json: ${file.reason}` };
  const parsed = v.safeParse(manifestSchema, parseJson(file.bytes));
  return parsed.success
    ? { ok: true, manifest: parsed.output }
    : { ok: false, reason: `manifest.json: ${parsed.issues[0].message}` };
}

/**
 * Loads every layer of the catalogue side by side and checks each against the manifest.
 * A layer that fails is named with a reason (`missing`, `http-404`, `unreachable`, `not-json`, `not-geojson`,
 * `hash-mismatch`) and never stops the others.
 */
export async function loadLayers(
  read: ReadFile,
  manifest: Manifest,
  catalogue: readonly LayerEntry[],
  onProgress?: (progress: LoadProgress) => void,
): Promise<Record<string, LayerSource>> {
  const layers: Record<string, LayerSource> = {};
  let settled = 0;
  await Promise.all(
    catalogue.map(async ({ id }) => {
      const source = await loadLayer(read, manifest, id);
      layers[id] = source;
      settled++;
      const reason = 'failed' in source ? source.failed : null;
      onProgress?.({ layer: id, reason, settled, total: catalogue.length });
    }),
  );
  return layers;
}

async function loadLayer(read: ReadFile, manifest: Manifest, id: string): Promise<LayerSource> {
  const entry = manifest.layers[id];
  if (!entry) return { failed: 'missing' };
  const json = await readVouched(read, entry);
  if (!json.ok) return { failed: json.reason };
  return asCollection(json.value) ?? { failed: 'not-geojson' };
}

/** null when the value is no FeatureCollection. */
function asCollection(value: unknown): FeatureCollection | null {
  return v.is(featureCollection, value) ? (value as unknown as FeatureCollection) : null;
}

/** A layer from an address of this page's memory (`blob:`), or why not. */
export async function readCollection(address: string, fetchFile: typeof fetch = fetch): Promise<LayerSource> {
  try {
    const response = await fetchFile(address);
    const value = parseJson(new Uint8Array(await response.arrayBuffer()));
    return asCollection(value) ?? { failed: 'not-geojson' };
  } catch {
    return { failed: 'unreachable' };
  }
}

/** The JSON of a file whose sha-256 the manifest vouches for; otherwise the reason it cannot be used. */
export async function readVouched(
  read: ReadFile,
  entry: { file: string; sha256: string },
): Promise<{ ok: true; value: unknown } | { ok: false; reason: string }> {
  let file = await read(entry.file);
  if (file.ok && (await sha256Hex(file.bytes)) !== entry.sha256) {
    // A cache may still hold yesterday's file beside today's manifest: ask once more, past it.
    file = await read(entry.file, true);
    if (file.ok && (await sha256Hex(file.bytes)) !== entry.sha256)
      return { ok: false, reason: isJson(file.bytes) ? 'hash-mismatch' : 'not-json' };
  }
  if (!file.ok) return file;
  const value = parseJson(file.bytes);
  return value === undefined ? { ok: false, reason: 'not-json' } : { ok: true, value };
}

/** undefined when the bytes are no JSON. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

const isJson = (bytes: Uint8Array) => parseJson(bytes) !== undefined;
