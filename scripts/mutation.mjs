/**
 * `npm run mutation`: changes the code of the modules that decide answers, one place at a time, and counts how many
 * changes the tests of that module notice. `npm run mutation -- hydrology` runs one module. Minutes to hours;
 * docs/mutation.md has the scores.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root, say, tool } from './ensure.mjs';

const modules = ['hydrology', 'geometry', 'report', 'search'];
const asked = process.argv.slice(2);
const unknown = asked.filter((module) => !modules.includes(module));
if (unknown.length > 0) {
  say(`✗ no such module: ${unknown.join(', ')}. The modules are ${modules.join(', ')}.`);
  process.exit(2);
}
ensureInstalled();
mkdirSync(join(root, '.cache', 'mutation'), { recursive: true });
let low = false;
for (const module of asked.length > 0 ? asked : modules) {
  const [command, args] = tool('stryker', 'run');
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      MUTATION_MODULE: module,
      MUTATION_TESTS: process.env.MUTATION_TESTS ?? `test/${module}/**/*.test.ts`,
      MUTATION_FILES: process.env.MUTATION_FILES ?? `src/${module}/**/*.ts`,
    },
  });
  low ||= status !== 0;
}
process.exit(low ? 1 : 0);
