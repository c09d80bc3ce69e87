import type { View } from '../../state/view-state.svelte.js';

/** Pixels for which the pack's opening zoom was chosen. */
const wellShown = { width: 700, height: 560 };
/** Closer than this a place is not shown from farther away. */
export const placeZoom = 14;

/**
 * The whole city in a smaller frame: every halving is one zoom level.
 * @param frame pixels of the whole embed; beside or above the map stand its words
 */
export function openingView(whole: View, frame: { width: number; height: number }): View {
  const beside = frame.width >= 640;
  const width = beside ? frame.width * 0.62 : frame.width;
  const height = beside ? frame.height * 0.75 : frame.height * 0.4;
  const share = Math.min(1, width / wellShown.width, height / wellShown.height);
  const zoom = whole.zoom + Math.log2(Math.max(share, 0.1));
  return { centre: whole.centre, zoom: Math.round(zoom * 100) / 100 };
}
