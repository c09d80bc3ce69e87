import type { LayerCollection, LayerFeature } from './layer-collection.js';
import * as v from 'valibot';
import { geometryOf } from '../../src/formats/geometry-of.js';
import { importLayerIds, type ImportLayer } from './layers.js';

const importRecord = v.object({
  driver: v.string(),
  /** Name of the file that was read, for the record; it is not needed again. */
  file: v.string(),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  asOf: v.pipe(v.string(), v.isoDate()),
  /** Coordinate system the file was read in. */
  crs: v.string(),
  /** Municipality or ward codes the data speaks for. */
  coverage: v.array(v.string()),
});
export type ImportRecord = v.InferOutput<typeof importRecord>;

const fileSchema = v.object({
  type: v.literal('FeatureCollection'),
  mizumichi: v.object({
    layer: v.picklist(importLayerIds),
    imports: v.pipe(v.array(importRecord), v.minLength(1)),
  }),
  features: v.array(
    v.object({
      type: v.literal('Feature'),
      properties: v.looseObject({ id: v.string(), name: v.string() }),
      geometry: v.pipe(
        v.unknown(),
        v.transform(geometryOf),
        v.check((geometry) => geometry !== null, 'no geometry'),
      ),
    }),
  ),
});

/** `geodata/official/<layer>.geojson`: imported features with the record of where they came from. */
export interface OfficialFile {
  layer: ImportLayer;
  imports: ImportRecord[];
  features: LayerFeature[];
}

/** The file's text: one feature a line, so that a change shows in git; same content, same bytes. */
export function writeOfficial({ layer, imports, features }: OfficialFile): string {
  const head = `{"type":"FeatureCollection","mizumichi":${JSON.stringify({ layer, imports })},"features":[`;
  const lines = features.map(({ properties, geometry }) =>
    JSON.stringify({ type: 'Feature', properties, geometry }),
  );
  return `${head}\n${lines.join(',\n')}\n]}\n`;
}

/** Reads it back; throws with the remedy when somebody edited it into something else. */
export function parseOfficial(text: string, path: string): OfficialFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error(`${path} is not JSON; import the file again or take the layer out with --remove`);
  }
  const result = v.safeParse(fileSchema, json);
  if (!result.success) {
    const [issue] = result.issues;
    const at = v.getDotPath(issue) ?? '';
    throw new Error(
      `${path}: ${at} ${issue.message}; import the file again or take the layer out with --remove`,
    );
  }
  const { mizumichi, features } = result.output;
  return {
    ...mizumichi,
    features: features.flatMap(({ properties, geometry }): LayerFeature[] =>
      geometry ? [{ type: 'Feature', properties, geometry }] : [],
    ),
  };
}

export const asCollection = ({ features }: Pick<OfficialFile, 'features'>): LayerCollection => ({
  type: 'FeatureCollection',
  features,
});
