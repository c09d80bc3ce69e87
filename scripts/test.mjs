/**
 * `npm test`: everything, on a fresh machine too; the last line is "N passed, N failed".
 * `npm test -- unit e2e` runs only the named steps.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countEndToEnd, countUnit } from './count-results.mjs';
import {
  ensureBrowser,
  ensureBuilt,
  ensureData,
  ensureEngines,
  ensureInstalled,
  ensureServer,
  root,
  say,
  tool,
} from './ensure.mjs';

const steps = ['static', 'check', 'unit', 'components', 'e2e', 'browsers'];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps.includes(name));
if (unknown.length > 0) {
  say(`✗ no such step: ${unknown.join(', ')}. The steps are ${steps.join(', ')}.`);
  process.exit(2);
}
const wants = (name) => asked.length === 0 || asked.includes(name);
const cache = join(root, '.cache');
let passed = 0;
let failed = 0;
// Whatever ends this run, an exception of a step or an install that failed: the last line is the count.
let finished = false;
process.on('exit', () => {
  if (!finished) count(false, 'the run did not come to its end');
  console.log(`${passed} passed, ${failed} failed`);
});

ensureInstalled();
mkdirSync(cache, { recursive: true });
ensureData();

if (wants('static')) await runStatic();
if (wants('check')) runCheck();
if (wants('unit') || wants('e2e')) ensureServer();
if (wants('unit')) runUnit();
if (wants('components')) runComponents();
if (wants('e2e')) runEndToEnd();
if (wants('browsers')) runJourneys();

finished = true;
process.exitCode = failed > 0 ? 1 : 0;

/** Lint, format, types and dead code: independent programs, two at a time. */
async function runStatic() {
  const jobs = [
    ['eslint', '.'],
    ['prettier', '--check', '--log-level', 'warn', '.'],
    ['svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'],
    ['tsc', '-p', 'tsconfig.pure.json'],
    ['tsc', '-p', 'tsconfig.node.json'],
    ['knip'],
  ];
  const worker = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) await runOne(job);
  };
  await Promise.all([worker(), worker()]);
}

function runOne([name, ...args]) {
  return new Promise((resolve) => {
    const [command, list] = tool(name, ...args);
    const child = spawn(command, list, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('close', (code) => {
      count(code === 0, `${name} ${args.join(' ')}`);
      if (code !== 0) say(output);
      resolve();
    });
  });
}

/** Every promise of the data: each printed line is one. */
function runCheck() {
  const [command, args] = tool('tsx', 'src/cli/main.ts', 'check');
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  const lines = result.stdout.split('\n').filter((line) => /^[✓✗]/.test(line));
  const broken = lines.filter((line) => line.startsWith('✗'));
  passed += lines.length - broken.length;
  failed += broken.length;
  for (const line of broken) say(line);
  say(`data check: ${lines.length - broken.length} kept, ${broken.length} broken`);
  if (result.status !== 0 && broken.length === 0)
    count(false, `check ended with ${result.status}: ${result.stderr}`);
  if (lines.length === 0) count(false, 'check printed no promise');
}

function runUnit() {
  runVitest('vitest', 'unit.json');
}

/** Components in a browser: what they say and how they are worked, one by one. */
function runComponents() {
  const browser = ensureBrowser();
  if (!browser) return count(false, 'no browser for the tests of components');
  runVitest('components', 'components.json', ['--config', 'vitest.browser.config.ts'], { CHROMIUM: browser });
}

function runVitest(name, file, more = [], env = {}) {
  const report = join(cache, file);
  rmSync(report, { force: true });
  const [command, args] = tool(
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...more,
  );
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...env },
  });
  if (!existsSync(report)) return count(false, `${name} ended with ${result.status} and no report`);
  add(name, countUnit(JSON.parse(readFileSync(report, 'utf8')), result.status));
}

function runEndToEnd() {
  const browser = ensureBrowser();
  if (!browser) return count(false, 'no browser for the end-to-end tests');
  ensureBuilt();
  const report = join(cache, 'e2e.json');
  rmSync(report, { force: true });
  const [command, args] = tool('playwright', 'test');
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, CHROMIUM: browser, E2E_JSON: report },
  });
  if (!existsSync(report)) return count(false, `playwright ended with ${result.status} and no report`);
  add('playwright', countEndToEnd(JSON.parse(readFileSync(report, 'utf8')), result.status));
}

/** The main journeys in Chromium, Firefox and WebKitGTK, as far as they are here. */
function runJourneys() {
  const browser = ensureBrowser();
  if (!browser) return count(false, 'no browser for the journeys');
  ensureEngines();
  ensureBuilt();
  // Chromium has just had its own tests, of which these journeys are a part.
  const engines = wants('e2e') ? ['--project', '!chromium'] : [];
  runVitest('browsers', 'browsers.json', ['--config', 'vitest.engines.config.ts', ...engines], {
    CHROMIUM: browser,
  });
}

function add(name, counts) {
  passed += counts.passed;
  failed += counts.failed;
  say(`${name}: ${counts.passed} passed, ${counts.failed} failed`);
  for (const problem of counts.problems) count(false, problem);
}

function count(ok, name) {
  if (ok) passed += 1;
  else failed += 1;
  say(`${ok ? '✓' : '✗'} ${name}`);
}
