import { constants } from 'node:fs';
import {
  access,
  chmod,
  chown,
  lstat,
  open,
  readlink,
  rename,
  rm,
  stat,
  type FileHandle,
} from 'node:fs/promises';
import type { Stats } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sweep, temporaryName, untilFinished } from '../../src/formats/node/temporary.js';
import { DiskFailure, onDisk } from './disk-failure.js';

/** A file on its way: nothing of it is seen under its name until it is `finish`ed. */
export interface WholeFile {
  /** Waits while the disk is slow. @throws DiskFailure */
  write(data: string | Uint8Array): Promise<void>;
  /** Puts it in its place, whole. @throws DiskFailure; then what stood there before still does */
  finish(): Promise<void>;
  /** Leaves what stood there before. */
  discard(): Promise<void>;
}

/** Names of this process's own open files: what is behind them belongs to whoever opened it. */
const descriptor = /^\/(dev\/(stdin|stdout|stderr|fd\/)|proc\/)/;
const mostLinks = 40;
/** How long a pipe without a reader is waited for. */
const readerSeconds = 5;

/**
 * Opens a file to be written as a whole: beside its place under a hidden name, and renamed when done. Through a link
 * the file it names is written. Pipes, terminals and devices take what is written at once.
 * @throws DiskFailure, before anything is touched
 */
export async function openWhole(path: string): Promise<WholeFile> {
  const { target, straight, before } = await onDisk(path, () => placeOf(path));
  return straight ? throughTo(path, target, before) : beside(path, target, before);
}

/** Where a name leads. */
async function placeOf(path: string) {
  let target = resolve(path);
  let straight = descriptor.test(target);
  for (let links = 0; ; links++) {
    if (links > mostLinks) throw Object.assign(new Error('ELOOP'), { code: 'ELOOP' });
    const found = await lstat(target).catch(ifMissing);
    if (!found?.isSymbolicLink()) break;
    target = resolve(dirname(target), await readlink(target));
    straight ||= descriptor.test(target);
    // `/proc/self/fd/1` is a link to `pipe:[1234]`: only the system can follow it.
    if (straight) break;
  }
  const opened = straight ? path : target;
  const before = await stat(opened).catch(ifMissing);
  if (before?.isDirectory()) throw Object.assign(new Error('EISDIR'), { code: 'EISDIR' });
  // Written to by mistake, a disk is gone.
  if (before?.isBlockDevice()) throw new Error('this is a disk, not a file');
  if (before === null && /[\\/]$/.test(path)) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
  if (before) await access(opened, constants.W_OK);
  return { target: opened, straight: straight || (before !== null && !before.isFile()), before };
}

function ifMissing(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
}

/** Straight through, without a word changed behind what the other end has read already. */
async function throughTo(path: string, target: string, before: Stats | null): Promise<WholeFile> {
  const handle = await onDisk(path, () => openThrough(target, before));
  return {
    write: (data) => onDisk(path, () => handle.appendFile(data)),
    finish: () => onDisk(path, () => handle.close()),
    discard: () => handle.close().catch(() => undefined),
  };
}

async function openThrough(target: string, before: Stats | null): Promise<FileHandle> {
  const flags = constants.O_WRONLY | constants.O_APPEND;
  if (!before?.isFIFO() || descriptor.test(target)) return open(target, flags);
  // Without a reader the system would wait for ever, and the process could not even be stopped politely.
  for (let tries = 0; ; tries++) {
    try {
      const reachable = await open(target, flags | constants.O_NONBLOCK);
      const handle = await open(target, flags);
      await reachable.close();
      return handle;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENXIO' || tries >= readerSeconds * 10) throw error;
      await wait(100);
    }
  }
}

async function beside(path: string, target: string, before: Stats | null): Promise<WholeFile> {
  const folder = dirname(target);
  sweep(folder);
  const fresh = join(folder, `.${temporaryName('out')}`);
  const said = before ? `${path} is as it was` : `${path} was not written`;
  const finished = untilFinished(fresh, said);
  const discard = async (handle: FileHandle | null) => {
    await handle?.close().catch(() => undefined);
    await rm(fresh, { force: true }).catch(() => undefined);
    finished();
  };
  let handle: FileHandle;
  try {
    handle = await open(fresh, 'wx');
    if (before) await keepRights(fresh, before);
  } catch (error) {
    await discard(null);
    throw new DiskFailure(path, error);
  }
  const orDiscard = async (step: () => Promise<void>) => {
    try {
      await step();
    } catch (error) {
      await discard(handle);
      throw new DiskFailure(path, error);
    }
  };
  return {
    write: (data) => orDiscard(() => handle.appendFile(data)),
    finish: () =>
      orDiscard(async () => {
        // A full disk may be found out only now.
        await handle.sync();
        await handle.close();
        await rename(fresh, target);
        finished();
        await syncFolder(folder);
      }),
    discard: () => discard(handle),
  };
}

async function keepRights(fresh: string, { mode, uid, gid }: Stats): Promise<void> {
  await chmod(fresh, mode & 0o7777);
  const now = await stat(fresh);
  // Another owner can be kept by root alone.
  if (now.uid !== uid || now.gid !== gid) await chown(fresh, uid, gid).catch(() => undefined);
}

/** The rename too survives a power cut, where the system can promise it. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
