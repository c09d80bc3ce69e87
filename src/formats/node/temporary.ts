import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';

/** Names of pids mean nothing on another computer that writes to the same disk. */
const computer = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const pattern = /^\.?mizumichi-[a-z]+-([0-9a-f]{8})-(\d+)-[0-9a-f]{8}$/;

/** What must not outlive this process: how it is taken away, and what to say of it then. */
interface Unfinished {
  remove: () => void;
  said: string | null;
}
const unfinished = new Map<string, Unfinished>();
let begun = false;

/** A name that tells whose it is: `mizumichi-<kind>-<computer>-<process>-<random>`. @param kind small letters */
export const temporaryName = (kind: string): string =>
  `mizumichi-${kind}-${computer}-${process.pid}-${randomBytes(4).toString('hex')}`;

/**
 * Takes something away when the process ends before it is finished: by an error, by `process.exit` or, where the
 * program listens for it, by a signal.
 * @param path what it is known by, for a file or folder its path
 * @param said one sentence for the person who stopped it
 * @returns call it when the thing is finished, or taken away already
 */
export function untilFinished(
  path: string,
  said: string | null = null,
  remove: () => void = () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }),
): () => void {
  if (unfinished.size === 0) {
    process.off('exit', removeUnfinished);
    process.on('exit', removeUnfinished);
  }
  if (said !== null) begun = true;
  unfinished.set(path, { remove, said });
  return () => void unfinished.delete(path);
}

/** Takes away all that is unfinished, the newest first. @returns what there is to say of it */
export function removeUnfinished(): string[] {
  const said = begun ? [] : ['no file was changed'];
  for (const [path, entry] of [...unfinished].reverse()) {
    unfinished.delete(path);
    try {
      entry.remove();
    } catch {
      // The next start sweeps it.
    }
    if (entry.said !== null) said.push(entry.said);
  }
  return said;
}

/** Whether a process of this computer runs, whoever's it is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether a path has a name of ours and nobody works there any more: its process was killed on this computer. */
export function isAbandoned(path: string): boolean {
  const [, host, pid] = pattern.exec(basename(path)) ?? [];
  if (host !== computer) return false;
  // A container counts its processes from 1 each time: our own number need not mean us.
  return Number(pid) === process.pid ? !unfinished.has(path) : !isAlive(Number(pid));
}

/** Takes away what killed processes left in a folder. @returns paths */
export function sweep(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  const found = names.map((name) => join(folder, name)).filter(isAbandoned);
  for (const path of found) {
    try {
      rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    } catch {
      // Somebody else's, in a folder we share.
    }
  }
  return found;
}
