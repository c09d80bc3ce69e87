/** What reading one file of public/tiles gave: its bytes, or why not. */
export type FileRead = { ok: true; bytes: Uint8Array } | { ok: false; reason: string };

/**
 * Reads a file by its name inside the tiles folder. The page's thread reads over HTTP, the command line from a folder.
 * @param fresh asks past every cache, after a file did not match its manifest
 * @param version of a file that the offline store keeps once it was used: another version is another address there
 */
export type ReadFile = (name: string, fresh?: boolean, version?: string) => Promise<FileRead>;

/** Starts reading `names` at once, before anybody has asked; each is given out once, then read as ever. */
export function readAhead(read: ReadFile, names: readonly string[]): ReadFile {
  const begun = new Map(names.map((name) => [name, read(name)]));
  return (name, fresh = false, version?: string) => {
    const early = fresh ? undefined : begun.get(name);
    begun.delete(name);
    return early ?? read(name, fresh, version);
  };
}
