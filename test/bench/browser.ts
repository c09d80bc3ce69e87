/**
 * `npm run bench:browser`: the city's map on its simple base, on its own base map, with a network from tiles, and with it
 * from one GeoJSON.
 * The page's own style on the page's own engine; what surrounds the map is left out. `npm run bench:browser -- SCALE
 * ROUNDS basemap` measures the base map alone, at several zooms.
 */
import { chromium, type Browser, type Page } from '@playwright/test';
import { createReadStream, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { buildNetwork } from '../../geodata/network/build-network.js';
import { standInAbout, standInItems } from '../../geodata/network/stand-in.js';
import { writeNetwork } from '../../geodata/network/write-network.js';
import { catalogue } from '../../src/catalog/layers.js';
import { networkLayer } from '../../src/catalog/network.js';
import { city } from '../../src/catalog/city.js';
import { chromiumFlags } from '../../scripts/ensure.mjs';
import { styleFor } from '../../src/style/style-for.js';
import { serveFiles } from './browser-server.js';
import { intoDocs } from './into-docs.js';

const root = resolve(import.meta.dirname, '../..');
const modes = ['empty', 'basemap', 'pmtiles', 'geojson'] as const;
type Mode = (typeof modes)[number];
const scale = Number(process.argv[2] ?? 1);
const rounds = Number(process.argv[3] ?? 3);
const basemapAlone = process.argv[4] === 'basemap';
const folder = join(root, '.cache/network', String(scale));

interface Run {
  /** Milliseconds from the start of the page until the map (and with a network its first tile) was drawn. */
  drawn: number;
  /** Main-thread tasks over 50 ms while panning and zooming, and their milliseconds. */
  longTasks: number[];
  /** Processor time of the main thread's tasks, ms, longest first: without waiting for the software rasteriser. */
  busyTasks: number[];
  /** Memory of page and workers, MB; null where the browser does not tell. */
  megabytes: number | null;
  /** Heap of the page's own thread. */
  heapMegabytes: number;
  requests: number;
  transferredMegabytes: number;
}

const geojson = join(folder, 'sewers.geojson');
if (!basemapAlone) {
  if (!existsSync(join(folder, 'network/network.json')))
    await buildNetwork(standInItems({ seed: 1, scale }), standInAbout, join(folder, 'network'));
  if (!existsSync(geojson)) await writeGeoJson(geojson);
}

const server = await serveFiles(fileOf, textOf);
const { port } = server.address() as AddressInfo;
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: [...chromiumFlags, '--enable-precise-memory-info', '--enable-blink-features=ForceEagerMeasureMemory'],
});
try {
  if (basemapAlone) await measureBasemap();
  else {
    const runs = new Map<Mode, Run[]>(modes.map((mode) => [mode, []]));
    for (let round = 0; round < rounds; round++)
      for (const mode of modes) {
        const result = await run(browser, mode);
        console.log(mode, JSON.stringify({ ...result, busyTasks: result.busyTasks.slice(0, 5) }));
        runs.get(mode)?.push(result);
      }
    const text = report(runs, browser.version());
    console.log(text);
    intoDocs('browser', text);
  }
} finally {
  await browser.close();
  server.close();
}

interface FirstDraw {
  /** Milliseconds from the start of the page until the layers were drawn, and until nothing more was to come. */
  drawn: number;
  whole: number;
  requests: number;
  kilobytes: number;
}

/** The simple base and the base map, one after the other, at the zooms people look at. */
async function measureBasemap(): Promise<void> {
  const lines: string[] = [];
  for (const zoom of [11, 13, 15, 17]) {
    const draws = { empty: [] as FirstDraw[], basemap: [] as FirstDraw[] };
    for (let round = 0; round < rounds; round++)
      for (const mode of ['empty', 'basemap'] as const) {
        const draw = await firstDraw(browser, mode, zoom);
        console.log(zoom, mode, JSON.stringify(draw));
        draws[mode].push(draw);
      }
    const of = (mode: keyof typeof draws, part: keyof FirstDraw) =>
      median(draws[mode].map((each) => each[part]));
    const cells = [
      zoom,
      of('empty', 'drawn').toFixed(0),
      of('basemap', 'drawn').toFixed(0),
      (of('basemap', 'drawn') / of('empty', 'drawn')).toFixed(2),
      (of('basemap', 'whole') - of('empty', 'whole')).toFixed(0),
      (of('basemap', 'kilobytes') - of('empty', 'kilobytes')).toFixed(0),
      of('basemap', 'requests') - of('empty', 'requests'),
    ];
    lines.push(`| ${cells.join(' | ')} |`);
  }
  const text = [
    `${rounds} rounds, medians; Chromium ${browser.version()}, 1280 × 800, WebGL by SwiftShader on the processor.`,
    '',
    '| zoom | without, ms | with, ms | with ÷ without | streets whole, ms later | kB more on the wire | requests more |',
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
  ].join('\n');
  console.log(text);
  intoDocs('basemap', text);
}

