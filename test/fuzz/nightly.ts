/** One target at length, in a process of its own: `tsx test/fuzz/nightly.ts <target> <cases> <seed>`. */
import { fuzz } from './run-target.js';
import { targets } from './targets.js';

const [name, runs, seed] = process.argv.slice(2);
if (name === '--list') process.stdout.write(`${targets.map((target) => target.name).join('\n')}\n`);
else {
  const target = targets.find((candidate) => candidate.name === name);
  if (!target) throw new Error(`no target is called ${name}`);
  const start = Date.now();
  let slowest = 0;
  let before = performance.now();
  let said = Date.now();
  const done = await fuzz(target, {
    runs: Number(runs),
    seed: Number(seed),
    onCase: (count) => {
      const now = performance.now();
      slowest = Math.max(slowest, now - before);
      before = now;
      if (Date.now() - said < 5_000) return;
      said = Date.now();
      process.send?.({ count });
    },
  });
  process.stdout.write(
    `${JSON.stringify({ target: name, reader: target.reader, cases: done, seconds: Math.round((Date.now() - start) / 1000), slowestMilliseconds: Math.round(slowest) })}\n`,
  );
}
process.exit(0);
