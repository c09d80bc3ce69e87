import type { Map as EngineMap } from 'maplibre-gl';
import type { Position } from '../geometry/position.js';
import type { ViewState } from '../state/view-state.svelte.js';
import { isUncovered, type Padding } from './padding.js';

/** Flies or jumps where the state asks. */
export function goTo(map: EngineMap, request: NonNullable<ViewState['request']>): void {
  if (request.kind === 'box') {
    const [west, south, east, north] = request.box;
    map.fitBounds([west, south, east, north], { padding: 24, maxZoom: 16, animate: request.animate });
    return;
  }
  const target = { center: [...request.centre] as [number, number], zoom: request.zoom ?? map.getZoom() };
  if (request.animate) map.flyTo(target);
  else map.jumpTo(target);
}

/**
 * The selected point moves into sight when a panel or the edge hides it, and only then.
 * @param size pixels of the map
 * @returns stops waiting for a flight
 */
export function bringIntoSight(
  map: EngineMap,
  position: Position,
  size: { width: number; height: number },
  covered: Padding,
): () => void {
  const look = () => {
    if (!isUncovered(map.project([...position]), size, covered)) map.easeTo({ center: [...position] });
  };
  // A flight already under way (a search result) may be bringing it; look again when it has landed.
  if (map.isMoving()) map.once('moveend', look);
  else look();
  return () => void map.off('moveend', look);
}

/** The picture of the map as it is drawn now; null when it cannot be taken. */
export function pictureOf(map: EngineMap): Promise<Blob | null> {
  return new Promise((resolve) => {
    // The buffer can be read only in the task that filled it.
    map.once('render', () => map.getCanvas().toBlob(resolve));
    map.triggerRepaint();
  });
}
