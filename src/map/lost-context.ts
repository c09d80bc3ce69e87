import type { Map as EngineMap } from 'maplibre-gl';

/**
 * A style whose graphics context was lost stays for ever among those the engine would tell of a text plugin, with its
 * atlases and every tile it was still waiting for (MapLibre 6.17: `destroy` lets go of less than `_remove`).
 */
export function forgetLostStyles(map: EngineMap): void {
  // Before the engine's own listener, which forgets the style.
  map.getCanvas().addEventListener(
    'webglcontextlost',
    () => {
      const { style } = map;
      map.once('webglcontextlost', () => style?._remove(false));
    },
    { capture: true },
  );
}

const contextError = 'webglcontextcreationerror';

/**
 * Each time its graphics context comes back the engine listens once more for an error in making one, and stops for none
 * (MapLibre 6.17: `_setupPainter`): every loss would leave a listener, and with it what it knew. One goes when the next comes.
 */
export function forgetContextErrors(canvas: EventTarget): void {
  const listen = canvas.addEventListener.bind(canvas);
  let latest = new AbortController();
  canvas.addEventListener = (type, listener, options): void => {
    if (type !== contextError) return listen(type, listener, options);
    latest.abort();
    latest = new AbortController();
    const given = typeof options === 'object' ? options : { capture: options ?? false };
    listen(type, listener, { ...given, signal: latest.signal });
  };
}
