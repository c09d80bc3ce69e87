import type { FeatureReference } from '../../state/selection-state.svelte.js';

/** A town to be picked from a list. */
export interface TownChoice {
  id: string;
  name: string;
  ward: string;
  /** [longitude, latitude] of its label point; null = 位置未公表 */
  position: readonly [number, number] | null;
  feature: FeatureReference;
}
