import type { LayerEntry } from '../catalog/layer-entry.js';
import { startModuleWorker, type ModuleWorker } from '../thread/start-module-worker.js';
import type { LabelAnswer, LabelRequest } from './label-worker.js';
import workerAddress from './label-worker.ts?worker&url';

type Listener = (urls: ReadonlyMap<string, string>) => void;

/**
 * Asks the label worker for the label points of polygon layers, once each, and keeps them as
 * blob addresses, which the engine's own worker can read. All maps of a page that draw the same
 * files share one worker and its answers; the last to leave ends it.
 */
export class LabelUrls {
  static readonly #shared = new Map<string, LabelUrls>();

  /** @param onChange called with all addresses known so far, at once if there are any, then each time one arrives */
  static join(
    tilesUrl: string,
    onChange: Listener,
  ): { ask(entry: LayerEntry, address?: string): void; leave(): void } {
    const labels = this.#shared.get(tilesUrl) ?? new LabelUrls(tilesUrl);
    this.#shared.set(tilesUrl, labels);
    labels.#listeners.add(onChange);
    if (labels.#urls.size > 0) onChange(new Map(labels.#urls));
    return {
      ask: (entry, address) => labels.#ask(entry, address),
      leave: () => {
        labels.#listeners.delete(onChange);
        if (labels.#listeners.size > 0) return;
        labels.#close();
        this.#shared.delete(tilesUrl);
      },
    };
  }

  /** null where there are no threads: names of areas are then absent from the map. */
  readonly #worker: ModuleWorker | null;
  readonly #listeners = new Set<Listener>();
  /** Address each layer was last asked of: an answer about another comes too late. */
  readonly #asked = new Map<string, string>();
  readonly #urls = new Map<string, string>();
  readonly #tilesUrl: string;

  private constructor(tilesUrl: string) {
    this.#tilesUrl = tilesUrl;
    this.#worker = started();
    this.#worker?.addEventListener('message', ({ data }: MessageEvent<LabelAnswer>) => this.#take(data));
  }

  #take({ layer, url, text }: LabelAnswer): void {
    if (this.#asked.get(layer) !== url) return;
    if (text === null) {
      this.#asked.delete(layer);
      return;
    }
    const former = this.#urls.get(layer);
    if (former !== undefined) URL.revokeObjectURL(former);
    this.#urls.set(layer, URL.createObjectURL(new Blob([text], { type: 'application/geo+json' })));
    for (const listener of this.#listeners) listener(new Map(this.#urls));
  }

  #ask(entry: LayerEntry, address?: string): void {
    const url = address ?? `${this.#tilesUrl}/${entry.id}.geojson`;
    if (entry.geometry !== 'polygon' || !entry.label || this.#asked.get(entry.id) === url) return;
    this.#asked.set(entry.id, url);
    const { property, propertyEn } = entry.label;
    const { by, byRange } = entry.symbol;
    const shared = entry.sharedOutlines ? ['outlineName', 'outlineNameEn', 'drawnWith'] : [];
    const keep = [property, propertyEn, by, byRange?.min, byRange?.max, ...shared].filter(
      (name) => name !== undefined,
    );
    const request: LabelRequest = { layer: entry.id, url, keep };
    this.#worker?.postMessage(request);
  }

  #close(): void {
    this.#worker?.terminate();
    for (const url of this.#urls.values()) URL.revokeObjectURL(url);
  }
}

function started(): ModuleWorker | null {
  try {
    return startModuleWorker(workerAddress);
  } catch {
    return null;
  }
}
