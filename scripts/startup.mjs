/**
 * `npm run bench:startup`: how soon a shared link answers on a slow phone. Writes its section of docs/benchmarks.md.
 *
 * The processor is slowed by the browser (four times, main thread). The line is slowed by the server below, not by the
 * browser's emulation: that one leaves the fetches of worker threads at full speed, and here all data comes by one.
 * `--runs 5`  `--dist .cache/other-dist`  `--dry` prints only
 */
import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import {
  chromiumFlags,
  ensureBrowser,
  ensureBuilt,
  ensureData,
  ensureInstalled,
  root,
  say,
} from './ensure.mjs';
import { writeWhole } from './write-whole.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    dist: { type: 'string', default: 'dist' },
    dry: { type: 'boolean', default: false },
  },
});
ensureInstalled();
if (values.dist === 'dist') {
  ensureData();
  ensureBuilt();
}
const executablePath = ensureBrowser();
if (!executablePath) process.exit(1);
const { chromium } = await import('@playwright/test');

/** "Slow 4G" of Lighthouse: 1.6 Mbit/s, 150 ms there and back. */
const line = { bytesPerSecond: 200_000, roundTripMilliseconds: 150 };
const slowdown = 4;
const runs = Number(values.runs);
const dist = join(root, values.dist);
const cityHall = 'p=130.4017,33.5902';
const links = {
  'the map page, `#/?p=…`': `#/?${cityHall}`,
  'the report page, `#/report?p=…`': `#/report?${cityHall}`,
  'the map page in English': `#/?${cityHall}&lang=en`,
  'the map page, nothing asked': '#/',
};

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};
const zipped = new Map();
/** What the server sent: { path, bytes, begin, end } by the wall clock. */
let sent = [];
/** Answers under way; they share the line. */
const flowing = [];

const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
  const file = join(dist, path === '/' ? 'index.html' : path);
  if (!file.startsWith(dist) || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  if (!zipped.has(file)) zipped.set(file, gzipSync(readFileSync(file), { level: 9 }));
  const body = zipped.get(file);
  const record = { path, bytes: body.length, begin: Date.now(), end: null };
  sent.push(record);
  // A new connection first shakes hands: one more journey there and back.
  const wait = line.roundTripMilliseconds * (request.socket.met ? 1 : 2);
  request.socket.met = true;
  setTimeout(() => {
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-encoding': 'gzip',
      'content-length': body.length,
      'cache-control': 'max-age=600',
    });
    flowing.push({ response, body, at: 0, record });
  }, wait);
});

let before = Date.now();
setInterval(() => {
  const now = Date.now();
  let budget = ((now - before) / 1000) * line.bytesPerSecond;
  before = now;
  while (budget >= 1 && flowing.length > 0) {
    const share = Math.max(1, Math.floor(budget / flowing.length));
    for (const flow of [...flowing]) {
      const part = flow.body.subarray(flow.at, flow.at + Math.min(share, Math.floor(budget)));
      flow.at += part.length;
      budget -= part.length;
      flow.response.write(part);
      if (flow.at < flow.body.length) continue;
      flow.response.end();
      flow.record.end = now;
      flowing.splice(flowing.indexOf(flow), 1);
    }
  }
}, 5).unref();
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const origin = `http://127.0.0.1:${server.address().port}/`;

