/**
 * Every format that is read, one entry each, the preferred one first where a zip holds the same data in several.
 * `reader` says who reads it: a reader of our own (small and immediate) or GDAL (40 MB, started when somebody opens
 * such a file), and then only with the drivers named.
 */
export const formats = [
  { id: 'gpkg', extensions: ['gpkg'], reader: 'gdal', drivers: ['GPKG'] },
  { id: 'flatgeobuf', extensions: ['fgb'], reader: 'gdal', drivers: ['FlatGeobuf'] },
  // GDAL takes over where a text names a system that our table lacks.
  {
    id: 'geojson',
    extensions: ['geojson', 'json', 'geojsonl', 'ndjson'],
    reader: 'geojson',
    drivers: ['GeoJSON', 'GeoJSONSeq'],
  },
  { id: 'shapefile', extensions: ['shp'], reader: 'gdal', drivers: ['ESRI Shapefile'] },
  { id: 'gml', extensions: ['gml', 'xml'], reader: 'gdal', drivers: ['GML'] },
  { id: 'kml', extensions: ['kml'], reader: 'kml', drivers: [] },
  { id: 'kmz', extensions: ['kmz'], reader: 'kml', drivers: [] },
  { id: 'csv', extensions: ['csv', 'tsv', 'txt'], reader: 'csv', drivers: [] },
  { id: 'sfc', extensions: ['sfc'], reader: 'sfc', drivers: [] },
  { id: 'dxf', extensions: ['dxf'], reader: 'gdal', drivers: ['DXF'] },
  { id: 'sxf', extensions: ['sxf'], reader: 'gdal', drivers: ['SXF'] },
] as const;

export type Format = (typeof formats)[number];
export type FormatId = Format['id'];
export const formatIds = formats.map(({ id }) => id);

/** Files that belong to another and are nothing alone. */
export const sidecars: Readonly<Record<string, FormatId>> = {
  shx: 'shapefile',
  dbf: 'shapefile',
  prj: 'shapefile',
  cpg: 'shapefile',
  qpj: 'shapefile',
  sbn: 'shapefile',
  sbx: 'shapefile',
  xsd: 'gml',
  gfs: 'gml',
  rsc: 'sxf',
};

/** What a file chooser offers. */
export const acceptedExtensions: readonly string[] = [
  ...formats.flatMap((format) => [...format.extensions]),
  'zip',
  ...Object.keys(sidecars),
].map((extension) => `.${extension}`);

const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** Lower case, without the dot; '' for none. A name that begins with its only dot has none. */
export function extensionOf(path: string): string {
  const name = baseName(path);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** File name without folder and extension. */
export function stemOf(path: string): string {
  const name = baseName(path);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? name : name.slice(0, dot);
}

/** The whole path without its extension, in lower case: what files of one set share. */
export function setKeyOf(path: string): string {
  const extension = extensionOf(path);
  return (extension === '' ? path : path.slice(0, -extension.length - 1)).toLowerCase();
}

export function formatByExtension(extension: string): Format | undefined {
  return formats.find((format) => (format.extensions as readonly string[]).includes(extension));
}

export function formatById(id: FormatId): Format {
  const found = formats.find((format) => format.id === id);
  if (!found) throw new RangeError(`no format ${id}`);
  return found;
}

/** True where the format is read without GDAL. */
export const readWithoutGdal = (id: FormatId): boolean => formatById(id).reader !== 'gdal';
