import type { Geometry } from 'geojson';
import { boundingBoxOf } from '../../geometry/bounding-box.js';
import { closedLineAsPolygon } from '../../geometry/closed-line.js';
import type { PlaneEpsg } from '../../geometry/plane-rectangular.js';
import { eachPosition, kindsOf } from '../../geometry/positions.js';
import type { OverlayLayer } from '../overlay/overlay.js';
import type { SketchFeature } from '../project/project-file.js';
import { measure } from './sketch.js';

/**
 * The sketch as a layer with its measures in the table: to draw, to export, to keep as an overlay. `length_m` and
 * `area_m2` are turf's on the sphere, `plane_length_m` and `plane_area_m2` those of the plane zone.
 */
export function sketchAsLayer(sketch: readonly SketchFeature[], name: string, epsg: PlaneEpsg): OverlayLayer {
  const positions: (readonly number[])[] = [];
  const counts = { point: 0, line: 0, polygon: 0, none: 0 };
  const features = sketch.map(({ name: title, kind, geometry }, id) => {
    eachPosition(geometry, (position) => positions.push(position));
    for (const found of kindsOf(geometry)) counts[found]++;
    const round = (value: number | null) => value && Math.round(value * 1000) / 1000;
    const measures = measure(geometry, epsg);
    const properties = {
      name: title,
      kind,
      length_m: round(measures.lengthMeters),
      area_m2: round(measures.areaSquareMeters),
      plane_length_m: round(measures.planeLengthMeters),
      plane_area_m2: round(measures.planeAreaSquareMeters),
    };
    return { type: 'Feature' as const, id, geometry, properties };
  });
  return {
    name,
    fileName: `${name}.geojson`,
    format: 'geojson',
    crs: { epsg: 4326, swapped: false, unit: 1, how: 'format', declared: null, accuracyMeters: null },
    features,
    fields: [
      { name: 'name', kind: 'text' },
      { name: 'kind', kind: 'text' },
      { name: 'length_m', kind: 'number' },
      { name: 'area_m2', kind: 'number' },
      { name: 'plane_length_m', kind: 'number' },
      { name: 'plane_area_m2', kind: 'number' },
    ],
    counts,
    box: boundingBoxOf(positions),
    notes: [],
  };
}

/** Single shapes of a layer as sketch; a line that closes on itself becomes an area. Named by `name`, else by row. */
export function overlayAsSketch(layer: Pick<OverlayLayer, 'features' | 'name'>): SketchFeature[] {
  return layer.features.flatMap(({ id, geometry, properties }) => {
    const name = typeof properties['name'] === 'string' ? properties['name'] : `${layer.name} ${id + 1}`;
    return single(closedLineAsPolygon(geometry)).map((part) => ({
      id: crypto.randomUUID(),
      name,
      kind: kindsOf(part)[0] ?? 'point',
      geometry: part,
    }));
  });
}

function single(geometry: Geometry | null): Geometry[] {
  switch (geometry?.type) {
    case undefined:
      return [];
    case 'GeometryCollection':
      return geometry.geometries.flatMap(single);
    case 'MultiPoint':
      return geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates }));
    case 'MultiLineString':
      return geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }));
    case 'MultiPolygon':
      return geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
    default:
      return geometry ? [geometry] : [];
  }
}
