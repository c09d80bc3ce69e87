import type { LayerEntry } from '../catalog/layer-entry.js';
import type { LabelAnswer, LabelRequest } from './label-worker.js';

/**
 * Asks the label worker for the label points of polygon layers, once each, and keeps them as
 * blob addresses, which the engine's own worker can read.
 */
export class LabelUrls {
  readonly #worker: Worker;
  readonly #asked = new Set<string>();
  readonly #urls = new Map<string, string>();
  readonly #tilesUrl: string;

  /** @param onChange called with all addresses known so far, each time one arrives */
  constructor(tilesUrl: string, onChange: (urls: ReadonlyMap<string, string>) => void) {
    this.#tilesUrl = tilesUrl;
    this.#worker = new Worker(new URL('./label-worker.ts', import.meta.url), { type: 'module' });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<LabelAnswer>) => {
      if (data.text === null) {
        this.#asked.delete(data.layer);
        return;
      }
      this.#urls.set(
        data.layer,
        URL.createObjectURL(new Blob([data.text], { type: 'application/geo+json' })),
      );
      onChange(new Map(this.#urls));
    });
  }

  ask(entry: LayerEntry): void {
    if (entry.geometry !== 'polygon' || !entry.label || this.#asked.has(entry.id)) return;
    this.#asked.add(entry.id);
    const { property, propertyEn } = entry.label;
    const keep = [property, propertyEn, entry.symbol.by].filter((name) => name !== undefined);
    const request: LabelRequest = { layer: entry.id, url: `${this.#tilesUrl}/${entry.id}.geojson`, keep };
    this.#worker.postMessage(request);
  }

  close(): void {
    this.#worker.terminate();
    for (const url of this.#urls.values()) URL.revokeObjectURL(url);
  }
}
