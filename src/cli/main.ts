import { endInASentence, unforeseen } from '../../geodata/disk/end-in-a-sentence.js';
import { runCommandLine } from './command-line.js';

const say = (text: string) => void process.stderr.write(`${text}\n`);
endInASentence('mizumichi', say);
// Nobody reads what is said: no reason to stop what is being done.
process.stderr.on('error', () => undefined);
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `… | head` closes the pipe early: that is no failure of ours.
  if (error.code === 'EPIPE') process.exit(0);
  say(`stdout: ${unforeseen(error)}`);
  process.exit(1);
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  write: (text) =>
    new Promise((written) => {
      if (process.stdout.write(text)) written();
      else process.stdout.once('drain', written);
    }),
  say,
  input: process.stdin,
});
