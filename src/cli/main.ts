import { runCommandLine } from './command-line.js';

// `… | head` closes the pipe early: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await runCommandLine(process.argv.slice(2), {
  write: (text) =>
    new Promise((written) => {
      if (process.stdout.write(text)) written();
      else process.stdout.once('drain', written);
    }),
  say: (text) => void process.stderr.write(`${text}\n`),
  input: process.stdin,
});
