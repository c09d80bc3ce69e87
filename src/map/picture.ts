import type { Map as EngineMap, StyleSpecification } from 'maplibre-gl';
import type { PictureRequest, PictureResult } from '../state/map-host.js';

/** Most devices draw at least this wide; wider buffers are silently cut. */
const largestPixels = 8192;

/** Draws a style off screen at the asked size, waits until everything is there, and gives the picture. */
export async function drawPicture(
  make: (container: HTMLElement, style: StyleSpecification, pixelRatio: number) => EngineMap | null,
  style: StyleSpecification,
  request: PictureRequest,
): Promise<PictureResult> {
  const { widthPixels, heightPixels, pixelRatio, box, type } = request;
  if (Math.max(widthPixels, heightPixels) > largestPixels) return { ok: false, reason: 'too-large' };
  const container = document.createElement('div');
  container.style.cssText =
    `position:fixed;left:-100000px;top:0;visibility:hidden;` +
    `width:${widthPixels / pixelRatio}px;height:${heightPixels / pixelRatio}px`;
  document.body.append(container);
  const map = make(container, style, pixelRatio);
  try {
    if (!map) return { ok: false, reason: 'no-map' };
    const [west, south, east, north] = box;
    map.fitBounds([west, south, east, north], { animate: false, padding: 0 });
    await new Promise<void>((resolve, reject) => {
      map.once('idle', () => resolve());
      map.once('webglcontextlost', () => reject(new Error('context lost')));
    });
    const blob = await new Promise<Blob | null>((resolve) => map.getCanvas().toBlob(resolve, type, 0.92));
    return blob ? { ok: true, blob } : { ok: false, reason: 'failed' };
  } catch {
    return { ok: false, reason: 'failed' };
  } finally {
    map?.remove();
    container.remove();
  }
}
