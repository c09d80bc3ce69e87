import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The number of a process that is no more. */
export const deadProcess = (): number => spawnSync(process.execPath, ['--version']).pid;

/**
 * What a process killed at this moment would leave: the folder as it lies on disk, with the lock of a process that is
 * no more.
 */
export function asIfKilled(folder: string, to: string, lock: string): void {
  cpSync(folder, to, { recursive: true });
  const path = join(to, relative(folder, lock));
  if (!existsSync(path)) return;
  const holder = JSON.parse(readFileSync(path, 'utf8')) as object;
  writeFileSync(path, `${JSON.stringify({ ...holder, pid: deadProcess() })}\n`);
}

/** Every file below a folder with its text, by its path; hidden ones only when asked for. */
export function contentsOf(folder: string, hidden = false): Record<string, string> {
  const found: Record<string, string> = {};
  const walk = (path: string) => {
    for (const name of readdirSync(path).sort()) {
      if (name.startsWith('.') && !hidden) continue;
      const inner = join(path, name);
      if (statSync(inner).isDirectory()) walk(inner);
      else found[relative(folder, inner)] = readFileSync(inner, 'utf8');
    }
  };
  walk(folder);
  return found;
}

/** Names of everything hidden directly in a folder. */
export const hiddenIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.startsWith('.'));
