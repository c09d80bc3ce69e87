/**
 * `npm run costs`: how the work of every reader of test/costs/readers.ts grows with its input, each flooded with its own
 * words, and with pairs of them, at n, 2n and 4n letters. `npm run costs -- kml csv` measures only those; COSTS_LETTERS
 * says n. Minutes: a nightly job. A reader that has not ended after twenty minutes is a finding.
 */
import { spawnSync } from 'node:child_process';
import { ensureInstalled, root, say, tool } from './ensure.mjs';

ensureInstalled();
const letters = process.env.COSTS_LETTERS ?? '10000';
const run = (...args) => {
  const [tsx, whole] = tool('tsx', 'test/costs/nightly.ts', ...args);
  return spawnSync(tsx, whole, { cwd: root, encoding: 'utf8', timeout: 20 * 60_000 });
};
const known = run('--list').stdout.trim().split('\n');
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  say(`✗ no such reader: ${unknown.join(', ')}. The readers are ${known.join(', ')}.`);
  process.exit(2);
}

let findings = 0;
for (const name of asked.length > 0 ? asked : known) {
  const { status, stdout, stderr } = run(name, letters);
  if (status !== 0) findings++;
  console.log(stdout.trim() || JSON.stringify({ name, finding: stderr.slice(0, 500) || 'did not end' }));
}
process.exit(findings > 0 ? 1 : 0);
