import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  rmdirSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isAbandoned, temporaryName, untilFinished } from '../../src/formats/node/temporary.js';
import { carryOut, finishDecided, journalOf, type Exchange, type OnStep } from './journal.js';
import { lockHolder, takeLock, type LockHolder, type LockOptions } from './lock.js';

export interface ExchangeOptions extends LockOptions {
  onStep?: OnStep;
}

const lockOf = (work: string) => join(work, 'lock');

/**
 * Makes several files and exchanges them for the old ones together, whatever happens in between. One process at a time:
 * `prepare` makes them in a folder of its own and touches nothing else; then the exchange is written down and carried
 * out. Killed before that moment, everything is as before; killed after it, the next one who comes finishes it first.
 * @param work folder for the lock and what is in the making, on the same disk; it goes when nothing is left in it
 * @throws InUse, errors of the disk, and what `prepare` throws
 */
export async function exchangeFiles<T>(
  work: string,
  prepare: (staging: string) => Promise<{ exchange: Exchange; value: T }>,
  { onStep = () => undefined, ...lockOptions }: ExchangeOptions = {},
): Promise<T> {
  const absent = firstAbsent(work);
  const lock = await takeLock(lockOf(work), lockOptions);
  try {
    onStep('clean');
    finishDecided(work);
    removeLeftovers(work);
    const staging = join(work, temporaryName('staging'));
    mkdirSync(staging);
    const finished = untilFinished(staging, 'nothing was changed');
    try {
      onStep('prepare');
      const { exchange, value } = await prepare(staging);
      const needed = onlyChanges(exchange);
      for (const { to } of needed.moves) assertWritable(to);
      if (!lock.isHeld()) throw new Error(`${lockOf(work)} was taken away meanwhile; nothing was changed`);
      carryOut(work, staging, needed, onStep);
      return value;
    } finally {
      // An exchange that could neither be finished nor taken back is finished by the next one, out of this folder.
      if (!existsSync(journalOf(work))) rmSync(staging, { recursive: true, force: true, maxRetries: 5 });
      finished();
    }
  } finally {
    lock.release();
    removeEmpty(work, absent);
  }
}

/** What stands in a work folder that nobody works in: paths, and who works there if somebody does. */
export function leftIn(work: string): { leftovers: string[]; holder: { holder: LockHolder | null } | null } {
  const holder = lockHolder(lockOf(work));
  const names = existsSync(work) ? readdirSync(work) : [];
  return { holder, leftovers: holder ? [] : names.map((name) => join(work, name)) };
}

/** With the lock held, nobody else makes anything here. */
function removeLeftovers(work: string): void {
  for (const name of readdirSync(work))
    if (join(work, name) !== lockOf(work))
      rmSync(join(work, name), { recursive: true, force: true, maxRetries: 5 });
}

/** Without the files that would stay as they are: the fewer are moved, the shorter the moment between two states. */
function onlyChanges({ moves, removes }: Exchange): Exchange {
  const kept = moves.filter(({ from, to }) => !isEqual(from, to));
  return { moves: kept, removes: removes.filter((path) => existsSync(path)) };
}

const largestCompared = 64 * 1024 * 1024;
function isEqual(from: string, to: string): boolean {
  const [fresh, old] = [from, to].map((path) => statSync(path, { throwIfNoEntry: false }));
  if (!fresh || !old?.isFile() || fresh.size !== old.size || fresh.size > largestCompared) return false;
  return readFileSync(from).equals(readFileSync(to));
}

/** Refused before anything is decided, not in the middle. */
function assertWritable(to: string): void {
  if (statSync(to, { throwIfNoEntry: false })?.isDirectory())
    throw Object.assign(new Error(`${to} is a folder`), { code: 'EISDIR', path: to });
  let folder = dirname(to);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  accessSync(folder, constants.W_OK);
}

/** The uppermost folder that has to be made for a path, or null. */
function firstAbsent(path: string): string | null {
  let absent: string | null = null;
  for (let folder = resolve(path); !existsSync(folder); folder = dirname(folder)) absent = folder;
  return absent;
}

/** Folders that were made for nothing go again. */
function removeEmpty(work: string, absent: string | null): void {
  const last = absent ?? resolve(work);
  try {
    for (let folder = resolve(work); folder.length >= last.length; folder = dirname(folder))
      rmdirSync(folder);
  } catch {
    // Not empty: something stands there, or the next one works there already.
  }
}

/** The work folder of a command that fills a folder somebody named. */
export const workIn = (folder: string): string => join(folder, '.mizumichi-work');

/** Abandoned files of ours directly in a folder, as a killed `--out` leaves them. */
export const abandonedIn = (folder: string): string[] =>
  (existsSync(folder) ? readdirSync(folder) : []).map((name) => join(folder, name)).filter(isAbandoned);
