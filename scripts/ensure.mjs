/**
 * What a fresh clone lacks, brought in before anything else runs: dependencies, data, a browser and a CJK font.
 * Plain JavaScript without a package: it must work before `npm ci`.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { enginePrograms, engines } from './engines.mjs';
import { absent } from './lock-file.mjs';
import { writeWhole } from './write-whole.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** npm, as this system names it. */
export const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Say it on stderr: stdout belongs to JSON and CSV. */
export const say = (text) => process.stderr.write(`${text}\n`);

/** Run a program in the repository; its output goes to stderr. Exits with a named reason when it fails. */
export function run(command, args, why) {
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (result.status !== 0) {
    say(`✗ ${why} (${command} ${args.join(' ')} → ${result.status ?? result.error?.message})`);
    process.exit(1);
  }
}

/** A program from node_modules, as [command, args]. */
export const tool = (name, ...args) => [join(root, 'node_modules', '.bin', name), args];

/** Whether a version of Node is in a range of the form `^20.19.0 || >=24`: semver is not there before `npm ci`. */
export function inRange(version, range) {
  const [major, minor] = version.split('.').map(Number);
  return range.split('||').some((part) => {
    const [, operator, from, least] = /^\s*(\^|>=)(\d+)(?:\.(\d+))?/.exec(part) ?? [];
    const [fromMajor, fromMinor] = [Number(from), Number(least ?? 0)];
    return major === fromMajor ? minor >= fromMinor : operator === '>=' && major > fromMajor;
  });
}

export function ensureNode() {
  const { engines } = readJson(join(root, 'package.json'));
  if (inRange(process.versions.node, engines.node)) return;
  say(
    `✗ Node.js ${engines.node} is needed; this is ${process.versions.node}. Install it from https://nodejs.org/`,
  );
  process.exit(1);
}

/**
 * `npm ci` unless node_modules already is what package-lock.json names, whoever installed it.
 * The command line runs on less: without `development` an `npm ci --omit=dev` is enough.
 */
export function ensureInstalled({ development = true } = {}) {
  ensureNode();
  const record = join(root, 'node_modules', '.package-lock.json');
  const lock = readJson(join(root, 'package-lock.json'));
  if (existsSync(record) && absent(lock, readJson(record), { development }).length === 0) return;
  say('… installing dependencies (npm ci)');
  run(npm, ['ci', '--no-audit', '--no-fund'], 'the dependencies could not be installed');
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** Rebuild public/tiles when a fact, a geometry or a recipe changed since the last build on this machine. */
export function ensureData() {
  const inputs = ['geodata', 'src/geometry', 'src/catalog', 'src/i18n/locale.ts', 'src/search'];
  const wanted = forCity(hash(inputs.flatMap((path) => files(join(root, path)))));
  const mark = join(root, 'node_modules', '.mizumichi-data');
  // What a killed import or build left is finished, or swept, by the next build.
  if (
    !existsSync(join(root, 'geodata/official/.work')) &&
    existsSync(join(root, 'public/tiles/manifest.json')) &&
    existsSync(mark) &&
    readFileSync(mark, 'utf8') === wanted
  )
    return;
  say('… building the data (geodata → public/tiles)');
  run(...tool('tsx', 'geodata/build.ts'), 'the data could not be built');
  writeWhole(mark, wanted);
}

/** Build the page into dist/ when a source changed. */
export function ensureBuilt() {
  const inputs = [
    'src',
    'build',
    'public',
    'index.html',
    'embed.html',
    'vite.config.ts',
    'vite.element.config.ts',
    'docs/embed-element.md',
    'package-lock.json',
    'svelte.config.js',
  ];
  const wanted = forCity(hash(inputs.flatMap((path) => files(join(root, path)))));
  const mark = join(root, 'dist', '.built');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  say('… building the page (vite build)');
  run(...tool('vite', 'build', '--logLevel', 'error'), 'the page could not be built');
  run(
    ...tool('vite', 'build', '--logLevel', 'warn', '--config', 'vite.element.config.ts'),
    'the element could not be built',
  );
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeWhole(mark, wanted);
}

/**
 * Debian's Chromium draws WebGL2 in software, and only that: with the whole page on SwiftShader a page costs
 * three times the time. The other flags keep it from calling home in a closed network.
 */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--enable-unsafe-swiftshader',
];

/**
 * Debian packages, installed as root (a container, CI) and never with another one's rights: anybody else is told how.
 * Servers among them do not start: a machine that only tests is to serve nothing by itself.
 */
function install(packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  say(`… installing ${packages.join(' and ')} (apt-get)`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ])
    spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env });
}

/** How a reader installs packages, on Debian or Ubuntu. */
const howTo = (packages) => `sudo apt-get install --no-install-recommends ${packages.join(' ')}`;

/** Chromium and a CJK font for the tests, installed or asked for. Returns the browser's path. */
export function ensureBrowser() {
  const wanted = () => [...(findBrowser() ? [] : ['chromium']), ...(hasCjkFont() ? [] : ['fonts-noto-cjk'])];
  if (wanted().length > 0) install(wanted());
  const lacking = wanted();
  if (lacking.length === 0) return findBrowser();
  say(
    `✗ The browser tests need ${lacking.join(' and ')}. Install them yourself, then run this again:\n` +
      `    ${howTo(lacking)}\n` +
      '  or point CHROMIUM at a Chromium or Chrome that is already there.',
  );
  return null;
}

/** nginx for the tests of docs/hosting; without it they are skipped and say so. */
export function ensureServer() {
  if (process.platform !== 'linux' || existsSync('/usr/sbin/nginx')) return;
  install(['nginx-light']);
  if (!existsSync('/usr/sbin/nginx'))
    say(`! The tests of docs/hosting are skipped without nginx:  ${howTo(['nginx-light'])}`);
}

/** Firefox and WebKitGTK for the journeys; without one, those in it are skipped, and it says so. */
export function ensureEngines() {
  const lacking = () => Object.keys(engines).filter((id) => enginePrograms(id) === null);
  const packages = [...new Set(lacking().flatMap((id) => engines[id].packages))];
  if (packages.length > 0) install(packages);
  for (const id of lacking()) {
    const { name, packages: needed } = engines[id];
    say(`! The journeys in ${name} are skipped: it is not here. Install it:  ${howTo(needed)}`);
  }
}

const findBrowser = () => enginePrograms('chromium')?.[0] ?? null;

/** macOS and Windows come with one. */
function hasCjkFont() {
  if (process.platform !== 'linux') return true;
  const list = spawnSync('fc-list', [':lang=ja'], { encoding: 'utf8' });
  return list.status === 0 && list.stdout.trim() !== '';
}

/** All files under a path, sorted; a missing path has none. */
function files(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => files(join(path, name)));
}

/** What was made for one city is not what another needs. */
const forCity = (sum) => (process.env.CITY ? `${sum} ${process.env.CITY}` : sum);

function hash(paths) {
  const sum = createHash('sha256');
  for (const path of paths)
    sum.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  return sum.digest('hex');
}
