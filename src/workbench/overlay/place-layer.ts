import { crsByEpsg, fromDegrees, toDegrees, type CrsReading } from '../../formats/crs/crs.js';
import { tokyoAccuracyMeters } from '../../formats/crs/datums.js';
import { allFeatures, type RawFeature, type RawLayer } from '../../formats/raw-layer.js';
import { ReadFailure } from '../../formats/read-failure.js';
import { boundingBoxOf } from '../../geometry/bounding-box.js';
import { boxContains, type BoundingBox } from '../../geometry/position.js';
import { eachPosition, mapPositions } from '../../geometry/positions.js';
import { cleanFeatures, type CleanFeatures } from './clean-features.js';
import { layerLimits } from './limits.js';
import type { CrsUsed, OverlayLayer, OverlayNote, UnplacedLayer } from './overlay.js';
import { typedCells } from './typed-cells.js';

/** The frame of the city's map and its plane system; another city is another frame. */
export interface CityFrame {
  epsg: number;
  box: BoundingBox;
  frame: BoundingBox;
}

/**
 * What a reader gave → a layer in degrees, or, when nobody says which system its numbers are in, a layer
 * to be asked about.
 * @param name what the layer is called on the workbench
 * @throws ReadFailure for content that cannot be used at all
 */
export async function placeLayer(
  raw: RawLayer,
  name: string,
  city: CityFrame,
): Promise<OverlayLayer | UnplacedLayer> {
  const { crs } = raw;
  const isNamed = crs !== null && !crs.local;
  const converted = isNamed ? (raw.convertWithGdal?.({ crs: null, swapped: false }) ?? null) : null;
  const clean = cleanFeatures(
    cellsOf(raw, await allFeatures(converted ?? raw.features(), layerLimits.features)),
  );
  const declared = crs?.name ?? null;
  const { fileName, format } = raw;
  const unplaced = { name, fileName, format, ...clean, notes: [...raw.notes, ...clean.notes], declared };
  if (!isNamed) return unplaced;
  if (converted) {
    const accuracyMeters = crs.oldDatum ? tokyoAccuracyMeters : null;
    const used = { epsg: crs.epsg ?? 4326, swapped: false, unit: 1, how: crs.from, declared, accuracyMeters };
    return finish(withoutDeclared(unplaced, crs.oldDatum), used, city);
  }
  if (crs.epsg === null || !crsByEpsg(crs.epsg)) return unplaced;
  // A file in degrees "by its format" whose numbers are no degrees was written by something careless.
  if (crs.from === 'format' && !fitsDegrees(clean)) return unplaced;
  return placeUnplaced(unplaced, { epsg: crs.epsg, swapped: false, unit: 1 }, city, crs.from);
}

/** A table of text has numbers in it; every other format says itself what is a number. */
function cellsOf({ format }: RawLayer, features: readonly RawFeature[]): readonly RawFeature[] {
  return format === 'csv' ? typedCells(features) : features;
}

function withoutDeclared({ declared: _, ...layer }: UnplacedLayer, oldDatum: boolean): Unfinished {
  const note: OverlayNote = { reason: 'old-datum', accuracyMeters: tokyoAccuracyMeters };
  return oldDatum ? { ...layer, notes: [...layer.notes, note] } : layer;
}

function fitsDegrees(clean: CleanFeatures): boolean {
  return clean.features.every(({ geometry }) => {
    let fits = true;
    eachPosition(geometry, ([x = 0, y = 0]) => (fits &&= Math.abs(x) <= 180 && Math.abs(y) <= 90));
    return fits;
  });
}

/** A layer whose system the reader (or its file) named → degrees. Throws ReadFailure. */
export function placeUnplaced(
  layer: UnplacedLayer,
  reading: CrsReading,
  city: CityFrame,
  how: CrsUsed['how'] = 'asked',
): OverlayLayer {
  const convert = toDegrees(reading);
  const features = layer.features.map((feature) => ({
    ...feature,
    geometry:
      feature.geometry &&
      mapPositions(feature.geometry, ([first = NaN, second = NaN, height]) => {
        const [longitude, latitude] = convert(first, second);
        return height === undefined ? [longitude, latitude] : [longitude, latitude, height];
      }),
  }));
  const old = crsByEpsg(reading.epsg)?.datum === 'tokyo';
  const { declared } = layer;
  const used: CrsUsed = { ...reading, how, declared, accuracyMeters: old ? tokyoAccuracyMeters : null };
  return finish(withoutDeclared({ ...layer, features }, old), used, city);
}

/**
 * A placed layer back in the numbers of its file, to be asked about again; null when its system is one only GDAL
 * converts. Notes about the place are left out, they come anew.
 */
export function unplaceLayer(layer: OverlayLayer): UnplacedLayer | null {
  const { crs, name, fileName, format, fields, counts } = layer;
  if (!crsByEpsg(crs.epsg)) return null;
  const convert = fromDegrees(crs);
  return {
    ...{ name, fileName, format, fields, counts },
    declared: crs.declared,
    notes: layer.notes.filter(({ reason }) => reason !== 'old-datum' && reason !== 'outside-frame'),
    features: layer.features.map((feature) => ({
      ...feature,
      geometry:
        feature.geometry &&
        mapPositions(feature.geometry, ([longitude = NaN, latitude = NaN, height]) => {
          const numbers = convert(longitude, latitude);
          return height === undefined ? numbers : [...numbers, height];
        }),
    })),
  };
}

type Unfinished = Omit<OverlayLayer, 'crs' | 'box'>;

function finish(layer: Unfinished, crs: CrsUsed, city: CityFrame): OverlayLayer {
  const positions: (readonly number[])[] = [];
  let absurd: readonly number[] | null = null;
  let outside = 0;
  for (const { geometry } of layer.features) {
    let inside = geometry === null;
    eachPosition(geometry, (position) => {
      const [longitude = NaN, latitude = NaN] = position;
      if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) absurd = position;
      else if (boxContains(city.frame, [longitude, latitude])) inside = true;
      positions.push(position);
    });
    if (!inside) outside++;
  }
  if (absurd !== null)
    throw new ReadFailure({ reason: 'absurd-coordinates', sample: sampleOf(layer, absurd) });
  const notes =
    outside > 0 ? [...layer.notes, { reason: 'outside-frame' as const, count: outside }] : layer.notes;
  return { ...layer, notes, crs, box: boundingBoxOf(positions) };
}

function sampleOf(layer: Unfinished, absurd: readonly number[]): string {
  const row = layer.features.find(({ geometry }) => {
    let holds = false;
    eachPosition(geometry, (position) => (holds ||= position === absurd));
    return holds;
  });
  return `#${(row?.id ?? 0) + 1}: ${absurd.slice(0, 2).join(', ')}`;
}
