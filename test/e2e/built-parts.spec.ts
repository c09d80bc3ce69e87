import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { keptBySystem, partsOfFile } from '../../build/parts.js';

/** What the browser tests are run against; no test here opens a browser. */
const dist = 'dist';
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1));
const assets = files.filter((file) => file.startsWith('assets/'));
const text = (file: string) => readFileSync(join(dist, file), 'utf8');
/** The list of the page's offline store, as it was written. */
const stored = [
  ...new Set([...text('sw.js').matchAll(/\burl:"([^"]+)"/g)].map(([, url = '']) => url)),
].sort();

test('every built file is of one part, and every part has files', () => {
  expect(assets.length).toBeGreaterThan(50);
  for (const file of files) expect(partsOfFile(file).length, file).toBeLessThanOrEqual(1);
  const claimed = new Set(assets.flatMap((file) => partsOfFile(file).map(({ name }) => name)));
  expect([...claimed].sort()).toEqual(['embed', 'gdal', 'ground-tiles', 'importer', 'network', 'workbench']);
});

test('the offline store holds the page’s own files, and none of another part', () => {
  const kinds = /\.(?:js|css|html|svg|png|webmanifest|json|geojson)$/;
  // The store itself is not kept in itself.
  const own = files.filter(
    (file) =>
      partsOfFile(file).length === 0 &&
      kinds.test(file) &&
      !/^(?:sw|workbox-\w+)\.js$/.test(file) &&
      !keptBySystem.includes(file),
  );
  expect(stored).toEqual(own.sort());
});

test('what the page begins with is stored, whole', () => {
  const reached = new Set(['index.html']);
  for (const file of reached)
    for (const [, name] of text(file).matchAll(
      /(?:from|import|src=|href=)\s*"\.\/(?:assets\/)?([^"]+\.(?:js|css))"/g,
    ))
      if (assets.includes(`assets/${name}`)) reached.add(`assets/${name}`);
  expect(reached.size).toBeGreaterThan(4);
  for (const file of reached) expect(stored).toContain(file);
});

test('no style or script is stored that only another part names', () => {
  const named = new Set(
    files
      .filter((file) => partsOfFile(file).length === 0 && /\.(?:js|html)$/.test(file) && file !== 'sw.js')
      .flatMap((file) => text(file).match(/[\w.-]+\.(?:js|css)(?=["'`])/g) ?? []),
  );
  // A script that only hands on what another holds goes by that one's part.
  const handsOn = (file: string) => /^export\{[^}]*\}from"[^"]+";\s*$/.test(text(file));
  for (const file of assets.filter((each) => stored.includes(each) && !handsOn(each)))
    expect(named, file).toContain(file.slice('assets/'.length));
});
