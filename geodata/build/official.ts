import { layerById } from '../../src/catalog/layers.js';
import { polygonsOf } from '../../src/geometry/explode.js';
import { mergeOfficial } from '../import/merge.js';
import { importLayerNamed } from '../import/layers.js';
import { officialLayer } from '../import/official-layer.js';
import type { LayerFeature } from '../import/layer-collection.js';
import type { Outline } from '../mesh/land.js';
import { toGrid } from '../mesh/grid.js';
import { feature, type Feature, type Geometry } from '../recipes/feature.js';
import type { ZonedLand } from '../recipes/zoned-land.js';
import type { CityGeometry } from '../recipes/city-geometry.js';

type Pair = [number, number];
const pair = ([longitude = NaN, latitude = NaN]: readonly number[]): Pair => [longitude, latitude];

/** Ward outlines with those that were imported (N03) in their place. */
export function withOfficialWards(geometry: CityGeometry, folder: string): CityGeometry {
  const official = officialLayer('wards', folder);
  if (!official) return geometry;
  const byCode = new Map(official.features.map((each) => [each.properties?.['code'], each.geometry]));
  const wards = geometry.wards.map((ward) => {
    const rings = polygonsOf(byCode.get(ward.properties.code) ?? null);
    if (rings.length === 0) return ward;
    const coordinates = rings.map((polygon) => polygon.map((ring) => ring.map(pair)));
    return { ...ward, geometry: { ...ward.geometry, coordinates } };
  });
  return { ...geometry, wards };
}

/** Imported outlines of towns (e-Stat 小地域), which go before the cells of their points. */
export function officialOutlines(folder: string): Outline[] {
  return (officialLayer('towns', folder)?.features ?? []).map(({ properties, geometry }) => ({
    id: String(properties?.['id']).replace(/^town\//, ''),
    ward: String(properties?.['ward']),
    rings: polygonsOf(geometry).flatMap((polygon) =>
      polygon.map((ring) => ring.slice(0, -1).map((at) => toGrid(pair(at)))),
    ),
  }));
}

/** Imported zones (国土数値情報 A29 用途地域), which decide how far the planned land reaches; null where there are none. */
export function officialZones(folder: string): ZonedLand | null {
  const features = officialLayer('zoned-land', folder)?.features ?? [];
  const properties: Record<string, unknown> | null = features[0]?.properties ?? null;
  if (!properties) return null;
  return {
    source: String(properties['source']),
    asOf: String(properties['asOf']),
    accuracyMeters: Number(properties['accuracyMeters']),
    rings: features.flatMap(({ geometry }) =>
      polygonsOf(geometry).flatMap((polygon) =>
        polygon.map((ring) => ring.slice(0, -1).map((at) => toGrid(pair(at)))),
      ),
    ),
  };
}

/** A layer's features with what was imported for it; checked against the role's schema like any other. */
export function withOfficialFeatures(id: string, features: readonly Feature[], folder: string): Feature[] {
  const layer = importLayerNamed(id);
  const official = officialLayer(id, folder);
  const role = layerById(id)?.role;
  if (!layer || !official || !role) return [...features];
  const plain = features.map(({ properties, geometry }): LayerFeature => {
    // The recipes' geometries are read-only; merging only reads them.
    return { type: 'Feature', properties, geometry: geometry as LayerFeature['geometry'] };
  });
  const merged = mergeOfficial(
    layer,
    { type: 'FeatureCollection', features: plain },
    official.features,
    'in-build',
  );
  return merged.features.map(({ properties, geometry }) =>
    feature(role, properties as Feature['properties'], geometry as Geometry | null),
  );
}
