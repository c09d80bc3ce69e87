import type { Map as EngineMap } from 'maplibre-gl';
import type { FeatureReference } from '../catalog/feature-reference.js';
import type { LayerEntry } from '../catalog/layer-entry.js';
import type { Position } from '../geometry/position.js';
import type { View } from '../state/view-state.svelte.js';
import { forgetContextErrors, forgetLostStyles } from './lost-context.js';
import { featureAt } from './pick.js';

/** A lost graphics context usually comes back at once; only a lasting loss is worth a word. */
const contextLossTimeoutMilliseconds = 5000;

export interface MapListener {
  catalogue: readonly LayerEntry[];
  onready: () => void;
  /** Every frame of a move. */
  onmove: (view: View) => void;
  /** A move has ended. */
  onrest: (view: View & { bearing: number }) => void;
  onpick: (position: Position, source: 'map' | 'keyboard', feature: FeatureReference | null) => void;
  oncontextlost: () => void;
  /** Keys move the map now, or no longer: where Enter would pick is marked. */
  onkeyboard: (used: boolean) => void;
}

/** What the engine and its canvas tell, until the map is removed. */
export function listenTo(map: EngineMap, listener: MapListener): void {
  const viewOf = (): View => {
    const { lng, lat } = map.getCenter();
    return { centre: [lng, lat], zoom: map.getZoom() };
  };
  let loss: ReturnType<typeof setTimeout> | undefined;
  map.on('load', () => listener.onready());
  map.on('move', () => listener.onmove(viewOf()));
  map.on('moveend', () => listener.onrest({ ...viewOf(), bearing: map.getBearing() }));
  map.on('click', ({ lngLat, point }) =>
    listener.onpick([lngLat.lng, lngLat.lat], 'map', featureAt(map, listener.catalogue, point)),
  );
  map.on('webglcontextlost', () => {
    loss = setTimeout(() => listener.oncontextlost(), contextLossTimeoutMilliseconds);
  });
  map.on('webglcontextrestored', () => {
    clearTimeout(loss);
    listener.onready();
  });
  map.on('remove', () => clearTimeout(loss));
  forgetLostStyles(map);
  forgetContextErrors(map.getCanvas());

  const canvas = map.getCanvas();
  canvas.addEventListener('focus', () => listener.onkeyboard(canvas.matches(':focus-visible')));
  canvas.addEventListener('blur', () => listener.onkeyboard(false));
  canvas.addEventListener('pointerdown', () => listener.onkeyboard(false));
  canvas.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    listener.onkeyboard(true);
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    const { centre } = viewOf();
    listener.onpick(centre, 'keyboard', featureAt(map, listener.catalogue, map.project(map.getCenter())));
  });
}
