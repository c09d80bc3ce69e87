import type { FormatId } from './formats.js';
import type { OverlayNote } from './overlay.js';

/** How a layer's numbers are to be read, as far as its file says. */
export type DeclaredCrs =
  | { kind: 'epsg'; epsg: number; how: 'file' | 'format'; declared: string | null; swapped?: boolean }
  /** Already turned into degrees by GDAL from a system it knows. */
  | { kind: 'degrees'; declared: string; epsg: number | null; oldDatum: boolean }
  | { kind: 'unknown'; declared: string | null };

/** What every reader hands over: features of unknown make, and what the file says of its system. */
export interface RawLayer {
  name: string;
  fileName: string;
  format: FormatId;
  crs: DeclaredCrs;
  features: readonly unknown[];
  notes: OverlayNote[];
}