async function firstDraw(of: Browser, mode: Mode, zoom: number): Promise<FirstDraw> {
  const context = await of.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(mode, error.message));
  await page.goto(`http://127.0.0.1:${port}/?${mode},${zoom}`);
  await page.waitForFunction(() => 'whole' in window, undefined, { timeout: 300_000 });
  const { drawn, whole } = await page.evaluate(() => {
    const { drawn, whole } = window as unknown as { drawn: number; whole: number };
    return { drawn, whole };
  });
  const { requests, transferredMegabytes } = await loadOf(page);
  await context.close();
  return { drawn, whole, requests, kilobytes: transferredMegabytes * 1000 };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

async function run(of: Browser, mode: Mode): Promise<Run> {
  const context = await of.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(mode, error.message));
  page.on('console', (message) => message.type() === 'error' && console.error(mode, message.text()));
  await page.goto(`http://127.0.0.1:${port}/?${mode}`);
  await page.waitForFunction(() => 'drawn' in window, undefined, { timeout: 300_000 });
  const drawn = await page.evaluate(() => (window as unknown as { drawn: number }).drawn);
  await page.evaluate(() => (window as unknown as { idle: () => Promise<void> }).idle());
  await of.startTracing(page, { categories: ['toplevel'] });
  const longTasks = await page.evaluate(() =>
    (window as unknown as { travel: () => Promise<number[]> }).travel(),
  );
  const busyTasks = busyTasksIn(await of.stopTracing());
  const result = {
    drawn,
    longTasks,
    busyTasks,
    ...(await memoryOf(page)),
    ...(await loadOf(page)),
  };
  await context.close();
  return result;
}

/** From a trace of Chromium: the hundred longest tasks in processor time, which a busy machine does not lengthen. */
function busyTasksIn(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as {
    traceEvents: {
      name: string;
      pid: number;
      tid: number;
      ph: string;
      tdur?: number;
      args: { name?: string };
    }[];
  };
  const mainThreads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents
    .filter(({ name, pid, tid }) => name.endsWith('RunTask') && mainThreads.has(`${pid} ${tid}`))
    .flatMap(({ tdur }) => (tdur === undefined ? [] : [tdur / 1000]));
  if (tasks.length === 0) throw new Error('the trace has no processor times of a main thread');
  return tasks.sort((a, b) => b - a).slice(0, 100);
}

async function memoryOf(page: Page) {
  return page.evaluate(async () => {
    const told = performance as unknown as {
      memory: { usedJSHeapSize: number };
      measureUserAgentSpecificMemory?: () => Promise<{ bytes: number }>;
    };
    const bytes = await told.measureUserAgentSpecificMemory?.().then(
      (measured) => measured.bytes,
      () => undefined,
    );
    return {
      heapMegabytes: told.memory.usedJSHeapSize / 1e6,
      megabytes: bytes === undefined ? null : bytes / 1e6,
    };
  });
}

async function loadOf(page: Page) {
  return page.evaluate(() => {
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return {
      requests: entries.length,
      transferredMegabytes: entries.reduce((sum, { transferSize }) => sum + transferSize, 0) / 1e6,
    };
  });
}

