/** One feature of one layer. */
export interface FeatureReference {
  /** Layer id */
  layer: string;
  /** Feature id, the `id` property */
  id: string;
}
