import type { Geometry } from 'geojson';
import type { BoundingBox } from '../../geometry/position.js';
import type { CrsReading } from './crs.js';
import type { FormatId } from './formats.js';
import type { OverlayNote } from './overlay-note.js';

export type { OverlayNote };

export type CellValue = string | number | boolean | null;

/** One row of an attribute table. `geometry` null = the file gives no place; it stays in the table. */
export interface OverlayFeature {
  type: 'Feature';
  /** Row number in the file, from 0; the handle of selection, deletion and joins. */
  id: number;
  geometry: Geometry | null;
  /** Flat, text stays text: nothing in it is ever taken for markup. */
  properties: Record<string, CellValue>;
}

export interface OverlayField {
  name: string;
  kind: 'number' | 'text' | 'yes-no';
}

/** Points, lines and areas; `none` = rows without a place. */
export interface GeometryCounts {
  point: number;
  line: number;
  polygon: number;
  none: number;
}

/** How the coordinates were understood. `how` says who decided. */
export interface CrsUsed extends CrsReading {
  how: 'file' | 'format' | 'asked';
  /** Name the file itself gives, as it stands there; null when it gives none. */
  declared: string | null;
  accuracyMeters: number | null;
}

/** One layer of one file, in degrees, ready to draw. */
export interface OverlayLayer {
  name: string;
  fileName: string;
  format: FormatId;
  crs: CrsUsed;
  features: OverlayFeature[];
  fields: OverlayField[];
  counts: GeometryCounts;
  box: BoundingBox | null;
  notes: OverlayNote[];
}

/** A layer whose coordinate system nobody named: still in the file's own numbers. */
export interface UnplacedLayer {
  name: string;
  fileName: string;
  format: FormatId;
  /** What the file says about its system, if it says something we cannot use. */
  declared: string | null;
  features: OverlayFeature[];
  fields: OverlayField[];
  counts: GeometryCounts;
  notes: OverlayNote[];
}

/** Why a file could not be read at all. Earlier overlays and the sketch are untouched. */
export type OverlayProblem =
  | { reason: 'empty-file' }
  | { reason: 'file-too-large'; megabytes: number; limitMegabytes: number }
  | { reason: 'zip-bomb'; megabytes: number; limitMegabytes: number }
  | { reason: 'zip-broken' }
  | { reason: 'zip-encrypted' }
  | { reason: 'zip-too-many'; count: number; limit: number }
  | { reason: 'zip-nothing-known' }
  | { reason: 'unknown-format'; extension: string }
  | { reason: 'shapefile-incomplete'; missing: string }
  | { reason: 'unreadable'; detail: string }
  | { reason: 'truncated' }
  | { reason: 'no-features' }
  | { reason: 'no-geometry' }
  | { reason: 'no-coordinate-columns'; columns: string }
  | { reason: 'absurd-coordinates'; sample: string }
  | { reason: 'too-many-features'; limit: number }
  | { reason: 'too-many-vertices'; limit: number }
  | { reason: 'sxf-p21' }
  | { reason: 'raster' }
  | { reason: 'engine-failed'; detail: string }
  | { reason: 'cancelled' };

/** What reading one dropped file (or one set of belonging files) gives. */
export type ReadResult =
  | { ok: true; layers: (OverlayLayer | UnplacedLayer)[] }
  | { ok: false; problem: OverlayProblem; fileName: string };

export function isPlaced(layer: OverlayLayer | UnplacedLayer): layer is OverlayLayer {
  return 'crs' in layer;
}

/** Thrown inside the readers only and turned into a value at their edge: unwinding parsers by hand is worse. */
export class OverlayFailure extends Error {
  readonly problem: OverlayProblem;
  constructor(problem: OverlayProblem) {
    super(problem.reason);
    this.problem = problem;
  }
}
