import type { FeatureReference } from '../catalog/feature-reference.js';
import type { BlockNote } from '../search/candidate.js';
import type { Position } from '../geometry/position.js';

/** How a point was picked. */
export const selectionSources = ['map', 'keyboard', 'search', 'url', 'list', 'locate'] as const;
export type SelectionSource = (typeof selectionSources)[number];

interface Selection {
  position: Position | null;
  feature: FeatureReference | null;
  source: SelectionSource | null;
  accuracyMeters?: number;
  asked?: AskedAddress;
}

/** What an address that was asked for has beside its place. */
export interface AskedAddress {
  /** How far the houses of a block may lie from its point, metres; null for every other place. */
  positionMeters: number | null;
  /** Why its number found no block. */
  blockNote: BlockNote | null;
}
/** Six decimals (10 cm): what an address keeps, so that a shared link asks about the very same point. */
function round([longitude, latitude]: Position): Position {
  return [Number(longitude.toFixed(6)), Number(latitude.toFixed(6))];
}

const nothing: Selection = { position: null, feature: null, source: null };

/** The one point (and perhaps the one feature) the reader asks about. */
export class SelectionState {
  #selection = $state.raw<Selection>(nothing);

  get position(): Position | null {
    return this.#selection.position;
  }
  /** The thing picked, outlined on the map. */
  get feature(): FeatureReference | null {
    return this.#selection.feature;
  }
  get source(): SelectionSource | null {
    return this.#selection.source;
  }

  /** How far off the device says its own position may be, metres, radius; null for every other source. */
  get accuracyMeters(): number | null {
    return this.#selection.accuracyMeters ?? null;
  }

  /** How far the houses of a block lie from its point; null where no block was chosen. */
  get positionMeters(): number | null {
    return this.#selection.asked?.positionMeters ?? null;
  }

  /** Why the number of the address that was chosen found no block. */
  get blockNote(): BlockNote | null {
    return this.#selection.asked?.blockNote ?? null;
  }

  /** A position the device found. */
  locate(position: Position, accuracyMeters: number): void {
    this.#selection = { position: round(position), feature: null, source: 'locate', accuracyMeters };
  }

  select(
    position: Position,
    source: SelectionSource,
    feature: FeatureReference | null = null,
    asked: AskedAddress = { positionMeters: null, blockNote: null },
  ): void {
    this.#selection = { position: round(position), feature, source, asked };
  }

  /** A feature without a published place is selected with position null: card yes, marker no. */
  selectFeature(feature: FeatureReference, source: SelectionSource, position: Position | null = null): void {
    this.#selection = { position: position && round(position), feature, source };
  }

  clear(): void {
    this.#selection = nothing;
  }
}
