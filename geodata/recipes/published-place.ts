import { along, length, lineString } from '@turf/turf';
import type { Geometry, Position as GeoJsonPosition } from 'geojson';
import { runsOf } from '../../src/geometry/explode.js';
import { distanceMeters } from '../../src/geometry/measure.js';
import { positionOf, type Position } from '../../src/geometry/position.js';
import { pointFeature } from '../../src/geometry/table-features.js';
import type { CityModel } from './city-model.js';
import type { NamedPlace } from './named-place.js';

const digits = 1e6;
const rounded = (degrees: number) => Math.round(degrees * digits) / digits;

/**
 * Where a work stands on a thing whose place was imported: on its point, or half-way along its line, and then it may be
 * anywhere along it.
 * @param name of the thing, as its layer has it
 * @returns null where no place was imported for it
 */
export function publishedPlace(city: CityModel, layer: string, name: string): NamedPlace | null {
  const found = city
    .published(layer)
    ?.find(({ properties }) => properties.name === name && properties.method === 'official');
  if (!found?.geometry) return null;
  const { source, accuracyMeters } = found.properties;
  const { geometry } = found;
  if (geometry.type === 'Point') {
    const point = pointFeature({ name }, geometry.coordinates);
    return { geometry: point.geometry, accuracyMeters, note: `位置は${source}による。` };
  }
  const runs = runsOf(geometry as Geometry);
  const [longest] = [...runs].sort((a, b) => meters(b) - meters(a));
  if (!longest) return null;
  const half = along(lineString([...longest]), meters(longest) / 2, { units: 'meters' });
  const [x, y] = positionOf(half.geometry.coordinates);
  const middle: Position = [rounded(x), rounded(y)];
  const reach = Math.max(...runs.flat().map((at) => distanceMeters(positionOf(at), middle)));
  return {
    geometry: pointFeature({ name }, middle).geometry,
    accuracyMeters: Math.ceil((accuracyMeters ?? 0) + reach),
    note: `${source}の線の中ほどに置いた目印。`,
  };
}

function meters(run: readonly GeoJsonPosition[]): number {
  return length(lineString([...run]), { units: 'meters' });
}
