/**
 * `npm run interrupt-import [-- --rounds 200 --others 20 --seed 1 --quick]`: kills every command that writes at random moments
 * and looks at what lies on disk: the whole old state or the whole new one, nothing between, and nothing left behind
 * once the next one has run. Works in a copy of the repository; takes an hour. Nightly, not in `npm test`, which stops an
 * import at each of its steps (test/geodata/disk). --quick only imports, into a toy city whose build takes a moment, so
 * that more of the kills fall on the writing: minutes.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { root, say } from './ensure.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    others: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
  },
});

const place = mkdtempSync(join(tmpdir(), 'mizumichi-interrupted-'));
const [copy, temporary, given] = ['repository', 'temporary', 'given'].map((name) => join(place, name));
for (const folder of [copy, temporary, given]) mkdirSync(folder);
process.on('exit', () => rmSync(place, { recursive: true, force: true }));
for (const name of [
  'geodata',
  'src',
  'public',
  'scripts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
])
  cpSync(join(root, name), join(copy, name), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
const [official, tiles] = [join(copy, 'geodata/official'), join(copy, 'public/tiles')];

/** The same moments for the same seed, as far as a machine is the same twice (mulberry32). */
let state = Number(values.seed);
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

const hidden = (name) => name.startsWith('.');
/** All that lies in files and folders, as one sum; what is in the making has hidden names and is looked at apart. */
function sumOf(paths) {
  const sum = createHash('sha256');
  const add = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isFile()) sum.update(relative(place, path)).update('\0').update(readFileSync(path));
    else
      for (const name of readdirSync(path)
        .filter((each) => !hidden(each))
        .sort())
        add(join(path, name));
  };
  for (const path of paths) add(path);
  return sum.digest('hex');
}

const cli = (...args) => ['--import', 'tsx', 'src/cli/main.ts', ...args];
const options = {
  cwd: copy,
  env: { ...process.env, TMPDIR: temporary },
  stdio: ['ignore', 'ignore', 'pipe'],
};

function whole(args) {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, options);
  if (status !== 0) throw new Error(`${args.join(' ')} → ${status}\n${stderr}`);
  return performance.now() - started;
}

/** Starts, kills after so long, and waits. @returns the signal, or null when it was done before, and what it said */
function interrupted(args, milliseconds, signal) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, options);
    let said = '';
    child.stderr.on('data', (text) => (said += text));
    // The build of an import goes on by itself when only its parent is killed: that must do no harm either.
    const timer = setTimeout(() => child.kill(signal), milliseconds);
    child.on('exit', (code, by) => {
      clearTimeout(timer);
      child.stderr.destroy();
      done({ by, code, said });
    });
  });
}

const depth = (name, longitude) => ({
  type: 'Feature',
  properties: { A51_001: '福岡県', A51_002: '40', A51_003: '福岡市', A51_004: '40130', A51_005: name },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [0.004, 0],
        [0.004, 0.004],
        [0, 0.004],
        [0, 0],
      ].map(([x, y]) => [longitude + x, 33.59 + y]),
    ],
  },
});
function give(name, content) {
  const path = join(given, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}
const areas = (year, features) =>
  give(
    `A51-${year}_40130.geojson`,
    JSON.stringify({
      type: 'FeatureCollection',
      name: `A51-${year}_40130`,
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::6668' } },
      features,
    }),
  );
const areaFiles = [
  areas('24', [depth('1m以上3m未満', 130.4)]),
  areas('25', [depth('3m以上5m未満', 130.41), depth('0.5m以上1m未満', 130.42)]),
];
const outcome = (name) => join(place, 'out', name);
mkdirSync(join(place, 'out'));

/** Every command that writes, in two ways that give different files, and where they lie. */
function everyCommand() {
  const list = give('list.csv', `longitude,latitude,name\n${'130.4017,33.5902,天神\n'.repeat(100_000)}`);
  const made = [1, 2].map((seed) => join(given, `network-${seed}`));
  for (const [index, folder] of made.entries())
    whole(cli('network', 'generate', '--out', folder, '--scale', '0.005', '--seed', String(index + 1)));
  return [
    {
      name: 'import',
      ways: areaFiles.map((file) => cli('import', file, '--layer', 'inundation')),
      places: [official, tiles],
      rounds: Number(values.rounds),
    },
    {
      name: 'import --remove and back',
      ways: [
        cli('import', '--layer', 'inundation', '--remove'),
        cli('import', areaFiles[0], '--layer', 'inundation'),
      ],
      places: [official, tiles],
    },
    {
      name: 'import --network',
      ways: made.map((folder) =>
        cli(
          'import',
          join(folder, 'sewers.geojsonl'),
          '--layer',
          'sewers',
          '--network',
          '--mapping',
          join(folder, 'mapping.json'),
        ),
      ),
      places: [official, tiles],
    },
    {
      name: 'data',
      ways: [
        ['-e', `require('node:fs').appendFileSync('public/tiles/ponds.geojson', ' ')`],
        ['--import', 'tsx', 'geodata/build.ts'],
      ],
      places: [official, tiles],
    },
    ...['csv', 'geojson'].map((format) => ({
      name: `batch --format ${format}`,
      ways: [list, give('other.csv', `address\n${'天神一丁目\n大名二丁目\n'.repeat(50_000)}`)].map((path) =>
        cli('batch', path, '--format', format, '--out', outcome(`report.${format}`)),
      ),
      places: [outcome(`report.${format}`)],
    })),
    ...['generate', 'tiles'].map((action) => ({
      name: `network ${action}`,
      ways: ['1', '2'].map((seed) =>
        cli(
          'network',
          action,
          '--out',
          outcome(action),
          '--scale',
          action === 'tiles' ? '0.002' : '0.2',
          '--seed',
          seed,
        ),
      ),
      places: [outcome(action)],
    })),
  ];
}

/** The import alone, as one script: nothing is compiled and no second process started. */
async function quickImport() {
  const { build } = await import('vite');
  const [city, bundled] = [join(place, 'city'), join(place, 'bundled')];
  for (const name of ['official', 'tiles']) mkdirSync(join(city, name), { recursive: true });
  for (const name of readdirSync(join(root, 'public/tiles')))
    cpSync(join(root, 'public/tiles', name), join(city, 'tiles', name));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['gdal3.js'] },
    build: {
      ssr: 'test/geodata/disk/import-child.ts',
      outDir: bundled,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'import-child.mjs', chunkFileNames: '[name].mjs' } },
    },
  });
  const script = join(bundled, 'import-child.mjs');
  return [
    {
      name: 'import, quick build',
      ways: areaFiles.map((file) => [script, city, file]),
      places: [join(city, 'official'), join(city, 'tiles')],
      rounds: Number(values.rounds),
    },
  ];
}
const commands = values.quick ? await quickImport() : everyCommand();

