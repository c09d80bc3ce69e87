/**
 * What a fresh clone lacks, brought in before anything else runs: dependencies, data, a browser and a CJK font.
 * Plain JavaScript with Node's own modules only: it must work before `npm install`.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

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

export function ensureNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(
    `✗ Node.js 20.19 or newer is needed; this is ${process.versions.node}. Install it from https://nodejs.org/`,
  );
  process.exit(1);
}

/**
 * Install unless node_modules already belongs to this package-lock.json.
 * `npm install --no-save`, not `npm ci`: a registry mirror may lack the binaries of other platforms, which a lock file
 * written beside it then does not list, and `npm ci` refuses such a file. Versions still come from the lock file.
 */
export function ensureInstalled() {
  ensureNode();
  const wanted = hash([join(root, 'package-lock.json')]);
  const mark = join(root, 'node_modules', '.mizumichi-lock');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  say('… installing dependencies (npm install)');
  const options = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  run(npm, ['install', ...options], 'the dependencies could not be installed');
  writeFileSync(mark, wanted);
}

/** Rebuild public/tiles when a fact, a geometry or a recipe changed since the last build on this machine. */
export function ensureData() {
  const inputs = ['geodata', 'src/geometry', 'src/catalog', 'src/i18n/locale.ts', 'src/search'];
  const wanted = forCity(hash(inputs.flatMap((path) => files(join(root, path)))));
  const mark = join(root, 'node_modules', '.mizumichi-data');
  if (
    existsSync(join(root, 'public/tiles/manifest.json')) &&
    existsSync(mark) &&
    readFileSync(mark, 'utf8') === wanted
  )
    return;
  say('… building the data (geodata → public/tiles)');
  run(...tool('tsx', 'geodata/build.ts'), 'the data could not be built');
  writeFileSync(mark, wanted);
}

/** Build the page into dist/ when a source changed. */
export function ensureBuilt() {
  const inputs = [
    'src',
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
  writeFileSync(mark, wanted);
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

/** Chromium and a CJK font for the tests; installed with apt where that is allowed. Returns the browser's path. */
export function ensureBrowser() {
  const wanted = [];
  const browser = findBrowser();
  if (!browser) wanted.push('chromium');
  if (!hasCjkFont()) wanted.push('fonts-noto-cjk');
  if (wanted.length === 0) return browser;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) =>
    spawnSync([...sudo, 'apt-get'][0], [...sudo, 'apt-get', ...args].slice(1), {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  say(`… installing ${wanted.join(' and ')} (apt-get)`);
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', ...wanted);
  const found = findBrowser();
  if (found && hasCjkFont()) return found;
  say(
    `✗ The browser tests need ${wanted.join(' and ')}, and this account may not install it.\n` +
      `  Run:  sudo apt-get install -y ${wanted.join(' ')}\n` +
      '  or point CHROMIUM at a Chromium or Chrome that is already there.',
  );
  return null;
}

/** nginx for the test of docs/hosting; without it that one test is skipped and says so. */
export function ensureServer() {
  if (existsSync('/usr/sbin/nginx') || process.platform !== 'linux') return;
  say('… installing nginx-light (apt-get)');
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  // An installed server must not start by itself on a machine that only tests.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'nginx-light'],
  ]) {
    const [command, ...rest] = [...sudo, 'apt-get', ...args];
    spawnSync(command, rest, { stdio: ['ignore', 2, 2], env });
  }
}

function findBrowser() {
  const candidates = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  return candidates.find((path) => path && existsSync(path)) ?? null;
}

function hasCjkFont() {
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
