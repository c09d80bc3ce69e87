/** Formats that can be read, the preferred one first where a zip holds the same data in several. */
export const formats = [
  { id: 'gpkg', extensions: ['gpkg'] },
  { id: 'flatgeobuf', extensions: ['fgb'] },
  { id: 'geojson', extensions: ['geojson', 'json', 'geojsonl', 'ndjson'] },
  { id: 'shapefile', extensions: ['shp'] },
  { id: 'gml', extensions: ['gml', 'xml'] },
  { id: 'kml', extensions: ['kml'] },
  { id: 'csv', extensions: ['csv'] },
] as const;
export type FormatId = (typeof formats)[number]['id'];

/** Files that belong to a .shp. */
export const shapefileParts = ['shp', 'shx', 'dbf', 'prj', 'cpg'] as const;

export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** File name without folder and extension. */
export function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? name : name.slice(0, dot);
}

export function formatByExtension(path: string): FormatId | null {
  const extension = extensionOf(path);
  return formats.find((format) => (format.extensions as readonly string[]).includes(extension))?.id ?? null;
}

/** What a file of the format ends on when its own name does not say. */
export const mainExtension = (format: FormatId): string =>
  formats.find(({ id }) => id === format)?.extensions[0] ?? format;

const ascii = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(0, 1000));

/** What the first bytes say; the extension only decides between texts. A disguised VRT or script is nothing. */
export function sniffFormat(head: Uint8Array, path: string): FormatId | 'zip' | null {
  const text = ascii(head);
  if (text.startsWith('PK\u0003\u0004') || text.startsWith('PK\u0005\u0006')) return 'zip';
  if (text.startsWith('SQLite format 3')) return 'gpkg';
  if (text.startsWith('fgb\u0003')) return 'flatgeobuf';
  if (head[0] === 0 && head[1] === 0 && head[2] === 0x27 && head[3] === 0x0a) return 'shapefile';
  // A byte-order mark may come first, or the record separator GeoJSONSeq begins with.
  const start = text.startsWith('\u00ef\u00bb\u00bf') ? 3 : text.startsWith('\u001e') ? 1 : 0;
  const bare = text.slice(start).trimStart();
  if (bare.startsWith('<')) {
    if (/<(\w+:)?kml[\s>]/.test(bare) || bare.includes('opengis.net/kml')) return 'kml';
    return bare.includes('opengis.net/gml') ? 'gml' : null;
  }
  if (bare.startsWith('{') || bare.startsWith('[')) return 'geojson';
  return formatByExtension(path) === 'csv' && !head.includes(0) ? 'csv' : null;
}
