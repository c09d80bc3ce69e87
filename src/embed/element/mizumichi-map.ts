import { layersText } from '../../state/layer-choice.js';
import { mapAttributes, type MapAttribute } from '../options/attribute-names.js';
import type { EmbedEvent } from '../data/embed-session.svelte.js';
import type { LiveElement } from './draw-element.js';
import { openDrawing } from './open-drawing.js';
import type { MizumichiAnswer, MizumichiLayerChoice, MizumichiMapElement } from './public.js';

export type * from './public.js';

/** Server-side rendering imports this module too; there it defines nothing and breaks nothing. */
const Base = globalThis.HTMLElement ?? Object;
/** Everything lies beside this module, wherever that is. */
const folder = new URL(/* @vite-ignore */ './', import.meta.url);
const site = { tilesUrl: new URL('../tiles', folder).href, mapUrl: new URL('../index.html', folder).href };

/**
 * `<mizumichi-map>`: the map, its legend, sources and limits in the page itself, in a shadow root.
 * What stands between its tags is shown until the live map can be, and stays when it cannot.
 */
class MizumichiMap extends Base {
  static readonly observedAttributes: readonly string[] = mapAttributes;

  #drawn: Promise<LiveElement> | null = null;
  #changed = false;

  connectedCallback(): void {
    if (this.#drawn) return;
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.replaceChildren(document.createElement('slot'));
    const drawn = openDrawing().then(({ drawElement }) =>
      drawElement(root, this.#asked(), (event) => this.#tell(event)),
    );
    this.#drawn = drawn;
    drawn.catch((error: unknown) => {
      if (this.#drawn !== drawn) return;
      const reason = error instanceof Error ? error.message : String(error);
      this.dispatchEvent(new CustomEvent('fail', { detail: { reason } }));
    });
  }

  disconnectedCallback(): void {
    // Being moved in the page disconnects and connects in one task.
    queueMicrotask(() => {
      if (this.isConnected) return;
      void this.#drawn?.then((drawn) => drawn.close()).catch(() => undefined);
      this.#drawn = null;
    });
  }

  attributeChangedCallback(): void {
    if (!this.#drawn || this.#changed) return;
    // A framework sets one attribute after the other: all of them count once.
    this.#changed = true;
    queueMicrotask(() => {
      this.#changed = false;
      void this.#drawn?.then((drawn) => drawn.apply(this.#asked())).catch(() => undefined);
    });
  }

  async fly(target: Parameters<MizumichiMapElement['fly']>[0]): Promise<void> {
    (await this.#live()).fly(target);
  }

  async report(position: readonly [number, number]): Promise<MizumichiAnswer> {
    return (await this.#live()).report(position);
  }

  get layers(): MizumichiMapElement['layers'] {
    return this.getAttribute('layers') ?? '';
  }
  set layers(value: MizumichiMapElement['layers'] | null) {
    this.#write('layers', choicesText(value));
  }
  get compare(): MizumichiMapElement['compare'] {
    return this.getAttribute('compare') ?? '';
  }
  set compare(value: MizumichiMapElement['compare'] | null) {
    this.#write('compare', choicesText(value));
  }
  get centre(): string | null {
    return this.getAttribute('centre');
  }
  set centre(value: MizumichiMapElement['centre']) {
    this.#write('centre', positionText(value));
  }
  get position(): string | null {
    return this.getAttribute('position');
  }
  set position(value: MizumichiMapElement['position']) {
    this.#write('position', positionText(value));
  }
  get zoom(): string | null {
    return this.getAttribute('zoom');
  }
  set zoom(value: MizumichiMapElement['zoom']) {
    this.#write('zoom', value === null ? null : String(value));
  }

  #asked() {
    return { site, attribute: (name: MapAttribute) => this.getAttribute(name) };
  }

  #live(): Promise<LiveElement> {
    return this.#drawn ?? Promise.reject(new Error('<mizumichi-map> is not in a page'));
  }

  #tell(event: EmbedEvent): void {
    const detail =
      event.type === 'report'
        ? event.report
        : event.type === 'layerschange'
          ? event.layers
          : { dataVersion: event.dataVersion, asOf: event.asOf };
    this.dispatchEvent(new CustomEvent(event.type, { detail }));
  }

  #write(name: MapAttribute, value: string | null): void {
    if (value === null) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }
}

/** Properties that are their attribute, no more. */
for (const name of ['language', 'theme', 'heading', 'caption', 'story'] as const) {
  Object.defineProperty(MizumichiMap.prototype, name, {
    configurable: true,
    get(this: HTMLElement) {
      return this.getAttribute(name);
    },
    set(this: HTMLElement, value: string | null) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
}

function choicesText(value: readonly MizumichiLayerChoice[] | string | null): string | null {
  return value === null || typeof value === 'string' ? value : layersText(value);
}

function positionText(value: readonly [number, number] | string | null): string | null {
  return value === null || typeof value === 'string' ? value : value.join(',');
}

// Two copies of this module in one page (two versions of a widget) must not quarrel over the name.
if (typeof customElements !== 'undefined' && !customElements.get('mizumichi-map'))
  customElements.define('mizumichi-map', MizumichiMap);
