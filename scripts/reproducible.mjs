/**
 * `npm run reproducible`: the same commit gives the same bytes. Takes HEAD out twice, to two places of different names,
 * builds data and page in each, and compares every file; the data is compared with public/tiles of the commit, too.
 * Too long for `npm test` (there, test/geodata/build.test.ts builds the data twice in one process).
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root, say, tool } from './ensure.mjs';

const places = ['one', 'another-place'].map((name) => mkdtempSync(join(tmpdir(), `mizumichi-${name}-`)));
let differences = 0;
try {
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  const archive = execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 1 << 30 });
  const [one, another] = places.map((place) => {
    execFileSync('tar', ['-x', '-C', place], { input: archive });
    symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
    const committed = sums(join(place, 'public/tiles'));
    run(place, 'tsx', 'geodata/build.ts');
    compare('data, as committed and as built', committed, sums(join(place, 'public/tiles')));
    run(place, 'vite', 'build', '--logLevel', 'error');
    run(place, 'vite', 'build', '--logLevel', 'error', '--config', 'vite.element.config.ts');
    return sums(join(place, 'dist'));
  });
  compare('page and element, built in two places', one, another);
  say(`${commit}: ${one.size} files, ${differences} differences`);
} finally {
  for (const place of places) rmSync(place, { recursive: true, force: true });
}
process.exit(differences === 0 ? 0 : 1);

function run(place, name, ...args) {
  const [command, list] = tool(name, ...args);
  execFileSync(command, list, { cwd: place, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** sha-256 by path. */
function sums(folder) {
  const walk = (path) =>
    statSync(path).isFile()
      ? [path]
      : readdirSync(path)
          .sort()
          .flatMap((name) => walk(join(path, name)));
  return new Map(
    walk(folder).map((path) => [
      relative(folder, path),
      createHash('sha256').update(readFileSync(path)).digest('hex'),
    ]),
  );
}

function compare(what, before, after) {
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    if (before.get(path) === after.get(path)) continue;
    differences += 1;
    say(`✗ ${what}: ${path}`);
  }
}
