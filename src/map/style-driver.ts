import type { Map as EngineMap, StyleSpecification } from 'maplibre-gl';

/**
 * Hands styles to the engine: at most one a frame, only the last one, and never while the engine
 * is still loading or has lost its graphics context (it would throw the old style away and
 * fetch everything again).
 */
export class StyleDriver {
  readonly #map: EngineMap;
  #next: StyleSpecification | null = null;
  #ready = false;
  #frame: number | null = null;

  constructor(map: EngineMap) {
    this.#map = map;
    map.on('style.load', () => {
      this.#ready = true;
      this.#schedule();
    });
    map.on('webglcontextlost', () => {
      this.#ready = false;
    });
  }

  apply(style: StyleSpecification): void {
    this.#next = style;
    this.#schedule();
  }

  stop(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#next = null;
  }

  #schedule(): void {
    if (!this.#ready || !this.#next || this.#frame !== null) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = null;
      const style = this.#next;
      if (!this.#ready || !style) return;
      this.#next = null;
      // Every style of every theme, language and palette is validated in test/style.
      this.#map.setStyle(style, { diff: true, validate: false });
    });
  }
}
