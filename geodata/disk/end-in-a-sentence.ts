import { removeUnfinished } from '../../src/formats/node/temporary.js';
import { reasonOf } from './disk-failure.js';

const unfinishedCode = 13;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * However this process ends, it takes its unfinished files with it and says one sentence, never a stack trace:
 * stopped by a signal, or by an error that nobody foresaw. MIZUMICHI_STACK=1 shows where such an error came from.
 * @param name of the command, for the sentence @param say to stderr, at once
 */
export function endInASentence(name: string, say: (text: string) => void): void {
  const stop = (signal: NodeJS.Signals) => {
    const said = removeUnfinished();
    say(`${name}: stopped by ${signal}${said.length > 0 ? `; ${said.join('; ')}` : ''}`);
    for (const each of signals) process.off(each, stop);
    // Ended by the signal itself, as whoever sent it expects: a shell loop stops with us.
    process.kill(process.pid, signal);
  };
  for (const signal of signals) process.on(signal, stop);
  const fail = (error: unknown) => {
    say(`${name}: ${unforeseen(error)}`);
    process.exit(1);
  };
  // Node's own end when nothing is left to wait for, though the work is not done: it says nothing itself.
  process.on('exit', (code) => {
    if (code === unfinishedCode)
      say(`${name}: ended before its work was done (nothing was left to wait for)`);
  });
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
}

/** An error that nobody foresaw, in one line. */
export function unforeseen(error: unknown): string {
  const stack = error instanceof Error && process.env['MIZUMICHI_STACK'] ? `\n${error.stack}` : '';
  return `${reasonOf(error)}${stack}`;
}
