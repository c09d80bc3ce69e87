/** The part of gdal3.js the bench uses. Its own types lack `Module`, the virtual file system. */
export interface GdalDataset {
  pointer: number;
  path: string;
  type: string;
}

export interface GdalEngine {
  open(path: string, options?: string[]): Promise<{ datasets: GdalDataset[]; errors: unknown[] }>;
  close(dataset: GdalDataset): Promise<void>;
  ogrinfo(dataset: GdalDataset, options?: string[]): Promise<unknown>;
  ogr2ogr(
    dataset: GdalDataset,
    options: string[],
    outputName: string,
  ): Promise<{ local: string; all: { local: string }[] }>;
  Module: { FS: GdalFileSystem };
}

export interface GdalFileSystem {
  mkdir(path: string): void;
  rmdir(path: string): void;
  writeFile(path: string, bytes: Uint8Array): void;
  readFile(path: string): Uint8Array;
  readdir(path: string): string[];
  unlink(path: string): void;
}

/** Checks at the edge that what was loaded is the engine we know. Throws when the library changed its shape. */
export function asGdalEngine(value: unknown): GdalEngine {
  const engine = value as Partial<Record<keyof GdalEngine, unknown>> | null;
  const functions = ['open', 'close', 'ogrinfo', 'ogr2ogr'] as const;
  const fileSystem = (engine?.Module as { FS?: unknown } | undefined)?.FS;
  if (!engine || functions.some((name) => typeof engine[name] !== 'function') || !fileSystem)
    throw new TypeError('gdal3.js has another shape than expected; see src/workbench/overlay/gdal-engine.ts');
  return value as GdalEngine;
}

/** gdal3.js rejects with errors, arrays of errors or strings; one line of text of any of them. */
export function gdalMessage(error: unknown): string {
  const first: unknown = Array.isArray(error) ? error[0] : error;
  const text = first instanceof Error ? first.message : (first as { message?: unknown } | undefined)?.message;
  return (typeof text === 'string' ? text : String(first)).slice(0, 300);
}

/** Settings the readers count on; to be given to the engine when it starts. */
export const gdalEnvironment = { DXF_ENCODING: 'UTF-8', OGR_GEOJSON_MAX_OBJ_SIZE: '0' } as const;
