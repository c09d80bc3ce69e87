/**
 * `npm run fuzz`: every reader of test/fuzz/targets.ts against 100,000 damaged inputs, each in a process of its own.
 * `npm run fuzz -- kml zip` runs only those; FUZZ_CASES and FUZZ_SEED say how many and which. Minutes to hours: a
 * nightly job. A process that says nothing for two minutes hangs, and is ended and counted as a finding.
 */
import { spawn, spawnSync } from 'node:child_process';
import { ensureInstalled, root, say, tool } from './ensure.mjs';

ensureInstalled();
const cases = process.env.FUZZ_CASES ?? '100000';
const seed = process.env.FUZZ_SEED ?? String(Date.now() % 1_000_000_000);
const [tsx, list] = tool('tsx', 'test/fuzz/nightly.ts', '--list');
const known = spawnSync(tsx, list, { cwd: root, encoding: 'utf8' }).stdout.trim().split('\n');
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  say(`✗ no such target: ${unknown.join(', ')}. The targets are ${known.join(', ')}.`);
  process.exit(2);
}

let findings = 0;
say(`${cases} cases a target, seed ${seed}`);
for (const name of asked.length > 0 ? asked : known) {
  const found = await one(name);
  if (found !== null) {
    findings++;
    console.log(JSON.stringify({ target: name, seed: Number(seed), finding: found }));
  }
}
process.exit(findings > 0 ? 1 : 0);

/** null when every case held; else what was found. */
function one(name) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'test/fuzz/nightly.ts', name, cases, seed], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    });
    let errors = '';
    let last = 0;
    const hangs = () => {
      child.kill('SIGKILL');
      resolve(`hangs after case ${last}`);
    };
    let watch = setTimeout(hangs, 120_000);
    child.on('message', ({ count }) => {
      last = count;
      clearTimeout(watch);
      watch = setTimeout(hangs, 120_000);
    });
    child.stderr.on('data', (data) => (errors += data));
    child.on('close', (code) => {
      clearTimeout(watch);
      resolve(code === 0 ? null : errors.slice(0, 2000));
    });
  });
}
