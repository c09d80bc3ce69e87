import type { PlaneEpsg } from '../../geometry/plane-rectangular.js';
import { inSystem, type ExportData, type ExportSystem } from './export-data.js';

/** GeoJSON: RFC 7946 in degrees; in plane metres the older form with `crs`, which GIS programs read. */
export function toGeoJson(data: ExportData, system: ExportSystem, epsg: PlaneEpsg): Uint8Array {
  const features = data.features.map(({ geometry, properties }) => ({
    type: 'Feature',
    properties,
    geometry: geometry && inSystem(geometry, system, epsg),
  }));
  const crs = { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${epsg}` } };
  const collection = {
    type: 'FeatureCollection',
    name: data.name,
    ...(system === 'plane' ? { crs } : {}),
    credit: data.credit,
    features,
  };
  return new TextEncoder().encode(JSON.stringify(collection));
}
