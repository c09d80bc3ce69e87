/**
 * `npm run mutation`: changes the code of the rooms that decide answers, one place at a time, and counts how many
 * changes the tests of that room notice. `npm run mutation -- hydrology` runs one room. Minutes to hours;
 * docs/mutation.md has the scores.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root, say, tool } from './ensure.mjs';

const rooms = ['hydrology', 'geometry', 'report', 'search'];
const asked = process.argv.slice(2);
const unknown = asked.filter((room) => !rooms.includes(room));
if (unknown.length > 0) {
  say(`✗ no such room: ${unknown.join(', ')}. The rooms are ${rooms.join(', ')}.`);
  process.exit(2);
}
ensureInstalled();
mkdirSync(join(root, '.cache', 'mutation'), { recursive: true });
let low = false;
for (const room of asked.length > 0 ? asked : rooms) {
  const [command, args] = tool('stryker', 'run');
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      MUTATION_ROOM: room,
      MUTATION_TESTS: process.env.MUTATION_TESTS ?? `test/${room}/**/*.test.ts`,
      MUTATION_FILES: process.env.MUTATION_FILES ?? `src/${room}/**/*.ts`,
    },
  });
  low ||= status !== 0;
}
process.exit(low ? 1 : 0);
