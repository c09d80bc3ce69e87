import { visibleText } from '../../i18n/shown-text.js';
import type { Geometry } from 'geojson';
import { toPlane, type PlaneEpsg } from '../../geometry/plane-rectangular.js';
import { mapPositions } from '../../geometry/positions.js';
import type { CellValue } from '../overlay/overlay.js';

/** What leaves the workbench: a layer, an overlay, a sketch or a selection of one, in degrees. */
export interface ExportData {
  name: string;
  features: readonly { geometry: Geometry | null; properties: Readonly<Record<string, CellValue>> }[];
  /** Source, date and limits, written where the format has room. */
  credit: string;
}

export const exportFormats = ['geojson', 'csv', 'dxf', 'gpkg', 'shapefile'] as const;
export type ExportFormat = (typeof exportFormats)[number];
/** Degrees of JGD2011, or the city's plane zone in metres. */
export const exportSystems = ['degrees', 'plane'] as const;
export type ExportSystem = (typeof exportSystems)[number];

export interface ExportFile {
  name: string;
  bytes: Uint8Array;
  mime: string;
}

/** Decimals that lose nothing: 1e-9° is 0.1 mm, as is 1e-4 m. */
export const decimals: Readonly<Record<ExportSystem, number>> = { degrees: 9, plane: 4 };

/** Geometry in the wanted system, rounded: [longitude, latitude], or [east, north] in metres. */
export function inSystem(geometry: Geometry, system: ExportSystem, epsg: PlaneEpsg): Geometry {
  const factor = 10 ** decimals[system];
  const round = (value: number) => Math.round(value * factor) / factor;
  return mapPositions(geometry, ([longitude = NaN, latitude = NaN, height]) => {
    const flat =
      system === 'degrees'
        ? [longitude, latitude]
        : ((plane) => [plane.eastMeters, plane.northMeters])(toPlane([longitude, latitude], epsg));
    const rounded = flat.map(round);
    return height === undefined ? rounded : [...rounded, height];
  });
}

/**
 * A file name every system takes: marks that mean something to one are replaced, and letters that would turn it round
 * or hide its ending stand as what they are (`⟨U+202E⟩` → `(U+202E)`). The first hundred characters, whole ones.
 */
export function safeFileName(name: string): string {
  // Longer than any name that is kept of it, however much is replaced.
  const begin = name.slice(0, 2_000).normalize('NFC');
  const clean = visibleText(begin)
    .replaceAll('⟨', '(')
    .replaceAll('⟩', ')')
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, '_');
  const whole = [...clean];
  const isBlank = (letter: string | undefined) => letter !== undefined && /[.\s]/u.test(letter);
  let [first, last] = [0, whole.length];
  while (first < last && isBlank(whole[first])) first++;
  last = Math.min(last, first + 100);
  while (last > first && isBlank(whole[last - 1])) last--;
  return first === last ? 'mizumichi' : whole.slice(first, last).join('');
}
