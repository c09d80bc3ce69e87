import type { Map as EngineMap, StyleSpecification } from 'maplibre-gl';
import type { MapComparison } from '../state/map-host.js';
import { OverlayLayers } from './overlay-layers.js';

/**
 * A second map over the first, in step with it: cut off at a divider (swipe), or on the right half of its own
 * (side by side). The divider can be dragged; keyboard users move it with the panel's slider.
 */
export class ComparisonMap {
  readonly #first: EngineMap;
  readonly #second: EngineMap;
  readonly #overlays: OverlayLayers;
  readonly #pane = document.createElement('div');
  readonly #divider = document.createElement('div');
  #comparison: MapComparison;
  readonly #follow = (): void => {
    const { clientWidth, clientHeight } = this.#first.getContainer();
    // Swiping, the same pixel is the same place; side by side, the middles of the two halves are.
    const across = this.#comparison.mode === 'swipe' ? 0.5 : 0.25;
    const { lng, lat } = this.#first.unproject([clientWidth * across, clientHeight / 2]);
    this.#second.jumpTo({ center: [lng, lat], zoom: this.#first.getZoom() });
  };

  /** @param make builds a map that nobody handles directly; null when the device cannot draw one more */
  static open(
    first: EngineMap,
    make: (container: HTMLElement) => EngineMap | null,
    comparison: MapComparison,
  ): ComparisonMap | null {
    const pane = document.createElement('div');
    pane.style.cssText = 'position:absolute;inset:0;pointer-events:none';
    pane.setAttribute('aria-hidden', 'true');
    first.getContainer().append(pane);
    const second = make(pane);
    if (second) return new ComparisonMap(first, second, pane, comparison);
    pane.remove();
    return null;
  }

  private constructor(first: EngineMap, second: EngineMap, pane: HTMLElement, comparison: MapComparison) {
    this.#first = first;
    this.#second = second;
    this.#pane = pane as HTMLDivElement;
    this.#comparison = comparison;
    this.#overlays = new OverlayLayers(second);
    this.#divider.className = 'comparison-divider';
    this.#divider.style.cssText =
      'position:absolute;top:0;bottom:0;width:44px;margin-left:-22px;cursor:ew-resize;touch-action:none;z-index:3;' +
      'background:linear-gradient(90deg,transparent 20px,#fff 20px,#1a1a1a 21px,#1a1a1a 23px,#fff 23px,#fff 24px,transparent 24px)';
    this.#divider.setAttribute('aria-hidden', 'true');
    this.#divider.addEventListener('pointerdown', (event) =>
      this.#divider.setPointerCapture(event.pointerId),
    );
    this.#divider.addEventListener('pointermove', (event) => {
      if (!this.#divider.hasPointerCapture(event.pointerId)) return;
      const { left, width } = first.getContainer().getBoundingClientRect();
      this.#comparison.onPosition(Math.min(1, Math.max(0, (event.clientX - left) / width)));
    });
    first.getContainer().append(this.#divider);
    first.on('move', this.#follow);
    this.#follow();
    second.once('style.load', () => this.#overlays.set(this.#comparison.overlays));
    this.#place();
  }

  update(comparison: MapComparison, style: StyleSpecification | null): void {
    const overlaysChanged = comparison.overlays !== this.#comparison.overlays || style !== null;
    this.#comparison = comparison;
    if (style) {
      this.#overlays.set([]);
      this.#second.setStyle(style);
      this.#second.once('style.load', () => this.#overlays.set(this.#comparison.overlays));
    } else if (overlaysChanged && this.#second.isStyleLoaded()) this.#overlays.set(comparison.overlays);
    this.#place();
  }

  close(): void {
    this.#first.off('move', this.#follow);
    this.#second.remove();
    this.#pane.remove();
    this.#divider.remove();
  }

  #place(): void {
    const { mode, position } = this.#comparison;
    const beside = mode === 'side-by-side';
    this.#divider.style.left = beside ? '50%' : `${position * 100}%`;
    this.#divider.style.pointerEvents = beside ? 'none' : 'auto';
    this.#pane.style.left = beside ? '50%' : '0';
    this.#pane.style.clipPath = beside ? 'none' : `inset(0 0 0 ${position * 100}%)`;
    this.#second.resize();
    this.#follow();
  }
}
