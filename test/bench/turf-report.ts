import { booleanPointInPolygon, distance, pointToLineDistance, polygonToLine } from '@turf/turf';
import type { Feature, FeatureCollection, LineString, MultiPolygon, Point, Polygon } from 'geojson';

type Area = Feature<Polygon | MultiPolygon>;

/**
 * The same questions as a site report, asked the plain way: turf over every feature.
 * It does less (no deciding edges, no candidates) and is therefore a lower bound.
 */
export function turfReporter(
  layers: Record<string, FeatureCollection>,
): (position: [number, number]) => unknown {
  const areas = [
    'wards',
    'towns',
    'treatment-districts',
    'rainbow-plan',
    'priority-districts',
    'inundation-zones',
  ].map((layer) => (layers[layer]?.features ?? []).filter(({ geometry }) => geometry) as Area[]);
  const edges = (layers['treatment-districts']?.features ?? []).flatMap((feature) => {
    const lines = polygonToLine(feature as Feature<Polygon>);
    return lines.type === 'FeatureCollection' ? lines.features : [lines];
  });
  const edgeLines = edges.flatMap(({ geometry }) =>
    (geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates).map(
      (coordinates): LineString => ({ type: 'LineString', coordinates }),
    ),
  );
  const things = ['shelters', 'pump-stations', 'ponds'].map(
    (layer) =>
      (layers[layer]?.features ?? []).filter(
        ({ geometry }) => geometry?.type === 'Point',
      ) as Feature<Point>[],
  );
  return (position) => ({
    areas: areas.map((features) => features.filter((feature) => booleanPointInPolygon(position, feature))),
    edge: Math.min(...edgeLines.map((line) => pointToLineDistance(position, line, { units: 'meters' }))),
    nearest: things.map((features) =>
      features
        .map((feature) => ({ feature, meters: distance(position, feature, { units: 'meters' }) }))
        .sort((a, b) => a.meters - b.meters)
        .slice(0, 3),
    ),
  });
}
