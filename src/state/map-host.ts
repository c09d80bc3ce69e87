import type { FeatureCollection } from 'geojson';
import type { TerraDrawExtend } from 'terra-draw';
import type { BoundingBox, Position } from '../geometry/position.js';

export interface MapOverlay {
  /** Stable and unique. */
  id: string;
  /** Features in degrees with the properties `row` (number), `colour` (#rrggbb) and `label` (text, may be empty). */
  data: FeatureCollection;
  /** 0–1 */
  opacity: number;
  /** 0–1, of areas, multiplied by `opacity`. */
  fillOpacity: number;
  lineWidthPixels: number;
  pointRadiusPixels: number;
  dashed: boolean;
  labels: boolean;
}

export interface PictureRequest {
  /** The picture shows exactly this box. */
  box: BoundingBox;
  widthPixels: number;
  heightPixels: number;
  /** Device pixels in a CSS pixel of the picture: 200 dpi is 200 / 96. */
  pixelRatio: number;
  /** On an opaque ground. */
  type: 'image/jpeg' | 'image/png';
}
/** `no-map`: no WebGL or a lost context; `too-large`: beyond the device. */
export type PictureResult =
  { ok: true; blob: Blob } | { ok: false; reason: 'no-map' | 'too-large' | 'failed' };

/** A second map beside or under a divider, its movement tied to the first. */
export interface MapComparison {
  mode: 'swipe' | 'side-by-side';
  /** Catalogue layers visible in the second map. */
  layers: readonly string[];
  overlays: readonly MapOverlay[];
  /** Where the divider stands, 0–1 from the left. */
  position: number;
  /** The divider was dragged on the map; the panel owns the slider beside it. */
  onPosition(position: number): void;
}

/**
 * What the workbench asks of a map; the page hands it over when the map is there. Without one (no WebGL, map not loaded)
 * every panel still works by lists, forms and files.
 */
export interface MapHost {
  /**
   * The whole list each time, lowest first; drawn above the catalogue's layers and below the selection mark. An overlay
   * whose `data` is the same object has not changed its features.
   */
  setOverlays(overlays: readonly MapOverlay[]): void;
  /** [longitude, latitude] under the pointer, at most once a frame; null when it leaves. @returns stops it */
  onPointer(listener: (position: Position | null) => void): () => void;
  /** A click on an overlay's feature: overlay id and the feature's property `row`. @returns stops it */
  onOverlayPick(listener: (overlay: string, row: number) => void): () => void;
  /** Drawn off screen in the current style, with the overlays; resolves when fully loaded, never rejects. */
  picture(request: PictureRequest): Promise<PictureResult>;
  /** A fresh terra-draw adapter on the live map. */
  drawAdapter(): TerraDrawExtend.TerraDrawBaseAdapter;
  /** While somebody draws, a click asks for no site report. */
  setDrawing(on: boolean): void;
  setComparison(comparison: MapComparison | null): void;
}
