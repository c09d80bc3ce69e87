/** A file GDAL holds open, with what it knows of it (as `ogrinfo -json` tells). */
export interface OpenedByGdal {
  info: unknown;
  /** Converts with ogr2ogr options and gives the output in pieces; nothing of it is left behind. */
  convert: (options: readonly string[]) => AsyncIterable<Uint8Array>;
  close: () => Promise<void>;
}

/** GDAL, wherever it runs: in Node on files, in a browser's worker on files in memory. */
export interface GdalPort {
  /** Rejects when GDAL cannot read it. */
  open: (path: string, options: readonly string[]) => Promise<OpenedByGdal>;
  /** What GDAL complained about since last asked. */
  complaints: () => string[];
}

/** GDAL with a place for files of its own. */
export interface GdalInMemory extends GdalPort {
  /** Puts files side by side into a folder of their own, as `input.<extension>`, and gives its path. */
  place: (files: ReadonlyMap<string, Uint8Array>) => Promise<string>;
}
