/**
 * Works out label points away from the main thread: reading a large layer there would stall panning.
 * In: {@link LabelRequest}; out: {@link LabelAnswer}.
 */
import * as v from 'valibot';
import type { Geometry } from 'geojson';
import { labelPoints } from './label-points.js';

export interface LabelRequest {
  layer: string;
  /** Absolute address of the layer's GeoJSON. */
  url: string;
  keep: readonly string[];
}
/** `text` is GeoJSON of label points, null when the file could not be had or read. */
export interface LabelAnswer {
  layer: string;
  /** The address that was asked about. */
  url: string;
  text: string | null;
}

const collection = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(
    v.object({
      type: v.literal('Feature'),
      properties: v.nullable(v.record(v.string(), v.unknown())),
      geometry: v.nullable(v.custom<Geometry>((value) => typeof value === 'object' && value !== null)),
    }),
  ),
});

async function answer({ layer, url, keep }: LabelRequest): Promise<LabelAnswer> {
  try {
    const response = await fetch(url);
    const parsed = v.safeParse(collection, response.ok ? await response.json() : null);
    if (!parsed.success) return { layer, url, text: null };
    return { layer, url, text: JSON.stringify(labelPoints(parsed.output, keep)) };
  } catch {
    // The engine fetches the same file and reports its failure; words are simply absent.
    return { layer, url, text: null };
  }
}

self.addEventListener('message', ({ data }: MessageEvent<LabelRequest>) => {
  void answer(data).then((result) => self.postMessage(result));
});
