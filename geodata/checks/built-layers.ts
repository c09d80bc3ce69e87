import * as v from 'valibot';
import { manifestSchema, type Manifest } from '../../src/catalog/manifest.js';
import { spreadShared } from '../../src/catalog/shared-properties.js';
import type { CheckLine } from '../tables/sum-check.js';
import type { Feature } from '../recipes/feature.js';

/** The built files, as bytes, and what could be read of them. */
export interface BuiltLayers {
  manifest: Manifest;
  bytes: ReadonlyMap<string, Uint8Array>;
  layers: ReadonlyMap<string, readonly Feature[]>;
}

const collection = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(
    v.looseObject({
      type: v.literal('Feature'),
      properties: v.looseObject({}),
      geometry: v.nullable(v.looseObject({ type: v.string(), coordinates: v.array(v.unknown()) })),
    }),
  ),
});

/**
 * Parses the files of public/tiles.
 * A file that is missing or unreadable is a broken promise with its name, not an exception.
 */
export function readBuilt(
  bytes: ReadonlyMap<string, Uint8Array>,
): { ok: true; built: BuiltLayers } | { ok: false; lines: CheckLine[] } {
  const broken: CheckLine[] = [];
  const json = (file: string): unknown => {
    const content = bytes.get(file);
    if (content === undefined) {
      broken.push({ ok: false, text: `${file}: missing` });
      return null;
    }
    try {
      return JSON.parse(new TextDecoder().decode(content));
    } catch {
      broken.push({ ok: false, text: `${file}: not JSON` });
      return null;
    }
  };
  const manifest = v.safeParse(manifestSchema, json('manifest.json'));
  if (!manifest.success) {
    const text = `manifest.json: ${v.getDotPath(manifest.issues[0]) ?? ''} ${manifest.issues[0].message}`;
    return { ok: false, lines: broken.length > 0 ? broken : [{ ok: false, text }] };
  }
  const layers = new Map<string, readonly Feature[]>();
  for (const [id, { file }] of Object.entries(manifest.output.layers)) {
    const content = json(file);
    if (content === null) continue;
    const parsed = v.safeParse(collection, typeof content === 'object' ? spreadShared(content) : content);
    if (!parsed.success) broken.push({ ok: false, text: `${file}: not a collection of features` });
    // Properties are checked against the role's schema and coordinates by the geometry checks, line by line.
    else layers.set(id, parsed.output.features as unknown as Feature[]);
  }
  if (broken.length > 0) return { ok: false, lines: broken };
  return { ok: true, built: { manifest: manifest.output, bytes, layers } };
}

/** One line for many small promises: how many hold, and the first that do not. */
export function problemLine(what: string, count: number, broken: readonly string[]): CheckLine {
  if (broken.length === 0)
    return { ok: true, text: `${what}: ${count.toLocaleString('en-US')} of them hold` };
  const shown = broken.slice(0, 3).join('; ');
  const more = broken.length > 3 ? `; and ${broken.length - 3} more` : '';
  return {
    ok: false,
    text: `${what}: ${broken.length} of ${count.toLocaleString('en-US')} broken: ${shown}${more}`,
  };
}
