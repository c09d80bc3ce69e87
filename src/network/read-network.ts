import type { Geometry, Position } from 'geojson';
import { toPlane, type PlaneEpsg } from '../geometry/plane-rectangular.js';
import type { ManholeFields, PipeFields } from './sewer-fields.js';
import { withinLimits, type FigureOutside } from './sewer-limits.js';

/** What a file says in one cell of a pipe's or a manhole's row. */
export type LedgerCell = string | number | boolean | null;

/** One row of a sewer ledger (下水道台帳), in degrees. `geometry` null = the file gives no place. */
export interface LedgerFeature {
  /** Row number in the file, from 0. */
  id: number;
  geometry: Geometry | null;
  properties: Readonly<Record<string, LedgerCell>>;
}

/** A pipe as its file tells it; lengths and levels in metres, null where the file is silent. */
export interface PipeRecord {
  /** Row in the file. */
  feature: number;
  name: string | null;
  upstreamManhole: string | null;
  downstreamManhole: string | null;
  upstreamInvertMeters: number | null;
  downstreamInvertMeters: number | null;
  diameterMillimeters: number | null;
  /** As stated in the file; null = not stated. */
  lengthMeters: number | null;
  kind: string | null;
  /** Figures that no sewer can have; they count as not stated. */
  outside?: readonly FigureOutside[];
  /** Plane metres [east, north] along the line as digitised. */
  path: [number, number][];
}

export interface ManholeRecord {
  feature: number;
  name: string | null;
  groundMeters: number | null;
  /** Lowest level of the manhole. */
  invertMeters: number | null;
  /** Figures that no manhole can have; they count as not stated. */
  outside?: readonly FigureOutside[];
  at: [number, number];
}

export interface ReadingChoices {
  epsg: PlaneEpsg;
  /** In many ledgers 0 stands for "not measured"; with false a level of exactly 0 m is a level. */
  zeroIsMissing: boolean;
}

/** A level in metres, or null: −9999 and the like stand for "unknown" in every ledger. */
export function levelOf(value: LedgerCell | undefined, zeroIsMissing: boolean): number | null {
  const number = numberOf(value);
  if (number === null || number <= -500 || number >= 2000) return null;
  return number === 0 && zeroIsMissing ? null : number;
}

function numberOf(value: LedgerCell | undefined): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  const text = value.normalize('NFKC').replace(/[φΦ⌀Ø㎜mM\s,]/g, '');
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text) ? Number(text) : null;
}

/** Zero stands for "not stated" in every ledger; what is negative is no figure of a sewer. */
function stated(value: LedgerCell | undefined): number | null {
  const number = numberOf(value);
  return number === 0 ? null : number;
}

function textOf(value: LedgerCell | undefined): string | null {
  if (value === null || value === undefined) return null;
  const text = String(value).trim();
  return text === '' ? null : text;
}

const cell = (feature: LedgerFeature, field: string | null) =>
  field !== null && Object.hasOwn(feature.properties, field) ? feature.properties[field] : undefined;

/** Lines of a file as pipes; each part of a MultiLineString is a pipe of its own. */
export function readPipes(
  features: readonly LedgerFeature[],
  fields: PipeFields,
  { epsg, zeroIsMissing }: ReadingChoices,
): PipeRecord[] {
  return features.flatMap((feature) => {
    const outside: FigureOutside[] = [];
    const diameterMillimeters = withinLimits(
      'diameterMillimeters',
      stated(cell(feature, fields.diameterMillimeters)),
      outside,
    );
    const lengthMeters = withinLimits('lengthMeters', stated(cell(feature, fields.lengthMeters)), outside);
    return linesOf(feature).map((line) => ({
      feature: feature.id,
      name: textOf(cell(feature, fields.pipeName)),
      upstreamManhole: textOf(cell(feature, fields.upstreamManhole)),
      downstreamManhole: textOf(cell(feature, fields.downstreamManhole)),
      upstreamInvertMeters: levelOf(cell(feature, fields.upstreamInvertMeters), zeroIsMissing),
      downstreamInvertMeters: levelOf(cell(feature, fields.downstreamInvertMeters), zeroIsMissing),
      diameterMillimeters,
      lengthMeters,
      kind: textOf(cell(feature, fields.kind)),
      outside,
      path: line.map((position) => plane(position, epsg)),
    }));
  });
}

function linesOf({ geometry }: LedgerFeature): Position[][] {
  if (geometry?.type === 'LineString') return [geometry.coordinates];
  return geometry?.type === 'MultiLineString' ? geometry.coordinates : [];
}

function plane([longitude = NaN, latitude = NaN]: Position, epsg: PlaneEpsg): [number, number] {
  const { eastMeters, northMeters } = toPlane([longitude, latitude], epsg);
  return [eastMeters, northMeters];
}

/** Points of a file as manholes. A depth below a known ground level gives the invert; nothing else does. */
export function readManholes(
  features: readonly LedgerFeature[],
  fields: ManholeFields,
  { epsg, zeroIsMissing }: ReadingChoices,
): ManholeRecord[] {
  return features.flatMap((feature) => {
    if (feature.geometry?.type !== 'Point') return [];
    const groundMeters = levelOf(cell(feature, fields.groundMeters), zeroIsMissing);
    const outside: FigureOutside[] = [];
    const depth = withinLimits('depthMeters', stated(cell(feature, fields.depthMeters)), outside);
    const invert = levelOf(cell(feature, fields.manholeInvertMeters), zeroIsMissing);
    const measured = groundMeters !== null && depth !== null ? groundMeters - depth : null;
    return [
      {
        feature: feature.id,
        name: textOf(cell(feature, fields.manholeName)),
        groundMeters,
        invertMeters: invert ?? measured,
        outside,
        at: plane(feature.geometry.coordinates, epsg),
      },
    ];
  });
}
