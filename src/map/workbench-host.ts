import type { Map as EngineMap, StyleSpecification } from 'maplibre-gl';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { Position } from '../geometry/position.js';
import type { MapComparison, MapHost, MapOverlay, PictureRequest, PictureResult } from '../state/map-host.js';
import { ComparisonMap } from './comparison.js';
import { OverlayLayers, overlayOfLayer } from './overlay-layers.js';
import { drawPicture } from './picture.js';

export interface WorkbenchHostOptions {
  /** The style as it is now, or with other catalogue layers visible. */
  style: (layers?: readonly string[]) => StyleSpecification;
  /** A map without handlers, for pictures and comparisons; null where the device cannot. */
  make: (container: HTMLElement, style: StyleSpecification, pixelRatio?: number) => EngineMap | null;
}

/** The live map behind the interface that the workbench asks (src/state/map-host.ts). */
export class WorkbenchHost implements MapHost {
  readonly #map: EngineMap;
  readonly #options: WorkbenchHostOptions;
  readonly #overlays: OverlayLayers;
  #list: readonly MapOverlay[] = [];
  #comparison: { map: ComparisonMap; layers: string } | null = null;
  /** While somebody draws, a click draws and asks no report. */
  drawing = false;

  constructor(map: EngineMap, options: WorkbenchHostOptions) {
    this.#map = map;
    this.#options = options;
    this.#overlays = new OverlayLayers(map);
    // The engine forgets what was added by hand when it brings a lost context back.
    map.on('webglcontextrestored', () => {
      map.once('style.load', () => this.setOverlays(this.#list));
    });
  }

  setOverlays(overlays: readonly MapOverlay[]): void {
    this.#list = overlays;
    if (this.#map.isStyleLoaded() || this.#map.loaded()) this.#overlays.set(overlays);
    else this.#map.once('idle', () => this.#overlays.set(this.#list));
  }

  onPointer(listener: (position: Position | null) => void): () => void {
    let frame: number | null = null;
    let last: Position | null = null;
    const move = ({ lngLat }: { lngLat: { lng: number; lat: number } }): void => {
      last = [lngLat.lng, lngLat.lat];
      frame ??= requestAnimationFrame(() => {
        frame = null;
        listener(last);
      });
    };
    const leave = (): void => listener(null);
    this.#map.on('mousemove', move);
    this.#map.on('mouseout', leave);
    return () => {
      this.#map.off('mousemove', move);
      this.#map.off('mouseout', leave);
      if (frame !== null) cancelAnimationFrame(frame);
    };
  }

  onOverlayPick(listener: (overlay: string, row: number) => void): () => void {
    const click = ({ point }: { point: { x: number; y: number } }): void => {
      if (this.drawing) return;
      const layers = this.#overlays.clickable;
      if (layers.length === 0) return;
      const reach = 4;
      const box: [[number, number], [number, number]] = [
        [point.x - reach, point.y - reach],
        [point.x + reach, point.y + reach],
      ];
      const hit = this.#map.queryRenderedFeatures(box, { layers })[0];
      const row: unknown = hit?.properties['row'];
      if (hit && typeof row === 'number') listener(overlayOfLayer(hit.layer.id), row);
    };
    this.#map.on('click', click);
    return () => void this.#map.off('click', click);
  }

  picture(request: PictureRequest): Promise<PictureResult> {
    const make = (
      container: HTMLElement,
      style: StyleSpecification,
      pixelRatio: number,
    ): EngineMap | null => {
      const map = this.#options.make(container, style, pixelRatio);
      map?.once('style.load', () => new OverlayLayers(map).set(this.#list));
      return map;
    };
    return drawPicture(make, this.#options.style(), request);
  }

  drawAdapter(): TerraDrawMapLibreGLAdapter<EngineMap> {
    return new TerraDrawMapLibreGLAdapter({ map: this.#map });
  }

  setDrawing(on: boolean): void {
    this.drawing = on;
  }

  setComparison(comparison: MapComparison | null): void {
    if (!comparison) {
      this.#comparison?.map.close();
      this.#comparison = null;
      return;
    }
    const layers = comparison.layers.join(',');
    if (this.#comparison) {
      const style = layers === this.#comparison.layers ? null : this.#options.style(comparison.layers);
      this.#comparison.layers = layers;
      this.#comparison.map.update(comparison, style);
      return;
    }
    const make = (container: HTMLElement) =>
      this.#options.make(container, this.#options.style(comparison.layers));
    const map = ComparisonMap.open(this.#map, make, comparison);
    if (map) this.#comparison = { map, layers };
  }
}
