import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  assetFileName,
  chunkFileName,
  keptWhenUsed,
  partsOfFile,
  preloadedLayers,
  wasmWorkers,
} from '../../build/parts.js';
import { catalogue } from '../../src/catalog/layers.js';
import type { Manifest } from '../../src/catalog/manifest.js';

const root = '/home/somebody/mizumichi/';
const named = (modules: string[], facade: string | null = null) =>
  chunkFileName({
    moduleIds: modules.map((id) => root + id),
    facadeModuleId: facade && root + facade,
  });

describe('parts of the built site', () => {
  it('name a script after the part it consists of', () => {
    expect(named(['src/workbench/a.ts', 'node_modules/terra-draw/dist/b.js'])).toBe(
      'assets/workbench-[name]-[hash].js',
    );
    expect(named(['src/embed/a.ts', 'src/state/b.ts'])).toBe('assets/[name]-[hash].js');
    expect(named([])).toBe('assets/[name]-[hash].js');
  });

  it('name a script after the part it begins, whatever else is in it', () => {
    expect(
      named(['src/geometry/a.ts', 'src/workbench/Workbench.svelte'], 'src/workbench/Workbench.svelte'),
    ).toBe('assets/workbench-[name]-[hash].js');
    expect(named([], 'src/embed/story/StoryPage.svelte')).toBe('assets/embed-[name]-[hash].js');
  });

  it('name a style sheet after the component it comes with, and other files not at all', () => {
    expect(assetFileName({ originalFileNames: ['src/embed/view/AnswerPart.svelte'] })).toBe(
      'assets/embed-[name]-[hash][extname]',
    );
    expect(assetFileName({ originalFileNames: ['src/app/OtherPages.svelte'] })).toBe(
      'assets/[name]-[hash][extname]',
    );
    expect(assetFileName({ originalFileNames: [] })).toBe('assets/[name]-[hash][extname]');
  });

  it.each([
    ['assets/workbench-ja-abc.js', 'workbench'],
    ['assets/import-worker-abc.js', 'importer'],
    ['assets/gdal3WebAssembly-abc.wasm', 'gdal'],
    ['assets/file.worker-abc.js', 'gdal'],
    ['tiles/network/pipes.lines', 'network'],
    ['tiles/basemap.pmtiles', 'ground-tiles'],
    ['assets/ground-tiles-reader-abc.js', 'ground-tiles'],
    ['assets/basemap-abc.js', undefined],
    ['view/rainfall.html', 'embed'],
    ['embed.html', 'embed'],
    ['index.html', undefined],
    ['assets/import-client-abc.js', undefined],
    ['assets/networked-abc.js', undefined],
    ['tiles/towns.geojson', undefined],
  ])('%s is of %s', (path, part) => {
    expect(partsOfFile(path).map(({ name }) => name)).toEqual(part === undefined ? [] : [part]);
  });

  it('keep what somebody used, and nothing of another server', () => {
    const kept = (address: string) => keptWhenUsed.exec(address)?.index ?? -1;
    expect(kept('https://map.example/sub/assets/workbench-ja-abc.js')).toBeGreaterThan(0);
    expect(kept('https://map.example/assets/import-worker-abc.js')).toBeGreaterThan(0);
    expect(kept('https://map.example/assets/gdal3-abc.js')).toBe(-1);
    expect(kept('https://map.example/assets/page-abc.js')).toBe(-1);
    // The store's router takes another origin's address only where the pattern begins with its first letter.
    expect(keptWhenUsed.source).toMatch(/^\\\/assets/);
  });

  it('say which workers compile WebAssembly', () => {
    for (const file of ['assets/file.worker-a.js', 'assets/import-worker-a.js'])
      expect(file).toMatch(wasmWorkers);
    for (const file of ['assets/worker-a.js', 'assets/fileXworker-a.js', 'assets/importer-ImportPage-a.js'])
      expect(file).not.toMatch(wasmWorkers);
  });
});

describe('layers fetched at once', () => {
  const manifest = JSON.parse(readFileSync('public/tiles/manifest.json', 'utf8')) as Manifest;

  it('are the largest that a report is answered from', () => {
    expect(preloadedLayers(catalogue, manifest).map(({ id }) => id)).toEqual([
      'towns',
      'shelters',
      'wards',
      'treatment-districts',
    ]);
  });

  it('are only those that were built', () => {
    const layers = { wards: manifest.layers['wards'] } as Manifest['layers'];
    expect(preloadedLayers(catalogue, { ...manifest, layers }).map(({ id }) => id)).toEqual(['wards']);
  });
});
