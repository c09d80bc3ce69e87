import type { Position } from '../../src/geometry/position.js';
import type { PipeKind, PipeMaterial } from '../cities/network-totals.js';

/** How much of the city hangs on a line: what is drawn from which zoom on. */
export const grades = ['trunk', 'main', 'branch'] as const;
export type Grade = (typeof grades)[number];

/** One thing of a generated network. Heights in metres above sea level. */
export type NetworkFeature =
  | {
      layer: 'sewers';
      properties: {
        id: string;
        kind: PipeKind | 'channel';
        grade: Grade;
        lengthMeters: number;
        material?: PipeMaterial;
        /** Fiscal year. */
        built?: number;
        diameterMillimeters?: number;
        upstreamInvertMeters?: number;
        downstreamInvertMeters?: number;
      };
      coordinates: Position[];
    }
  | {
      layer: 'manholes';
      properties: { id: string; groundMeters: number; invertMeters: number };
      coordinates: Position;
    }
  | { layer: 'inlets'; properties: { id: string; pipe: string }; coordinates: Position };