const signals = ['SIGKILL', 'SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP'];
let failures = 0;
const results = [];
for (const { name, ways, places, rounds = Number(values.others) } of commands) {
  const wholes = [];
  let duration = 0;
  for (const way of ways) {
    duration = Math.max(duration, whole(way));
    wholes.push(sumOf(places));
  }
  const tally = { killed: 0, finished: 0, old: 0, fresh: 0, unfinished: 0, half: 0, traces: 0 };
  let now = wholes.length - 1;
  // Counted by those that were stopped in time: a machine's mood says how many were done before.
  for (let round = 0; tally.killed < rounds && round < rounds * 5; round++) {
    const next = (now + 1) % ways.length;
    const signal = signals[Math.floor(random() * signals.length)];
    const started = performance.now();
    const { by, said } = await interrupted(ways[next], random() * duration, signal);
    if (by) tally.killed++;
    else {
      tally.finished++;
      duration = 0.7 * duration + 0.3 * (performance.now() - started);
    }
    if (/\n\s+at .+:\d+/.test(said)) tally.traces++;
    let found = wholes.indexOf(sumOf(places));
    if (found < 0) {
      // Killed between two renames: decided and written down, and the next one who comes finishes it first.
      tally.unfinished++;
      whole(ways[next]);
      found = wholes.indexOf(sumOf(places));
      if (found < 0) tally.half++;
    }
    if (found === now) tally.old++;
    else if (found === next) tally.fresh++;
    now = found < 0 ? 0 : found;
    if ((round + 1) % 20 === 0) say(`${name}: ${JSON.stringify(tally)}`);
  }
  // The next one who comes leaves nothing of the killed ones.
  whole(ways[(now + 1) % ways.length]);
  const left = places.flatMap((path) => {
    const folder = existsSync(path) && statSync(path).isDirectory() ? path : join(path, '..');
    return readdirSync(folder).filter(hidden);
  });
  failures += tally.half + tally.traces + left.length;
  results.push({
    name,
    seconds: (duration / 1000).toFixed(1),
    ...tally,
    left: left.join(' ') || '–',
  });
}
const leftTemporary = readdirSync(temporary).filter((name) => name.startsWith('mizumichi-')).length;
const check = spawnSync(process.execPath, cli('check'), options);
if (check.status !== 0) failures++;

const columns = [
  'name',
  'seconds',
  'killed',
  'finished',
  'old',
  'fresh',
  'unfinished',
  'half',
  'traces',
  'left',
];
console.log(`| ${columns.join(' | ')} |\n|${columns.map(() => ' --- |').join('')}`);
for (const result of results) console.log(`| ${columns.map((column) => result[column]).join(' | ')} |`);
console.log(
  `temporary folders of killed ones not swept yet: ${leftTemporary}; check after all of it: exit ${check.status}`,
);
process.exitCode = failures === 0 ? 0 : 1;
