import type { Position } from '../../src/geometry/position.js';

/** What a city's network adds up to; lengths in kilometres, shares 0–1 of the pipe. */
export interface NetworkTotals {
  /** [longitude, latitude] the made-up streets are laid around. */
  middle: Position;
  pipeKilometers: number;
  channelKilometers: number;
  manholes: number;
  inlets: number;
  kinds: Record<PipeKind, number>;
  materials: Record<PipeMaterial, number>;
  /** Share of pipe by fiscal year of construction. */
  eras: readonly { from: number; to: number; share: number }[];
}

export const pipeKinds = ['combined', 'sanitary', 'storm'] as const;
export type PipeKind = (typeof pipeKinds)[number];
export const pipeMaterials = ['concrete', 'clay', 'pvc', 'other'] as const;
export type PipeMaterial = (typeof pipeMaterials)[number];
