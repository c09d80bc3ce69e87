import type { FormatId } from './formats.js';

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));

/**
 * What the first bytes say a file is: 'zip', 'raster', a format, or null when they say nothing.
 * The extension lies often enough (a renamed .shp, an Excel called .csv) that it is only a hint.
 */
export function sniff(bytes: Uint8Array): FormatId | 'zip' | 'raster' | 'p21' | 'binary' | null {
  if (bytes.length < 4) return null;
  const head = ascii(bytes, 0, 600);
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return 'zip';
  if (head.startsWith('fgb\u0003')) return 'flatgeobuf';
  if (head.startsWith('SQLite format 3')) return 'gpkg';
  if (head.startsWith('SXF\u0000')) return 'sxf';
  if (bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0x27 && bytes[3] === 0x0a) return 'shapefile';
  if (isRaster(head)) return 'raster';
  const text = head.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (text.startsWith('ISO-10303-21')) return head.includes('AP202_mode') ? 'p21' : 'sfc';
  if (text.startsWith('<')) {
    if (/<(\w+:)?kml[\s>]/i.test(text) || text.includes('opengis.net/kml')) return 'kml';
    if (text.includes('opengis.net/gml') || /<gml:|FeatureCollection/.test(text)) return 'gml';
    return null;
  }
  if (text.startsWith('{') || text.startsWith('[')) return 'geojson';
  if (/^(999\r?\n|\s*0\s*\r?\nSECTION)/.test(text) || head.startsWith('AutoCAD Binary DXF')) return 'dxf';
  return looksBinary(bytes) ? 'binary' : null;
}

function isRaster(head: string): boolean {
  return (
    head.startsWith('II*\u0000') ||
    head.startsWith('MM\u0000*') ||
    head.startsWith('\u0089PNG') ||
    head.startsWith('\u00ff\u00d8\u00ff') ||
    head.startsWith('GIF8') ||
    head.startsWith('%PDF')
  );
}

/** Text in any encoding we read has no NUL byte (UTF-16 has a mark, checked by the decoder). */
function looksBinary(bytes: Uint8Array): boolean {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !marked && bytes.subarray(0, 2000).includes(0);
}
