import type { Geometry } from 'geojson';
import type { LayerCollection, LayerFeature } from '../layer-collection.js';
import { polygonsOf, runsOf } from '../../../src/geometry/explode.js';
import { shiftBetween, tokyoShiftAt, type Shift } from '../../../src/formats/crs/tokyo-shift.js';
import type { Position } from '../../../src/geometry/position.js';
import { ringSquareMeters } from './measure.js';

export type DatumFinding =
  | { kind: 'not-checkable'; pairs: number }
  | {
      kind: 'agrees' | 'shifted' | 'old-tokyo' | 'shifted-twice';
      pairs: number;
      shift: Shift;
      spreadMeters: number;
    };

/** A position that stands for a geometry: the point, or the centre of gravity of its largest part. */
export function centreOf(geometry: Geometry | null): Position | null {
  const largest = polygonsOf(geometry)
    .map(([outer = []]) => ({ outer, size: Math.abs(ringSquareMeters(outer)) }))
    .sort((a, b) => b.size - a.size)[0];
  if (!largest) {
    const [longitude, latitude] = runsOf(geometry)[0]?.[0] ?? [];
    return longitude === undefined || latitude === undefined ? null : [longitude, latitude];
  }
  const [origin = []] = largest.outer;
  const [originX = 0, originY = 0] = origin;
  let [area, x, y] = [0, 0, 0];
  for (let i = 0; i + 1 < largest.outer.length; i++) {
    const [ax = 0, ay = 0] = largest.outer[i] ?? [];
    const [bx = 0, by = 0] = largest.outer[i + 1] ?? [];
    const cross = (ax - originX) * (by - originY) - (bx - originX) * (ay - originY);
    area += cross;
    x += (ax + bx - 2 * originX) * cross;
    y += (ay + by - 2 * originY) * cross;
  }
  return area === 0 ? null : [originX + x / (3 * area), originY + y / (3 * area)];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** Fewer pairs, or a scatter this wide, say nothing about a shift of 400 m. */
const leastPairs = 5;
const sureMeters = 60;
const sameMeters = 120;

const wordOf = (feature: LayerFeature, property: string) => String(feature.properties?.[property] ?? '');
const keyOf = (feature: LayerFeature) => `${wordOf(feature, 'ward')} ${wordOf(feature, 'name')}`;

/**
 * Compares imported features with the built ones of the same id, or of the same ward and name. A file of the old Tokyo datum read as JGD lies
 * about 400 m to the south-east, all of it alike: the median of the offsets shows it, whatever single outlines do.
 */
export function checkDatum(imported: readonly LayerFeature[], built: LayerCollection | null): DatumFinding {
  const places = new Map<string, Position>();
  for (const feature of built?.features ?? []) {
    const centre = centreOf(feature.geometry);
    if (!centre) continue;
    places.set(wordOf(feature, 'id'), centre);
    places.set(keyOf(feature), centre);
  }
  const offsets = imported.flatMap((feature): Shift[] => {
    const known = places.get(wordOf(feature, 'id')) ?? places.get(keyOf(feature));
    const centre = centreOf(feature.geometry);
    return known && centre ? [shiftBetween(known, centre)] : [];
  });
  const pairs = offsets.length;
  if (pairs < leastPairs) return { kind: 'not-checkable', pairs };
  const shift = {
    eastMeters: median(offsets.map(({ eastMeters }) => eastMeters)),
    northMeters: median(offsets.map(({ northMeters }) => northMeters)),
  };
  const away = ({ eastMeters, northMeters }: Shift, from: Shift) =>
    Math.hypot(eastMeters - from.eastMeters, northMeters - from.northMeters);
  // Standard error of a median: 1.4826 × median deviation × 1.2533 / √n.
  const spreadMeters = (1.86 * median(offsets.map((offset) => away(offset, shift)))) / Math.sqrt(pairs);
  if (!(spreadMeters < sureMeters)) return { kind: 'not-checkable', pairs };
  const expected = tokyoShiftAt([...places.values()][0] ?? [130.4, 33.6]);
  const minus = { eastMeters: -expected.eastMeters, northMeters: -expected.northMeters };
  const kind =
    away(shift, minus) < sameMeters
      ? 'old-tokyo'
      : away(shift, expected) < sameMeters
        ? 'shifted-twice'
        : away(shift, { eastMeters: 0, northMeters: 0 }) < sameMeters
          ? 'agrees'
          : 'shifted';
  return { kind, pairs, shift, spreadMeters };
}
