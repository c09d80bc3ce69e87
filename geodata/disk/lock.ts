import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import { isAlive, temporaryName, untilFinished } from '../../src/formats/node/temporary.js';

const holderSchema = v.object({
  pid: v.pipe(v.number(), v.integer(), v.minValue(1)),
  host: v.string(),
  /** When the process started, by the system's own count: numbers of processes are given again. Null = unknown. */
  start: v.nullable(v.string()),
  since: v.string(),
});
export type LockHolder = v.InferOutput<typeof holderSchema>;

/** Somebody else works there, and went on longer than was waited. */
export class InUse extends Error {
  readonly holder: LockHolder | null;
  readonly path: string;
  constructor(path: string, holder: LockHolder | null) {
    super(`${path} is held by ${holderText(holder)}`);
    this.path = path;
    this.holder = holder;
  }
}

/** `process 1234 (since 2026-11-28T17:03:12Z)`, with the computer where it is another one. */
export function holderText(holder: LockHolder | null): string {
  if (holder === null) return 'an unknown process';
  const elsewhere = holder.host === hostname() ? '' : ` on ${holder.host}`;
  return `process ${holder.pid}${elsewhere} (since ${holder.since})`;
}

export interface LockOptions {
  /** How long another holder is waited for. */
  waitSeconds?: number;
  /** Told once, when there is a wait. */
  onWait?: (holder: LockHolder | null) => void;
}

export interface Lock {
  /** Whether the file still is this one's: a person may have taken it away by hand. */
  isHeld(): boolean;
  release(): void;
}

/** A lock being written is empty for a moment; empty for longer, its writer was killed in that moment. */
const emptySeconds = 5;

/**
 * Takes a lock file; its folder is made. A lock whose process was killed, however, is known and taken over.
 * @throws InUse when somebody else holds it for longer than `waitSeconds`; errors of the disk
 */
export async function takeLock(path: string, options: LockOptions = {}): Promise<Lock> {
  const { waitSeconds = 60, onWait } = options;
  const until = Date.now() + waitSeconds * 1000;
  const text = `${JSON.stringify(ownEntry())}\n`;
  for (let told = false; ; told = true) {
    if (create(path, text)) break;
    const found = read(path);
    if (found === null || isStale(found)) {
      if (found !== null) takeAside(path, found.text);
      continue;
    }
    if (Date.now() >= until) throw new InUse(path, found.holder);
    if (!told) onWait?.(found.holder);
    await wait(200);
  }
  const isHeld = () => read(path)?.text === text;
  const remove = () => {
    if (isHeld()) rmSync(path, { force: true });
  };
  const released = untilFinished(path, null, remove);
  return {
    isHeld,
    release: () => {
      released();
      remove();
    },
  };
}

/** Who holds a lock and lives; null where nobody does. */
export function lockHolder(path: string): { holder: LockHolder | null } | null {
  const found = read(path);
  return found && !isStale(found) ? { holder: found.holder } : null;
}

/** @returns false where it stands there already */
function create(path: string, text: string): boolean {
  let file: number;
  try {
    // The last holder takes the empty folder away, perhaps just now.
    mkdirSync(dirname(path), { recursive: true });
    file = openSync(path, 'wx');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return false;
    if (code === 'ENOENT') return false;
    throw error;
  }
  try {
    writeSync(file, text);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  return true;
}

interface Found {
  text: string;
  holder: LockHolder | null;
  ageSeconds: number;
}

function read(path: string): Found | null {
  try {
    const ageSeconds = (Date.now() - statSync(path).mtimeMs) / 1000;
    const text = readFileSync(path, 'utf8');
    return { text, holder: parseHolder(text), ageSeconds };
  } catch {
    return null;
  }
}

function parseHolder(text: string): LockHolder | null {
  try {
    const result = v.safeParse(holderSchema, JSON.parse(text));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

function isStale({ holder, ageSeconds }: Found): boolean {
  if (holder === null) return ageSeconds > emptySeconds;
  // Of another computer's processes nothing is known here.
  if (holder.host !== hostname()) return false;
  if (!isAlive(holder.pid)) return true;
  const start = startOf(holder.pid);
  return holder.start !== null && start !== null && holder.start !== start;
}

/**
 * Moves a dead holder's lock away. Two may have found it dead at once, and the second moves the first one's new lock:
 * who moved something else than what it had read puts it back.
 */
function takeAside(path: string, text: string): void {
  const aside = join(dirname(path), temporaryName('lock'));
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (read(aside)?.text === text) rmSync(aside, { force: true });
  else renameSync(aside, path);
}

const ownEntry = (): LockHolder => ({
  pid: process.pid,
  host: hostname(),
  start: startOf(process.pid),
  since: new Date().toISOString().replace(/\.\d+/, ''),
});

/** Linux tells it in field 22 of /proc/<pid>/stat; the name in field 2 may hold blanks and brackets. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
