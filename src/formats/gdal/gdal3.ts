/** The part of gdal3.js that is used. Its own types lack `Module`: the virtual file system and GDAL's C functions. */
export interface GdalDataset {
  pointer: number;
  path: string;
  type: string;
}

export interface Gdal3 {
  close(dataset: GdalDataset): Promise<void>;
  ogrinfo(dataset: GdalDataset, options?: string[]): Promise<unknown>;
  ogr2ogr(
    dataset: GdalDataset,
    options: string[],
    outputName: string,
  ): Promise<{ local: string; real: string; all: { local: string }[] }>;
  Module: {
    FS: GdalFileSystem;
    /** File system of emscripten that shows a folder of the disk; in Node only. */
    NODEFS?: { stream_ops: GdalStreams };
    HEAPU32: Uint32Array;
    _malloc(bytes: number): number;
    _free(pointer: number): void;
    lengthBytesUTF8(text: string): number;
    stringToUTF8(text: string, pointer: number, bytes: number): void;
    ccall(name: string, result: 'number' | 'string' | null, types: string[], values: unknown[]): unknown;
  };
}

/** How one of emscripten's file systems reads and writes; its files share the table. */
type Move = (stream: unknown, buffer: unknown, offset: number, length: number, ...rest: unknown[]) => number;
export interface GdalStreams {
  read: Move;
  write: Move;
}

export interface GdalFileSystem {
  open(path: string, flags: 'r'): { stream_ops: GdalStreams };
  close(stream: { stream_ops: GdalStreams }): void;
  mkdir(path: string): void;
  rmdir(path: string): void;
  mount(type: unknown, options: { root: string }, path: string): void;
  unmount(path: string): void;
  writeFile(path: string, bytes: Uint8Array): void;
  readFile(path: string): Uint8Array;
  readdir(path: string): string[];
  unlink(path: string): void;
}

/** Checks at the edge that what was loaded is the engine we know. Throws when the library changed its shape. */
export function asGdal3(value: unknown): Gdal3 {
  const engine = value as Partial<Record<keyof Gdal3, unknown>> | null;
  const functions = ['close', 'ogrinfo', 'ogr2ogr'] as const;
  const module = engine?.Module as Partial<Record<keyof Gdal3['Module'], unknown>> | undefined;
  const known = functions.every((name) => typeof engine?.[name] === 'function');
  if (!known || !module?.FS || typeof module.ccall !== 'function' || typeof module._malloc !== 'function')
    throw new TypeError('gdal3.js has another shape than expected; see src/formats/gdal/gdal3.ts');
  return value as Gdal3;
}

/** gdal3.js rejects with errors, arrays of errors or strings; one line of text of any of them. */
export function gdalMessage(error: unknown): string {
  const first: unknown = Array.isArray(error) ? error[0] : error;
  const text = first instanceof Error ? first.message : (first as { message?: unknown } | undefined)?.message;
  return (typeof text === 'string' ? text : String(first)).slice(0, 300);
}

/**
 * Settings the readers count on; to be given to the engine when it starts. Nothing is fetched or looked up that a file
 * names: no schema of a GML, no file of a VRT.
 */
export const gdalEnvironment = {
  DXF_ENCODING: 'UTF-8',
  OGR_GEOJSON_MAX_OBJ_SIZE: '0',
  OGR_SKIP: 'OGR_VRT,GTFS,OSM',
  GDAL_SKIP: 'VRT',
  GML_SKIP_RESOLVE_ELEMS: 'ALL',
  GML_DOWNLOAD_SCHEMA: 'NO',
  // A view or virtual table of a GeoPackage may name other files.
  OGR_SQLITE_ALLOW_EXTERNAL_ACCESS: 'NO',
  OGR_SQLITE_LOAD_EXTENSIONS: 'NO',
  ALLOW_OGR_SQL_FUNCTIONS_FROM_TRIGGER_AND_VIEW: 'NO',
} as const;

/** A list of strings as C has it: pointers to texts, ended by a zero. Free it after use. */
function textList({ Module }: Gdal3, texts: readonly string[]) {
  const pointers = texts.map((text) => {
    const bytes = Module.lengthBytesUTF8(text) + 1;
    const pointer = Module._malloc(bytes);
    Module.stringToUTF8(text, pointer, bytes);
    return pointer;
  });
  const list = Module._malloc((pointers.length + 1) * 4);
  Module.HEAPU32.set([...pointers, 0], list / 4);
  const free = () => [...pointers, list].forEach((pointer) => Module._free(pointer));
  return { pointer: list, free };
}

/** GDAL_OF_VECTOR, GDAL_OF_RASTER, GDAL_OF_VERBOSE_ERROR of gdal.h. */
const openFlags = { vector: 0x04, raster: 0x02, verbose: 0x40 } as const;

/**
 * Opens a file of the virtual disk with the named drivers and no others, so that a file in disguise (a VRT called
 * .gml that names other files) is not understood. gdal3.js's own `open` asks every driver there is.
 * @throws Error with what GDAL said
 */
export function openDataset(
  engine: Gdal3,
  path: string,
  {
    drivers,
    options,
    kind,
  }: { drivers: readonly string[]; options: readonly string[]; kind: 'vector' | 'raster' },
): GdalDataset {
  const allowed = textList(engine, drivers);
  const settings = textList(engine, options);
  try {
    engine.Module.ccall('CPLErrorReset', null, [], []);
    const pointer = Number(
      engine.Module.ccall(
        'GDALOpenEx',
        'number',
        ['string', 'number', 'number', 'number', 'number'],
        [path, openFlags[kind] | openFlags.verbose, allowed.pointer, settings.pointer, 0],
      ),
    );
    if (pointer === 0) {
      const said = String(engine.Module.ccall('CPLGetLastErrorMsg', 'string', [], []));
      engine.Module.ccall('CPLErrorReset', null, [], []);
      throw new Error(said);
    }
    return { pointer, path, type: kind };
  } finally {
    allowed.free();
    settings.free();
  }
}
