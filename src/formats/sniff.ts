import { lookedAtBytes, utf16Start } from './encoding-of-start.js';
import { extensionOf, formatByExtension, formatById, type FormatId } from './format-table.js';

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));

export type Sniffed = FormatId | 'zip' | 'raster' | 'p21' | 'markup' | 'words' | 'binary' | null;

/**
 * What the first bytes say a file is: 'zip', 'raster', a format, 'words' for a text without a mark, or null when they
 * say nothing.
 * The extension lies often enough (a renamed .shp, an Excel called .csv) that it is only a hint.
 */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length < 4) return null;
  const head = ascii(bytes, 0, 1000);
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return 'zip';
  if (head.startsWith('fgb\u0003')) return 'flatgeobuf';
  if (head.startsWith('SQLite format 3')) return 'gpkg';
  if (head.startsWith('SXF\u0000')) return 'sxf';
  if (bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0x27 && bytes[3] === 0x0a) return 'shapefile';
  if (isRaster(head)) return 'raster';
  // A byte-order mark may come first, or the record separator that GeoJSON text sequences begin with (RFC 8142).
  const text = textOf(bytes, head).trimStart();
  if (text.startsWith('ISO-10303-21')) return head.includes('AP202_mode') ? 'p21' : 'sfc';
  if (text.startsWith('<')) return markup(text);
  if (text.startsWith('{') || text.startsWith('[')) return 'geojson';
  if (/^(999\r?\n|\s*0\s*\r?\nSECTION)/.test(text) || head.startsWith('AutoCAD Binary DXF')) return 'dxf';
  if (looksBinary(bytes)) return 'binary';
  return text === '' ? null : 'words';
}

/** KML and GML by their root or their namespace; a web page, a VRT or a script is `markup` and is read by nobody. */
function markup(text: string): Sniffed {
  if (/<(\w+:)?kml[\s>]/i.test(text) || text.includes('opengis.net/kml')) return 'kml';
  if (text.includes('opengis.net/gml') || /<gml:|FeatureCollection/.test(text)) return 'gml';
  // Behind a long comment the root is not seen yet: then the name is believed.
  const root = text
    .replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(\[[\s\S]*?\][^>]*)?>/gi, '')
    .trimStart();
  return /^<\w/.test(root) ? 'markup' : null;
}

/** The first letters without a byte-order mark; of UTF-16 every other byte is the letter. */
function textOf(bytes: Uint8Array, head: string): string {
  const utf16 = utf16Start(bytes);
  if (utf16) return new TextDecoder(utf16.encoding).decode(bytes.subarray(0, 1000));
  const text = head.replace(/^\u00ef\u00bb\u00bf/, '');
  return text.startsWith('\u001e') ? text.slice(1) : text;
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

/** Text in any encoding we read has no NUL byte, but for UTF-16. */
const looksBinary = (bytes: Uint8Array): boolean =>
  utf16Start(bytes) === null && bytes.subarray(0, lookedAtBytes).includes(0);

const beginsAnyhow: ReadonlySet<FormatId> = new Set<FormatId>(['csv', 'dxf', 'sfc']);

/**
 * The format of a file: content wins over the name where it speaks, and a name alone is believed only for formats
 * without a mark. Null = none that is read; a disguised VRT or script is nothing.
 */
export function formatOf(looksLike: Sniffed, name: string): FormatId | null {
  const named = formatByExtension(extensionOf(name))?.id;
  if (looksLike === 'zip') return named === 'kmz' ? 'kmz' : null;
  if (looksLike === 'binary' || looksLike === 'raster' || looksLike === 'p21' || looksLike === 'markup')
    return null;
  if (looksLike !== null && looksLike !== 'words') return looksLike;
  if (named === undefined) return null;
  // A table, a drawing in text may begin with anything; GeoJSON and XML may not.
  if (looksLike === 'words') return beginsAnyhow.has(named) ? named : null;
  return formatById(named).reader !== 'gdal' || named === 'gml' || named === 'dxf' ? named : null;
}
