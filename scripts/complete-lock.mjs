/**
 * `npm run complete-lock`: gives package-lock.json the entries it lacks, or names them and fails.
 *
 * npm leaves out an optional package that the registry at hand does not have, and a later `npm install` does not add
 * it: the file then installs here and `npm ci` refuses it elsewhere. Run this where the registry has everything;
 * `npm run complete-lock -- --registry https://…/` asks another one than npm is set to. `--dry` only names them.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { npm, root, say } from './ensure.mjs';
import { filled, gaps } from './lock-file.mjs';
import { writeWhole } from './write-whole.mjs';

const { values } = parseArgs({
  options: { registry: { type: 'string' }, dry: { type: 'boolean', default: false } },
});
const file = join(root, 'package-lock.json');
let lock = JSON.parse(readFileSync(file, 'utf8'));
const refused = new Map();
const nameOf = ({ name, range }) => `${name}@${range}`;
const open = () => gaps(lock).filter((gap) => !refused.has(nameOf(gap)));

if (values.dry) {
  for (const gap of gaps(lock)) refused.set(nameOf(gap), gap.wantedBy);
} else {
  // A package brought in may itself need one that is not there.
  for (let [gap] = open(); gap; [gap] = open()) {
    const facts = view(nameOf(gap));
    if (facts?.dist?.integrity) lock = filled(lock, gap, facts);
    else refused.set(nameOf(gap), gap.wantedBy);
    say(`${refused.has(nameOf(gap)) ? '✗' : '+'} ${nameOf(gap)}`);
  }
  const text = `${JSON.stringify(lock, null, 2)}\n`;
  if (text !== readFileSync(file, 'utf8')) writeWhole(file, text);
}

for (const [name, wantedBy] of refused) say(`✗ ${name} has no entry; ${wantedBy || 'this project'} needs it`);
say(refused.size === 0 ? '✓ package-lock.json is whole' : `✗ ${refused.size} entries are lacking`);
process.exit(refused.size === 0 ? 0 : 1);

/** What the registry says of the newest version in a range; null where it has none. */
function view(name) {
  const registry = values.registry ? ['--registry', values.registry] : [];
  const result = spawnSync(npm, ['view', name, '--json', ...registry], { cwd: root, encoding: 'utf8' });
  if (result.status !== 0 || result.stdout.trim() === '') return null;
  const found = JSON.parse(result.stdout);
  return Array.isArray(found) ? (found.at(-1) ?? null) : found;
}
