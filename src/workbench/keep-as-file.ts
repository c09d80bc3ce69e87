import { download } from './download.js';
import { writeProject } from './project/project-file.js';
import { readableContents } from './project/readable.js';

/**
 * Hands kept work to the reader as a project file, as far as it can be read; what is broken lies in it as it was kept,
 * where opening the file passes over it.
 * @param raw overlays and the rest as they lie in the store or on the workbench
 * @returns name of the file
 */
export function keepAsFile(
  raw: { overlays: readonly unknown[]; rest: unknown },
  dataVersion: string | null,
): string {
  const savedAt = new Date().toISOString();
  const { contents, broken } = readableContents(raw);
  const text = writeProject({ savedAt, dataVersion, overlays: [...contents.overlays], rest: contents.rest });
  const name = `mizumichi-${savedAt.slice(0, 10)}.mizumichi.json`;
  download(name, withBroken(text, broken), 'application/json');
  return name;
}

function withBroken(text: string, broken: readonly unknown[]): string {
  if (broken.length === 0) return text;
  try {
    const plain = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);
    return `${text.slice(0, -1)},"unreadable":${JSON.stringify(broken, plain)}}`;
  } catch {
    // It goes round in circles: no file can hold it.
    return text;
  }
}
