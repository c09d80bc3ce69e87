import type { BoundingBox } from '../geometry/position.js';
import { addProtocol, Map as EngineMap, setWorkerUrl, type StyleSpecification } from 'maplibre-gl';
import type { View } from '../state/view-state.svelte.js';
import { markerImage } from '../style/marker.js';
import { imagePixelRatio, patternImage } from '../style/pattern.js';
import type { MapLabels } from './map-labels.js';
import { patientSchemes, patientTile, patientTiles } from './patient-tiles.js';
import { registerPmtilesProtocol } from './pmtiles-protocol.js';

/** Degrees around the frame that may be looked at, so that a wide screen can show the whole city. */
const marginDegrees = 0.12;
const deepestZoom = 18;
const largestCanvas = 8192;

/** Builds the engine's map, flat and north up, or says why there is none. */
export function createMap(
  container: HTMLElement,
  options: {
    style: StyleSpecification;
    view: View;
    frame: BoundingBox;
    reducedMotion: boolean;
    gestureHints?: MapLabels['gestureHints'];
    /** Script of the engine's thread. */
    workerUrl: string;
  },
): EngineMap | 'no-webgl' | 'failed' {
  if (!hasWebGl()) return 'no-webgl';
  setWorkerUrl(options.workerUrl);
  registerPmtilesProtocol();
  for (const scheme of patientSchemes) addProtocol(scheme, patientTile);
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
      transformRequest: patientTiles,
      ...cooperation(options.gestureHints),
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    map.setMissingStyleImageResolver((name) => addImage(map, name));
    return map;
  } catch (error) {
    // Among others where the browser has no threads.
    console.warn(error);
    return 'failed';
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
      transformRequest: patientTiles,
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
