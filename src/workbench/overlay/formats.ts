/**
 * Every format the bench reads, one entry each. `reader` says who reads it: this page's own reader (small and
 * immediate) or GDAL (40 MB, fetched when somebody opens such a file).
 */
export const formats = [
  { id: 'geojson', extensions: ['geojson', 'json'], reader: 'geojson' },
  { id: 'csv', extensions: ['csv', 'tsv', 'txt'], reader: 'csv' },
  { id: 'kml', extensions: ['kml'], reader: 'kml' },
  { id: 'kmz', extensions: ['kmz'], reader: 'kml' },
  { id: 'sfc', extensions: ['sfc'], reader: 'sfc' },
  { id: 'shapefile', extensions: ['shp'], reader: 'gdal' },
  { id: 'gpkg', extensions: ['gpkg'], reader: 'gdal' },
  { id: 'gml', extensions: ['gml', 'xml'], reader: 'gdal' },
  { id: 'flatgeobuf', extensions: ['fgb'], reader: 'gdal' },
  { id: 'dxf', extensions: ['dxf'], reader: 'gdal' },
  { id: 'sxf', extensions: ['sxf'], reader: 'gdal' },
] as const;

export type Format = (typeof formats)[number];
export type FormatId = Format['id'];

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

/** What the file chooser offers. */
export const acceptedExtensions: readonly string[] = [
  ...formats.flatMap((format) => [...format.extensions]),
  'zip',
  ...Object.keys(sidecars),
].map((extension) => `.${extension}`);

export function extensionOf(fileName: string): string {
  const dot = fileName.lastIndexOf('.');
  return dot < 0 ? '' : fileName.slice(dot + 1).toLowerCase();
}

export function stemOf(fileName: string): string {
  const base = fileName.slice(fileName.lastIndexOf('/') + 1);
  const dot = base.lastIndexOf('.');
  return dot <= 0 ? base : base.slice(0, dot);
}

export function formatByExtension(extension: string): Format | undefined {
  return formats.find((format) => (format.extensions as readonly string[]).includes(extension));
}

export function formatById(id: FormatId): Format {
  const found = formats.find((format) => format.id === id);
  if (!found) throw new RangeError(`no format ${id}`);
  return found;
}
