import { createHash } from 'node:crypto';
import type { Manifest } from '../../src/catalog/manifest.js';
import type { Network } from '../../src/catalog/network.js';
import { city } from '../../src/catalog/city.js';
import type { BuiltDocument } from './documents.js';
import { collectionText, type Feature, type Geometry } from '../recipes/feature.js';

type Box = [number, number, number, number];

export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** All positions of a geometry, in order. */
export function* positionsOf(geometry: Geometry | null): Generator<readonly [number, number]> {
  const walk = function* (value: unknown): Generator<readonly [number, number]> {
    if (!Array.isArray(value)) return;
    if (typeof value[0] === 'number') yield [value[0], value[1] as number];
    else for (const part of value) yield* walk(part);
  };
  if (geometry !== null) yield* walk(geometry.coordinates);
}

function boxOf(features: readonly Feature[]): Box | null {
  let box: Box | null = null;
  for (const { geometry } of features) {
    for (const [x, y] of positionsOf(geometry)) {
      box =
        box === null
          ? [x, y, x, y]
          : [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
    }
  }
  return box;
}

/** Changes when any byte of any layer or document does. */
export function dataVersionOf({ layers, documents }: Pick<Manifest, 'layers' | 'documents'>): string {
  const hashes = [...Object.entries(layers), ...Object.entries(documents)]
    .map(([id, entry]) => `${id} ${entry.sha256}\n`)
    .sort();
  return sha256(hashes.join('')).slice(0, 12);
}

function pagesOf(features: readonly Feature[]): number[] {
  // A file read back leaves null out.
  const pages = features.map((each) => each.properties.page ?? null).filter((page) => page !== null);
  return [...new Set(pages)].sort((a, b) => a - b);
}

/** Files of the layers and the manifest that vouches for them; no clock, so the same facts give the same bytes. */
export function bundle(
  layers: ReadonlyMap<string, readonly Feature[]>,
  /** id → `<id>.json` */
  documents: ReadonlyMap<string, BuiltDocument> = new Map(),
  network: Network | null = null,
  /** layer → sha-256 of the imported file it was built from */
  official: ReadonlyMap<string, string> = new Map(),
  archives: NonNullable<Manifest['archives']> = {},
): {
  files: Map<string, string>;
  manifest: Manifest;
} {
  const files = new Map<string, string>();
  const entries: Manifest['layers'] = {};
  for (const [id, features] of layers) {
    const file = `${id}.geojson`;
    const content = collectionText(features);
    files.set(file, content);
    const placed = features.filter((each) => each.geometry !== null);
    const accuracies = placed.map((each) => each.properties.accuracyMeters ?? 0);
    entries[id] = {
      file,
      bytes: Buffer.byteLength(content),
      sha256: sha256(content),
      features: features.length,
      placed: placed.length,
      bbox: boxOf(features),
      asOf: features.map((each) => each.properties.asOf).reduce((a, b) => (a > b ? a : b)),
      methods: [...new Set(features.map((each) => each.properties.method))].sort(),
      accuracyMeters: accuracies.length === 0 ? null : accuracies.reduce((a, b) => Math.max(a, b)),
      sources: [...new Set(features.map((each) => each.properties.source))].sort(),
      pages: pagesOf(features),
    };
  }
  const others: Manifest['documents'] = {};
  for (const [id, { text, facts }] of documents) {
    files.set(`${id}.json`, text);
    others[id] = {
      file: `${id}.json`,
      bytes: Buffer.byteLength(text),
      sha256: sha256(text),
      ...(facts && { ...facts, bbox: facts.bbox && [...facts.bbox] }),
    };
  }
  const manifest = {
    dataVersion: dataVersionOf({ layers: entries, documents: others }),
    pack: city.id,
    asOf: city.asOf,
    documents: others,
    layers: entries,
    ...(Object.keys(archives).length > 0 && { archives }),
    ...(network && { network }),
    ...(official.size > 0 && { official: Object.fromEntries(official) }),
  };
  files.set('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
  return { files, manifest };
}
