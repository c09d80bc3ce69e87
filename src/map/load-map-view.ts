import { engineArrives } from './engine-url.js';
import type MapView from './MapView.svelte';

/** The drawn map, with the script of its engine's thread: of one that hangs the engine tells nobody. Rejects without either. */
export async function loadMapView(): Promise<typeof MapView> {
  const [{ default: View }] = await Promise.all([import('./MapView.svelte'), engineArrives()]);
  return View;
}
