import { placeZoom } from '../../state/data-session.js';
import type { View } from '../../state/view-state.svelte.js';
import type { EmbedOptions } from '../options/embed-options.js';

/** Pixels of the map for which opening views and the views of stories are chosen. */
const wellShown = { width: 700, height: 560 };

/**
 * A view in a smaller map shows the same land: every halving is one zoom level.
 * @param map pixels of the map itself
 */
export function viewIn(view: View, map: { width: number; height: number }): View {
  const share = Math.min(1, map.width / wellShown.width, map.height / wellShown.height);
  const zoom = view.zoom + Math.log2(Math.max(share, 0.1));
  return { centre: view.centre, zoom: Math.round(zoom * 100) / 100 };
}

/**
 * What an embed opens with, in a frame of this size; the frame may get its own only after the map was drawn.
 * @param options what its address or its attributes ask for
 */
export function openingOf(
  { view, position }: EmbedOptions,
  whole: View,
  frame: { width: number; height: number },
): View {
  return view ?? (position ? { centre: position, zoom: placeZoom } : openingView(whole, frame));
}

/**
 * The whole city as an embed opens with it.
 * @param frame pixels of the whole embed; beside or above the map stand its words
 */
export function openingView(whole: View, frame: { width: number; height: number }): View {
  const beside = frame.width >= 640;
  return viewIn(whole, {
    width: beside ? frame.width * 0.62 : frame.width,
    height: beside ? frame.height * 0.75 : frame.height * 0.4,
  });
}
