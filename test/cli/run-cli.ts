import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCommandLine } from '../../src/cli/command-line.js';
import { fixtureFiles } from '../service/fixture-files.js';

const root = resolve(import.meta.dirname, '../..');

export interface CliRun {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a command line inside the test: the same code as `runCli` without a second to start it. */
export async function runInside(args: string[], input = ''): Promise<CliRun> {
  const run: CliRun = { code: null, stdout: '', stderr: '' };
  run.code = await runCommandLine(args, {
    write: async (text) => void (run.stdout += text),
    say: (text) => void (run.stderr += `${text}\n`),
    input: (async function* () {
      yield new TextEncoder().encode(input);
    })(),
  });
  return run;
}

/** Runs the command line as a process of its own; `input` is what it reads from stdin. */
export function runCli(args: readonly string[], input = ''): Promise<CliRun> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], { cwd: root });
  const run: CliRun = { code: null, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (run.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (run.stderr += text));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => done({ ...run, code }));
  });
}

export const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'mizumichi-'));

/** The fixture city as a folder of tiles. */
export function fixtureTiles(): string {
  const folder = temporaryFolder();
  for (const [name, bytes] of fixtureFiles()) writeFileSync(join(folder, name), bytes);
  return folder;
}
