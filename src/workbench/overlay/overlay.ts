import type { Geometry } from 'geojson';
import type { BoundingBox } from '../../geometry/position.js';
import type { CrsReading } from '../../formats/crs/crs.js';
import type { FormatId } from '../../formats/format-table.js';
import { detailOf, type ReadProblem } from '../../formats/read-failure.js';
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
  Exclude<ReadProblem, { reason: 'file-missing' | 'needs-gdal' }> | { reason: 'cancelled' };

/** Paths and readers without GDAL are the command line's; here they would be somebody's mistake, told as they are. */
export function overlayProblem(problem: ReadProblem): OverlayProblem {
  const isElsewhere = problem.reason === 'file-missing' || problem.reason === 'needs-gdal';
  return isElsewhere ? { reason: 'unreadable', detail: detailOf(problem) } : problem;
}

/** What reading one dropped file (or one set of belonging files) gives. */
export type ReadResult =
  | { ok: true; layers: (OverlayLayer | UnplacedLayer)[] }
  | { ok: false; problem: OverlayProblem; fileName: string };

export function isPlaced(layer: OverlayLayer | UnplacedLayer): layer is OverlayLayer {
  return 'crs' in layer;
}
