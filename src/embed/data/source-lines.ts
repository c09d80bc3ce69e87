import type { Manifest } from '../../catalog/manifest.js';

/** One document or data set behind what is shown, and the dates its facts are as of. */
export interface SourceLine {
  source: string;
  /** ISO dates, oldest first. */
  dates: string[];
}

/** The sources of the layers, each once, in the order of the layers. */
export function sourceLines(manifest: Pick<Manifest, 'layers'>, layerIds: Iterable<string>): SourceLine[] {
  const lines = new Map<string, Set<string>>();
  for (const id of layerIds) {
    const layer = Object.hasOwn(manifest.layers, id) ? manifest.layers[id] : undefined;
    for (const source of layer?.sources ?? [])
      lines.set(source, (lines.get(source) ?? new Set()).add(layer?.asOf ?? ''));
  }
  return [...lines].map(([source, dates]) => ({ source, dates: [...dates].sort() }));
}
