import { spawn, type ChildProcess, type SpawnOptions, type StdioOptions } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';

/** What was started here and still runs: it goes with the process that started it, whatever ends that. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
// The runner was stopped: it kills its workers, or is gone from the other end of the line.
for (const end of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(end, () => process.exit(1));

function start(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(command, args, options);
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

export interface Started {
  child: ChildProcess;
  stop(): Promise<void>;
}

/**
 * Starts a program and waits for the line it says when it is ready.
 * @param heard the pipe to listen to: 2 for stderr, 3 for one of its own
 * @returns what stood in the first group of `ready`
 */
export async function startAndHear(
  command: string,
  args: readonly string[],
  ready: RegExp,
  { heard = 2, env = {} }: { heard?: 1 | 2 | 3; env?: Record<string, string> } = {},
): Promise<Started & { said: string }> {
  const stdio: StdioOptions = ['ignore', 'pipe', 'pipe', 'pipe'];
  const child = start(command, args, { stdio, env: { ...process.env, ...env } });
  const stop = () => ended(child);
  let output = '';
  const said = await new Promise<string>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`${command} ended with ${code}: ${output}`)));
    // A pipe that nobody reads fills up, and the program stands still.
    for (const pipe of [1, 2, 3] as const) {
      const stream = child.stdio[pipe];
      if (stream && 'on' in stream)
        stream.on('data', (data: Buffer) => {
          if (pipe !== heard) return;
          output = `${output}${data.toString()}`.slice(-10_000);
          const found = ready.exec(output);
          if (found) resolve(found[1] ?? '');
        });
    }
  }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { child, stop, said };
}

/** Starts a program that says nothing, and asks it at an address until it answers. */
export async function startAndAsk(
  command: string,
  args: readonly string[],
  address: string,
  env: Record<string, string>,
): Promise<Started> {
  const child = start(command, args, { stdio: 'ignore', env: { ...process.env, ...env } });
  const failed = new Promise<never>((_resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${command} ended with ${code}`)));
  });
  const answered = async () => {
    while (
      !(await fetch(address).then(
        ({ ok }) => ok,
        () => false,
      ))
    )
      await setTimeout(20);
  };
  await Promise.race([failed, answered()]);
  failed.catch(() => null);
  return { child, stop: () => ended(child) };
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
    return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
