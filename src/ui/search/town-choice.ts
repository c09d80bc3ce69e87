import type { Position } from '../../geometry/position.js';
import type { FeatureReference } from '../../catalog/feature-reference.js';

/** A town to be picked from a list. */
export interface TownChoice {
  id: string;
  name: string;
  ward: string;
  /** [longitude, latitude] of its label point; null = 位置未公表 */
  position: Position | null;
  feature: FeatureReference;
}
