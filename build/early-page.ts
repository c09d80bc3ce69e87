import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { catalogue } from '../src/catalog/layers.js';
import type { Manifest } from '../src/catalog/manifest.js';
import { preloadedLayers } from './parts.js';
import { entryOf } from './start-chunk.js';

/** The page's own code is asked for together with `main`, not after it has run. */
export function earlyPage(): Plugin {
  return {
    name: 'mizumichi-early-page',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { filename, bundle }) {
        if (!filename.endsWith('index.html') || !bundle) return [];
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const page = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(entryOf.whole));
        const main = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('index.html'));
        if (!page || !main) throw new Error(`no chunk begins with ${entryOf.whole}`);
        const found = new Set([page]);
        for (const { imports } of found)
          for (const part of chunks)
            if (imports.includes(part.fileName) && !main.imports.includes(part.fileName)) found.add(part);
        const link = (attrs: Record<string, string>) => ({ tag: 'link', attrs, injectTo: 'head' as const });
        // For the worker to find in the browser's cache.
        const manifest = JSON.parse(readFileSync('public/tiles/manifest.json', 'utf8')) as Manifest;
        const data = preloadedLayers(catalogue, manifest).map(({ id }) =>
          link({
            rel: 'preload',
            as: 'fetch',
            crossorigin: '',
            fetchpriority: 'low',
            href: `./tiles/${id}.geojson`,
          }),
        );
        const code = [...found].flatMap(({ fileName, viteMetadata }) => [
          link({ rel: 'modulepreload', crossorigin: '', href: `./${fileName}` }),
          ...[...(viteMetadata?.importedCss ?? [])].map((sheet) =>
            link({ rel: 'stylesheet', crossorigin: '', href: `./${sheet}` }),
          ),
        ]);
        return [...code, ...data];
      },
    },
  };
}
