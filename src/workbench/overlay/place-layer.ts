import { boundingBoxOf } from '../../geometry/bounding-box.js';
import { boxContains, type BoundingBox } from '../../geometry/position.js';
import { cleanFeatures, type CleanFeatures } from './clean-features.js';
import { eachPosition, mapPositions } from './clean-geometry.js';
import { crsByEpsg, fromDegrees, toDegrees, tokyoAccuracyMeters, type CrsReading } from './crs.js';
import {
  OverlayFailure,
  type CrsUsed,
  type OverlayLayer,
  type OverlayNote,
  type UnplacedLayer,
} from './overlay.js';
import type { RawLayer } from './raw-layer.js';

/** The frame of the city's map and its plane system; another city is another frame. */
export interface CityFrame {
  epsg: number;
  box: BoundingBox;
  frame: BoundingBox;
}

/**
 * What a reader gave → a layer in degrees, or, when nobody says which system its numbers are in, a layer
 * to be asked about. Throws OverlayFailure for content that cannot be used at all.
 */
export function placeLayer(raw: RawLayer, city: CityFrame): OverlayLayer | UnplacedLayer {
  const clean = cleanFeatures(raw.features);
  const notes = [...raw.notes, ...clean.notes];
  const { crs } = raw;
  const common = { name: raw.name, fileName: raw.fileName, format: raw.format };
  if (crs.kind === 'degrees') {
    const used: CrsUsed = {
      epsg: crs.epsg ?? 4326,
      swapped: false,
      unit: 1,
      how: 'file',
      declared: crs.declared,
      accuracyMeters: crs.oldDatum ? tokyoAccuracyMeters : null,
    };
    return finish({ ...common, ...clean, notes }, used, city);
  }
  if (crs.kind === 'epsg' && crsByEpsg(crs.epsg)) {
    const reading = { epsg: crs.epsg, swapped: crs.swapped ?? false, unit: 1 };
    const unplaced = { ...common, ...clean, notes, declared: crs.declared };
    // A file in degrees "by its format" whose numbers are no degrees was written by something careless.
    if (crs.how === 'format' && !fitsDegrees(clean)) return unplaced;
    return placeUnplaced(unplaced, reading, city, crs.how);
  }
  return { ...common, ...clean, notes, declared: crs.declared };
}

function fitsDegrees(clean: CleanFeatures): boolean {
  return clean.features.every(({ geometry }) => {
    let fits = true;
    eachPosition(geometry, ([x = 0, y = 0]) => (fits &&= Math.abs(x) <= 180 && Math.abs(y) <= 90));
    return fits;
  });
}

/** A layer whose system the reader (or its file) named → degrees. Throws OverlayFailure. */
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
  const { declared, ...rest } = layer;
  const notes: OverlayNote[] = old
    ? [...layer.notes, { reason: 'old-datum', accuracyMeters: tokyoAccuracyMeters }]
    : layer.notes;
  const used: CrsUsed = { ...reading, how, declared, accuracyMeters: old ? tokyoAccuracyMeters : null };
  return finish({ ...rest, features, notes }, used, city);
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
    throw new OverlayFailure({ reason: 'absurd-coordinates', sample: sampleOf(layer, absurd) });
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
