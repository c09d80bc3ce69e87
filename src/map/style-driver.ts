import type { GeoJSONSource, Map as EngineMap, StyleSpecification } from 'maplibre-gl';
import { styleChanges, type StyleChange } from '../style/style-changes.js';

/**
 * Brings the engine from the drawn style to the wanted one: at most once a frame, only to the
 * last one wanted, and never while the engine is still loading or has lost its graphics context.
 */
export class StyleDriver {
  readonly #map: EngineMap;
  #drawn: StyleSpecification;
  #wanted: StyleSpecification;
  #ready = false;
  #frame: number | null = null;

  /** @param drawn the style the map was made with */
  constructor(map: EngineMap, drawn: StyleSpecification) {
    this.#map = map;
    this.#drawn = drawn;
    this.#wanted = drawn;
    const begin = () => {
      this.#ready = true;
      this.#schedule();
    };
    // Once at the start, and again when the engine has brought a lost context's style back by itself.
    map.on('style.load', begin);
    map.on('webglcontextlost', () => {
      this.#ready = false;
    });
  }

  want(style: StyleSpecification): void {
    this.#wanted = style;
    this.#schedule();
  }

  stop(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#ready = false;
  }

  #schedule(): void {
    if (!this.#ready || this.#wanted === this.#drawn) return;
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      if (!this.#ready) return;
      for (const change of styleChanges(this.#drawn, this.#wanted)) apply(this.#map, change);
      this.#drawn = this.#wanted;
    });
  }
}

/** Every style of every theme, language and palette is validated in test/style, not here again. */
const trusted = { validate: false };

/** Names and values come out of typed layers, where a comparison property by property loses their types. */
type LayoutName = Parameters<EngineMap['setLayoutProperty']>[1];
type LayoutValue = Parameters<EngineMap['setLayoutProperty']>[2];
type PaintName = Parameters<EngineMap['setPaintProperty']>[1];
type PaintValue = Parameters<EngineMap['setPaintProperty']>[2];

function apply(map: EngineMap, change: StyleChange): void {
  switch (change.do) {
    case 'remove-layer':
      map.removeLayer(change.id);
      break;
    case 'remove-source':
      map.removeSource(change.id);
      break;
    case 'add-source':
      map.addSource(change.id, change.source);
      break;
    case 'set-data':
      void map.getSource<GeoJSONSource>(change.id)?.setData(change.data);
      break;
    case 'add-layer':
      map.addLayer(change.layer, change.before ?? undefined);
      break;
    case 'set-layout':
      map.setLayoutProperty(change.id, change.property as LayoutName, change.value as LayoutValue, trusted);
      break;
    case 'set-paint':
      map.setPaintProperty(change.id, change.property as PaintName, change.value as PaintValue, trusted);
      break;
  }
}
