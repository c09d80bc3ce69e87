import type { Feature, FeatureCollection, Geometry, Point } from 'geojson';
import { labelPoint } from '../geometry/label-point.js';
import type { Position } from '../geometry/position.js';

/**
 * One label point a feature: the recipe's own (`labelLongitude`, `labelLatitude`), else the point
 * of the largest part that lies deepest inside. The engine itself would write a polygon's name
 * once in every tile the polygon touches.
 * @param keep properties the words and their colours need
 */
export function labelPoints(
  collection: FeatureCollection<Geometry | null>,
  keep: readonly string[],
): FeatureCollection<Point> {
  const features = collection.features.flatMap((feature): Feature<Point>[] => {
    const position = labelPosition(feature);
    if (!position) return [];
    const properties = Object.fromEntries(keep.map((name) => [name, feature.properties?.[name] ?? null]));
    return [{ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...position] } }];
  });
  return { type: 'FeatureCollection', features };
}

function labelPosition({ geometry, properties }: Feature<Geometry | null>): Position | null {
  const { labelLongitude, labelLatitude } = properties ?? {};
  return typeof labelLongitude === 'number' && typeof labelLatitude === 'number'
    ? [labelLongitude, labelLatitude]
    : labelPoint(geometry);
}