/** Notes in the page, by the wall clock, when the parts that count are first painted. */
function watch() {
  const seen = (window.__seen = {});
  const wanted = {
    words: '#search-input, .answer',
    answer: '[data-testid="centre"]',
    drawn: '[data-map="drawn"]',
  };
  const look = () => {
    for (const [name, selector] of Object.entries(wanted)) {
      if (name in seen || !document.querySelector(selector)) continue;
      seen[name] = 0;
      requestAnimationFrame(() => setTimeout(() => (seen[name] = Date.now())));
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
}

async function measure(hash) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    locale: 'ja-JP',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(watch);
  sent = [];
  const start = Date.now();
  await page.goto(`${origin}${hash}`, { waitUntil: 'commit' });
  const until = hash.includes('p=') ? 'answer' : 'words';
  const onMap = !hash.startsWith('#/report');
  await page.waitForFunction(
    ([first, map]) => window.__seen[first] > 0 && (!map || window.__seen.drawn > 0),
    [until, onMap],
    { timeout: 120_000 },
  );
  const seen = await page.evaluate(() => window.__seen);
  await context.close();
  const library = sent.find(({ path }) => /\/MapView-.*\.js$/.test(path));
  const answered = seen[until];
  const early = sent.filter(({ end }) => end !== null && end <= answered);
  const bytes = (pattern) =>
    early.filter(({ path }) => pattern.test(path)).reduce((sum, one) => sum + one.bytes, 0);
  return {
    words: seen.words - start,
    answer: until === 'answer' ? seen.answer - start : null,
    libraryAsked: library ? library.begin - start : null,
    libraryThere: library?.end ? library.end - start : null,
    drawn: seen.drawn ? seen.drawn - start : null,
    script: bytes(/\.js$/),
    all: bytes(/./),
    files: early.map(({ path, bytes: size, begin, end }) => ({
      path,
      size,
      begin: begin - start,
      end: end - start,
    })),
  };
}

const browser = await chromium.launch({ executablePath, args: chromiumFlags });
const rows = [];
try {
  for (const [name, hash] of Object.entries(links)) {
    const results = [];
    for (let run = 0; run < runs; run++) results.push(await measure(hash));
    const figure = (key) => {
      const sorted = results.map((result) => result[key]).filter((value) => value !== null);
      if (sorted.length === 0) return null;
      sorted.sort((one, other) => one - other);
      return { least: sorted[0], median: sorted[Math.floor(sorted.length / 2)] };
    };
    const keys = ['words', 'answer', 'libraryAsked', 'libraryThere', 'drawn', 'script', 'all'];
    rows.push({ name, ...Object.fromEntries(keys.map((key) => [key, figure(key)])), results });
    say(`✓ ${name}: ${JSON.stringify({ ...rows.at(-1), results: undefined })}`);
    if (process.env.VERBOSE) for (const file of results.at(-1).files) say(`  ${JSON.stringify(file)}`);
  }
} finally {
  await browser.close();
  server.close();
}

/** The scripts index.html names: what stands between an empty window and the page. */
const html = readFileSync(join(dist, 'index.html'), 'utf8');
const scripts = [
  ...new Set([...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, file]) => file)),
];
const scriptBytes = scripts.reduce(
  (sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length,
  0,
);
const kilobytes = (bytes) => (bytes === null ? '–' : `${Math.round(bytes / 1000)} kB`);
const inSeconds = (milliseconds) => (milliseconds / 1000).toFixed(1);
const seconds = (figure) =>
  figure === null ? '–' : `${inSeconds(figure.least)} s (${inSeconds(figure.median)})`;
const late = rows.filter(({ results }) =>
  results.some(
    ({ answer, libraryThere }) => answer !== null && libraryThere !== null && libraryThere <= answer,
  ),
);
const processor = cpus();
const section = `<!-- startup -->

## A shared link on a slow phone

\`npm run bench:startup\`: Chromium with the processor slowed ${slowdown} times, 390 × 844, nothing stored; a line of
1.6 Mbit/s with ${line.roundTripMilliseconds} ms there and back, kept by the server for the worker's fetches too; gzip, HTTP/1.1. The quickest of ${runs}
runs and (in brackets) their median, from the first byte asked for to the words painted, on ${processor.length} cores of ${processor[0].model
  .replace(/\(R\)|\(TM\)/g, '')
  .replace(/\s+/g, ' ')
  .trim()}
(the map is drawn in software there), ${new Date().toISOString().slice(0, 10)}.

| link | page stands | answer | map library asked for | and there | map drawn | bytes up to the answer |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.map((row) => `| ${row.name} | ${[row.words, row.answer, row.libraryAsked, row.libraryThere, row.drawn].map(seconds).join(' | ')} | ${kilobytes(row.all?.least ?? null)} |`).join('\n')}

${late.length === 0 ? `In each of the ${runs * rows.length} runs the headline stood before the map library had arrived: the library is asked for when the answer is known.` : `Too late: ${late.map(({ name }) => name).join(', ')}.`}
Script before the page stands: ${kilobytes(scriptBytes)} gzip in ${scripts.length} files (budget 100 kB); the worker beside it
${kilobytes(zippedSize(/worker-[^/]*\.js$/))}. The worker sets off for the data before the page's own script has run, and the files of the first
answer (${kilobytes(rows[0].all.least - rows[0].script.least)}) go before those of the map and the search.

<!-- /startup -->`;

/** Of the one file the server sent whose name matches. */
function zippedSize(pattern) {
  const [, body] =
    [...zipped].find(([file]) => pattern.test(file) && !/maplibre|label|import|overlay/.test(file)) ?? [];
  return body?.length ?? null;
}

const page = join(root, 'docs/benchmarks.md');
const text = readFileSync(page, 'utf8');
const marked = /<!-- startup -->[\s\S]*<!-- \/startup -->/;
if (values.dry) console.log(section);
else {
  const whole = marked.test(text) ? text.replace(marked, () => section) : `${text.trimEnd()}\n\n${section}\n`;
  writeWhole(page, await (await import('prettier')).format(whole, { parser: 'markdown', printWidth: 120 }));
}
if (late.length > 0 || scriptBytes > 100_000) {
  say('✗ the budget is broken');
  process.exit(1);
}
process.exit(0);
