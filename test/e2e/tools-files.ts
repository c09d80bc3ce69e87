/** Files the workbench's end-to-end tests drop, as other programs write them; nothing in them is data of the city. */
import { toPlane } from '../../src/geometry/plane-rectangular.js';
import { DxfWriter } from '../../src/workbench/drawing/dxf-writer.js';
import { manholeFeatures, pipeFeatures } from '../network/small-network.js';

export interface UploadFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

function file(name: string, content: string | Uint8Array): UploadFile {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) };
}

/** A square of exactly 200 m × 100 m in zone II around 天神, drawn as CADs draw: x east, y north, metres. */
export function zoneTwoDrawing(): UploadFile {
  const { eastMeters: x, northMeters: y } = toPlane([130.3986, 33.5896]);
  const writer = new DxfWriter('end-to-end test');
  writer.polyline(
    '排水区',
    [
      [x, y],
      [x + 200, y],
      [x + 200, y + 100],
      [x, y + 100],
    ],
    true,
  );
  writer.polyline('中部2号幹線', [
    [x - 50, y + 50],
    [x + 300, y + 60],
  ]);
  return file('zone2.dxf', writer.bytes());
}

/** 中部2号幹線 with an alignment, as an engineer may have it. */
export function alignment(): UploadFile {
  const line = {
    type: 'LineString',
    coordinates: [
      [130.393, 33.588],
      [130.398, 33.591],
      [130.401, 33.593],
    ],
  };
  const feature = { type: 'Feature', properties: { 路線名: '中部第２号幹線' }, geometry: line };
  return file('alignment.geojson', JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
}

export function sewers(): UploadFile[] {
  const collection = (features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
  return [
    file('pipes.geojson', collection(pipeFeatures({ named: true }))),
    file('manholes.geojson', collection(manholeFeatures)),
  ];
}

export function broken(): UploadFile {
  return file('broken.kml', '<kml><Placemark></kml>');
}
