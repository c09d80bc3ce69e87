import type { Manifest } from '../catalog/manifest.js';
import type { FileRead, ReadFile } from '../service/read-file.js';

/** What a load checked, and by which manifest. */
interface Checked {
  manifest: Manifest;
  /** Bytes by file name. */
  files: ReadonlyMap<string, Uint8Array>;
}

/** Checked files and their manifest as blobs: a page holds them without copying, and they outlive the thread. */
export function asBlobs({ manifest, files }: Checked): Record<string, Blob> {
  const named = [...files].map(
    ([name, bytes]) =>
      [name, new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/json' })] as const,
  );
  return { ...Object.fromEntries(named), 'manifest.json': new Blob([JSON.stringify(manifest)]) };
}

/** Reads what is kept; only what is not is asked of `others`. */
export function storedFileReader(kept: Readonly<Record<string, Blob>>, others: ReadFile): ReadFile {
  return async (name, fresh, version): Promise<FileRead> => {
    const blob = Object.hasOwn(kept, name) ? kept[name] : undefined;
    return blob
      ? { ok: true, bytes: new Uint8Array(await blob.arrayBuffer()) }
      : others(name, fresh, version);
  };
}
