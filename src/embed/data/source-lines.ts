import type { Manifest } from '../../catalog/manifest.js';

/** One document or data set behind what is shown, its pages, and the dates its facts are as of. */
export interface SourceLine {
  source: string;
  /** Ascending; none for a data set, or where a layer does not say which of its documents a page is of. */
  pages: number[];
  /** ISO dates, oldest first. */
  dates: string[];
}

/** The sources of the layers, each once, in the order of the layers. */
export function sourceLines(manifest: Pick<Manifest, 'layers'>, layerIds: Iterable<string>): SourceLine[] {
  const lines = new Map<string, { pages: Set<number>; dates: Set<string> }>();
  for (const id of layerIds) {
    const layer = Object.hasOwn(manifest.layers, id) ? manifest.layers[id] : undefined;
    if (!layer) continue;
    for (const source of layer.sources) {
      const line = lines.get(source) ?? { pages: new Set(), dates: new Set() };
      line.dates.add(layer.asOf);
      if (layer.sources.length === 1) for (const page of layer.pages ?? []) line.pages.add(page);
      lines.set(source, line);
    }
  }
  return [...lines].map(([source, { pages, dates }]) => ({
    source,
    pages: [...pages].sort((a, b) => a - b),
    dates: [...dates].sort(),
  }));
}
