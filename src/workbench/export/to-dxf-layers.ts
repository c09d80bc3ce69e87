import type { Geometry, Position } from 'geojson';
import type { PlaneEpsg } from '../../geometry/plane-rectangular.js';
import { DxfWriter, type DxfPoint } from '../drawing/dxf-writer.js';
import { inSystem, type ExportData, type ExportSystem } from './export-data.js';
import { propertyOf } from '../overlay/property-of.js';

/** Fields whose text is written beside a point, the first that is there. */
const labelFields = ['name', '名称', 'Text', '人孔番号'];
/** Text height in metres: 2.5 mm at 1:500. */
const labelHeightMeters = 1.25;
const colours = [7, 5, 1, 3, 6, 4, 2];

/** Layers of a drawing in plane metres (or degrees), one DXF layer for each; names stand as text at points. */
export function toDxfLayers(
  layers: readonly ExportData[],
  system: ExportSystem,
  epsg: PlaneEpsg,
): Uint8Array {
  const place = system === 'plane' ? `EPSG:${epsg} x=east(Y) y=north(X) metres` : 'EPSG:6668 degrees';
  const writer = new DxfWriter(`mizumichi ${place} ${layers.map(({ credit }) => credit).join(' / ')}`);
  for (const [index, { name, features }] of layers.entries()) {
    writer.layer(name, colours[index % colours.length] ?? 7);
    for (const { geometry, properties } of features) {
      if (!geometry) continue;
      const label = labelFields
        .map((field) => propertyOf(properties, field))
        .find((value) => value !== null && value !== undefined);
      write(writer, name, inSystem(geometry, system, epsg), label === undefined ? null : String(label));
    }
  }
  return writer.bytes();
}

function write(writer: DxfWriter, layer: string, geometry: Geometry, label: string | null): void {
  switch (geometry.type) {
    case 'Point':
      writer.point(layer, asPoint(geometry.coordinates));
      if (label !== null) writer.text(layer, asPoint(geometry.coordinates), label, labelHeightMeters);
      return;
    case 'MultiPoint':
      for (const at of geometry.coordinates) writer.point(layer, asPoint(at));
      return;
    case 'LineString':
      writer.polyline(layer, geometry.coordinates.map(asPoint));
      return;
    case 'MultiLineString':
      for (const line of geometry.coordinates) writer.polyline(layer, line.map(asPoint));
      return;
    case 'Polygon':
      for (const ring of geometry.coordinates) writer.polyline(layer, ring.slice(0, -1).map(asPoint), true);
      return;
    case 'MultiPolygon':
      for (const ring of geometry.coordinates.flat())
        writer.polyline(layer, ring.slice(0, -1).map(asPoint), true);
      return;
    case 'GeometryCollection':
      for (const part of geometry.geometries) write(writer, layer, part, label);
  }
}

function asPoint([x = 0, y = 0, z]: Position): DxfPoint {
  return z === undefined ? [x, y] : [x, y, z];
}
