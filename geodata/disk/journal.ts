import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import * as v from 'valibot';
import { temporaryName } from '../../src/formats/node/temporary.js';

/** Files to be exchanged together: new ones by where they are to stand, in order, and those to be taken away first. */
export interface Exchange {
  moves: readonly { from: string; to: string }[];
  removes: readonly string[];
}

const journalSchema = v.object({
  moves: v.array(v.object({ from: v.string(), to: v.string() })),
  removes: v.array(v.string()),
});

/** Where it is written down that an exchange is decided: from then on it is finished, by whoever comes next. */
export const journalOf = (work: string): string => join(work, 'decided.json');

/** Told before each step; tests stop the process there. */
export type OnStep = (step: string) => void;

/**
 * Writes the decision down and carries it out, without giving anything else a turn. Where a step is refused, what was
 * done is taken back. @throws the error that refused it, with the old files in place
 */
export function carryOut(work: string, staging: string, exchange: Exchange, onStep: OnStep): void {
  const former = setFormerAside(staging, exchange);
  for (const { from } of exchange.moves) sync(from);
  const draft = join(staging, 'decided.json');
  writeFileSync(draft, `${JSON.stringify(asRelative(work, exchange))}\n`);
  sync(draft);
  onStep('decide');
  renameSync(draft, journalOf(work));
  sync(work);
  try {
    apply(exchange, onStep);
  } catch (error) {
    for (const { to, kept } of former) {
      if (kept === null) rmSync(to, { force: true });
      else moveInto(kept, to);
    }
    rmSync(journalOf(work), { force: true });
    throw error;
  }
  onStep('forget');
  rmSync(journalOf(work), { force: true });
}

/** Finishes what was decided and broken off. @returns whether there was anything. @throws errors of the disk */
export function finishDecided(work: string): boolean {
  const path = journalOf(work);
  if (!existsSync(path)) return false;
  let exchange: Exchange | null = null;
  try {
    exchange = v.parse(journalSchema, JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Nobody can finish what cannot be read; what was not moved is built again.
  }
  if (exchange) {
    const here = (name: string) => resolve(work, name);
    apply(
      {
        moves: exchange.moves.map(({ from, to }) => ({ from: here(from), to: here(to) })),
        removes: exchange.removes.map(here),
      },
      () => undefined,
    );
  }
  rmSync(path, { force: true });
  return true;
}

const asRelative = (work: string, { moves, removes }: Exchange): Exchange => ({
  moves: moves.map(({ from, to }) => ({ from: relative(work, from), to: relative(work, to) })),
  removes: removes.map((name) => relative(work, name)),
});

/** What is moved already is no longer where it came from: run twice, it does the rest. */
function apply({ moves, removes }: Exchange, onStep: OnStep): void {
  for (const path of removes) {
    onStep(`remove ${path}`);
    rmSync(path, { recursive: true, force: true });
  }
  for (const { from, to } of moves) {
    if (!existsSync(from)) continue;
    onStep(`move ${to}`);
    mkdirSync(dirname(to), { recursive: true });
    moveInto(from, to);
  }
  for (const folder of new Set(moves.map(({ to }) => dirname(to)))) sync(folder);
}

/** The files that are to go, under other names of the staging folder; copies only where the disk knows no links. */
function setFormerAside(staging: string, { moves, removes }: Exchange) {
  const folder = join(staging, 'former');
  mkdirSync(folder);
  return [...moves.map(({ to }) => to), ...removes].map((to, index) => {
    const kept = join(folder, String(index));
    if (!existsSync(to)) return { to, kept: null };
    try {
      linkSync(to, kept);
    } catch {
      copyFileSync(to, kept);
    }
    return { to, kept };
  });
}

/** A rename, or over the border of two disks a copy beside the place and a rename there. */
function moveInto(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    const fresh = join(dirname(to), `.${temporaryName('move')}`);
    try {
      copyFileSync(from, fresh);
      sync(fresh);
      renameSync(fresh, to);
    } finally {
      rmSync(fresh, { force: true });
    }
    rmSync(from, { force: true });
  }
}

/** A file, or a folder's names, to the disk; where the system cannot, it does so in its own time. */
function sync(path: string): void {
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    fsyncSync(file);
  } catch {
    // Windows syncs no folder.
  } finally {
    if (file !== null) closeSync(file);
  }
}