function report(runs: ReadonlyMap<Mode, readonly Run[]>, version: string): string {
  const of = (mode: Mode, pick: (each: Run) => number) => median((runs.get(mode) ?? []).map(pick));
  const row = (name: string, pick: (each: Run) => number, digits = 0) =>
    `| ${[name, ...modes.map((mode) => of(mode, pick).toFixed(digits))].join(' | ')} |`;
  const ratio = (mode: Mode) =>
    (of(mode, ({ drawn }) => drawn) / of('empty', ({ drawn }) => drawn)).toFixed(2);
  return [
    `Network × ${scale}, ${rounds} rounds, medians; Chromium ${version}, WebGL by SwiftShader on the processor.`,
    '',
    '|  | simple base | base map | network, PMTiles | network, one GeoJSON |',
    '| --- | ---: | ---: | ---: | ---: |',
    row('first drawn, ms', ({ drawn }) => drawn),
    `| against the simple base | ${modes.map(ratio).join(' | ')} |`,
    row('tasks over 50 ms while moving', ({ longTasks }) => longTasks.length),
    row('longest of them, ms', ({ longTasks }) => Math.max(0, ...longTasks)),
    row(
      'of the processor’s time: tasks over 50 ms',
      ({ busyTasks }) => busyTasks.filter((each) => each > 50).length,
    ),
    row('longest of them, ms', ({ busyTasks }) => Math.max(0, ...busyTasks)),
    row('memory of page and workers, MB', ({ megabytes }) => megabytes ?? NaN),
    row('heap of the main thread, MB', ({ heapMegabytes }) => heapMegabytes),
    row('requests', ({ requests }) => requests),
    row('fetched, MB', ({ transferredMegabytes }) => transferredMegabytes, 1),
  ].join('\n');
}

function fileOf(path: string): string | null {
  const [, first = '', ...rest] = path.split('/');
  const inside = rest.join('/');
  if (first === 'maplibre') return join(root, 'node_modules/maplibre-gl/dist', inside);
  if (path === '/pmtiles.js') return join(root, 'node_modules/pmtiles/dist/pmtiles.js');
  if (path.startsWith('/tiles/network/')) return join(folder, 'network', rest.at(-1) ?? '');
  if (path === '/tiles/sewers.geojson') return geojson;
  return first === 'tiles' ? join(root, 'public/tiles', inside) : null;
}

function textOf(path: string): string | null {
  if (path === '/') return readFileSync(join(import.meta.dirname, 'browser-page.html'), 'utf8');
  // The base map comes under what is drawn already.
  if (path === '/basemap.json') return JSON.stringify(styleOf('empty'));
  if (path === '/ground.json') return JSON.stringify(styleOf('basemap'));
  const mode = modes.find((each) => path === `/${each}.json`);
  return mode === undefined ? null : JSON.stringify(styleOf(mode));
}

/** The page's style with its opening layers, and the network or not. */
function styleOf(mode: Mode) {
  const address = `http://127.0.0.1:${port}/tiles`;
  const visible = catalogue
    .filter((each) => each.visible && !each.base && !each.optional)
    .map(({ id }) => id);
  const drawsNetwork = mode === 'pmtiles' || mode === 'geojson';
  const layerUrls =
    mode === 'pmtiles'
      ? new Map([[networkLayer, `pmtiles://${address}/network/network.pmtiles`]])
      : new Map<string, string>();
  return styleFor({
    catalogue: catalogue.filter((each) => !each.optional || (each.id === networkLayer && drawsNetwork)),
    tilesUrl: address,
    layerUrls,
    frame: [...city.frame],
    theme: 'light',
    locale: 'ja',
    basemap: 'embedded',
    ...(mode === 'basemap' && {
      ground: {
        basemap: `pmtiles://${address}/basemap.pmtiles`,
        'block-numbers': `pmtiles://${address}/block-numbers.pmtiles`,
      },
    }),
    layers: {
      visible: new Set([...visible, ...(drawsNetwork ? [networkLayer] : [])]),
      opacityOf: () => 1,
      palette: 'official',
    },
  });
}

/** What a page would have to be given without tiles: every line with the attributes it is drawn by. */
async function writeGeoJson(path: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const { files } = await writeNetwork(join(folder, 'source'), { seed: 1, scale });
  const features: string[] = [];
  for await (const line of createInterface({ input: createReadStream(files.sewers) })) {
    const { properties, geometry } = JSON.parse(line) as {
      properties: Record<string, unknown>;
      geometry: unknown;
    };
    const { kind, diameterMillimeters, id } = properties;
    features.push(
      JSON.stringify({ type: 'Feature', properties: { id, kind, diameterMillimeters }, geometry }),
    );
  }
  writeFileSync(path, `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`);
  console.log(`${path}: ${(statSync(path).size / 1e6).toFixed(0)} MB`);
}
