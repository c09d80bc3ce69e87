import type { BoundingBox } from '../geometry/position.js';
import { Map as EngineMap, setWorkerUrl, type StyleSpecification } from 'maplibre-gl';
// As a built worker, not as a copied file: many servers send `.mjs` with a type no worker starts from.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { nationalRasters } from '../catalog/national.js';
import type { View } from '../state/view-state.svelte.js';
import { markerImage } from '../style/marker.js';
import { imagePixelRatio, patternImage } from '../style/pattern.js';
import type { MapLabels } from './map-labels.js';
import { workerAddress } from '../thread/start-module-worker.js';
import { registerPmtilesProtocol } from './pmtiles-protocol.js';

/** Degrees around the frame that may be looked at, so that a wide screen can show the whole city. */
const marginDegrees = 0.12;
const deepestZoom = 18;
const largestCanvas = 8192;

/** Builds the engine's map, flat and north up. Null when the browser has no WebGL 2. */
export function createMap(
  container: HTMLElement,
  options: {
    style: StyleSpecification;
    view: View;
    frame: BoundingBox;
    reducedMotion: boolean;
    gestureHints?: MapLabels['gestureHints'];
  },
): EngineMap | null {
  if (!hasWebGl()) return null;
  setWorkerUrl(workerAddress(workerUrl));
  registerPmtilesProtocol();
  const [west, south, east, north] = options.frame;
  try {
    const map = new EngineMap({
      container,
      style: options.style,
      center: [...options.view.centre],
      zoom: options.view.zoom,
      maxZoom: deepestZoom,
      minZoom: 8,
      maxBounds: [west - marginDegrees, south - marginDegrees, east + marginDegrees, north + marginDegrees],
      renderWorldCopies: false,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxPitch: 0,
      reduceMotion: options.reducedMotion,
      fadeDuration: options.reducedMotion ? 0 : 200,
      transformRequest: (url) => (isNational(url) ? { url, cache: 'no-store' } : { url }),
      ...cooperation(options.gestureHints),
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    map.setMissingStyleImageResolver((name) => addImage(map, name));
    return map;
  } catch {
    return null;
  }
}

/** A map that nobody handles directly, for pictures and comparisons; null where the device cannot draw one more. */
export function createPlainMap(
  container: HTMLElement,
  style: StyleSpecification,
  pixelRatio?: number,
): EngineMap | null {
  try {
    const map = new EngineMap({
      container,
      style,
      interactive: false,
      attributionControl: false,
      renderWorldCopies: false,
      fadeDuration: 0,
      // A picture is read after the frame that drew it.
      canvasContextAttributes: { preserveDrawingBuffer: true },
      ...(pixelRatio !== undefined && { pixelRatio, maxCanvasSize: [largestCanvas, largestCanvas] }),
    });
    map.setMissingStyleImageResolver((name) => addImage(map, name));
    return map;
  } catch {
    return null;
  }
}

/** Hazard maps change without notice and must never be read from a store. */
function isNational(url: string): boolean {
  return nationalRasters.some((raster) => url.startsWith(new URL(raster.url).origin));
}

function cooperation(hints: MapLabels['gestureHints']) {
  if (!hints) return {};
  return {
    cooperativeGestures: true,
    locale: {
      'CooperativeGesturesHandler.WindowsHelpText': hints.windows,
      'CooperativeGesturesHandler.MacHelpText': hints.mac,
      'CooperativeGesturesHandler.MobileHelpText': hints.touch,
    },
  };
}

function hasWebGl(): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    // Browsers allow few contexts at a time; this one is only a question.
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}

/** Images are drawn when the style first names them: their name says what they look like. */
function addImage(map: EngineMap, name: string): void {
  if (map.hasImage(name)) return;
  const marker = markerImage(name);
  const image = marker ?? patternImage(name);
  if (image) map.addImage(name, image, { pixelRatio: imagePixelRatio, sdf: marker !== null });
}
