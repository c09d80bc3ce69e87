/**
 * CONTRACT MapHost: what the bench asks of a map. src/map implements it and the page hands it to Bench.svelte;
 * without one (no WebGL, map not loaded) every panel still works by lists, forms and files.
 *
 *   setOverlays(overlays)   the whole list each time, lowest first; drawn above the catalogue's layers and below
 *                           the selection mark. Compare by identity: an overlay whose `data` is the same object has
 *                           not changed its features. Colours are in the features: ['get', 'colour'] for fill, line
 *                           and circle; with `labels` the text ['get', 'label'] stands beside points and along lines.
 *   onPointer(listener)     [longitude, latitude] under the pointer, at most once a frame; null when it leaves.
 *   onOverlayPick(listener) a click on an overlay's feature: overlay id and the feature's property `row`.
 *   picture(request)        an off-screen map of exactly `box`, `widthPixels` × `heightPixels`, drawn with the
 *                           current style and overlays, labels at their natural size for `pixelRatio`
 *                           (CSS size = pixels / pixelRatio), background opaque; resolves when fully loaded.
 *                           `{ ok: false }` when it cannot (no WebGL, size beyond the device, lost context).
 *   drawAdapter()           a fresh terra-draw adapter on the live map (terra-draw-maplibre-gl-adapter). While
 *                           `drawing` is set by setDrawing(true) a click must not pick a site report.
 *   setDrawing(on)
 *   setComparison(c | null) a second map beside or under a divider, its movement tied to the first: other visible
 *                           catalogue layers and other overlays. `position` 0–1 from the left; the bench owns the
 *                           slider (a range input), the map may let the divider be dragged and then calls onPosition.
 */
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
  box: BoundingBox;
  widthPixels: number;
  heightPixels: number;
  /** Device pixels in a CSS pixel of the picture: 200 dpi is 200 / 96. */
  pixelRatio: number;
  type: 'image/jpeg' | 'image/png';
}
export type PictureResult =
  { ok: true; blob: Blob } | { ok: false; reason: 'no-map' | 'too-large' | 'failed' };

export interface MapComparison {
  mode: 'swipe' | 'side-by-side';
  /** Catalogue layers visible in the second map. */
  layers: readonly string[];
  overlays: readonly MapOverlay[];
  /** Where the divider stands, 0–1 from the left. */
  position: number;
  onPosition(position: number): void;
}

export interface MapHost {
  setOverlays(overlays: readonly MapOverlay[]): void;
  onPointer(listener: (position: Position | null) => void): () => void;
  onOverlayPick(listener: (overlay: string, row: number) => void): () => void;
  picture(request: PictureRequest): Promise<PictureResult>;
  drawAdapter(): TerraDrawExtend.TerraDrawBaseAdapter;
  setDrawing(on: boolean): void;
  setComparison(comparison: MapComparison | null): void;
}
