import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin, Rolldown } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { buildTarget, oldestBrowsersCheck } from './src/app/static/browsers.js';
import { licences, noteBundled } from './scripts/licences.js';
import { headersFor, pagePolicy } from './src/app/static/policy.js';
import { embedPolicy, staticPages } from './src/embed/static/pages.js';

/**
 * Writes what an embed shows without JavaScript, its policy, and the pages and oEmbed records of the main
 * views, from the built data. `SITE_URL=https://…/` gives them absolute addresses (docs/embed.md).
 */
function staticParts(): Plugin {
  const parts = () =>
    staticPages({
      read: (file) => readFileSync(`public/tiles/${file}`, 'utf8'),
      hasPicture: (view) => existsSync(`public/og/${view}.jpg`),
      siteUrl: process.env.SITE_URL ?? null,
    });
  return {
    name: 'mizumichi-static-parts',
    enforce: 'post',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { filename }) =>
        filename.endsWith('embed.html')
          ? withPolicy(html, embedPolicy)
              .replace('<!-- still -->', () => parts().embedBody)
              .replace(/<link rel="manifest"[^>]*>/, '')
          : withPolicy(html, pagePolicy),
    },
    generateBundle() {
      for (const { name, text } of parts().files)
        this.emitFile({ type: 'asset', fileName: name, source: text });
    },
  };
}

/** First of all in the head: what stands before a policy is not under it. */
function withPolicy(html: string, policy: string): string {
  return html.replace(
    '<meta charset="utf-8" />',
    (first) => `${first}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  );
}

/** `vite preview`, and so every end-to-end test, answers with the headers a server should send (SECURITY.md). */
function lockedDoors(): Plugin {
  return {
    name: 'mizumichi-locked-doors',
    configurePreviewServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://preview');
        for (const [name, value] of Object.entries(headersFor(pathname, embedPolicy)))
          response.setHeader(name, value);
        next();
      });
    },
  };
}

let builtInto = 'dist';
/** Where this build goes to: the command line may say another folder. */
function destination(): Plugin {
  return {
    name: 'mizumichi-destination',
    configResolved: ({ build }) => {
      builtInto = build.outDir;
    },
  };
}

/** As browsers compare it with what a server sent. */
function integrityOf(file: string): string {
  return `sha256-${createHash('sha256').update(readFileSync(file)).digest('base64')}`;
}

/** Chunks of the bench and of the embed are named so: the offline store of the page leaves them out. */
function roomOf(moduleIds: readonly string[]): string {
  const only = (pattern: RegExp) => moduleIds.length > 0 && moduleIds.every((id) => pattern.test(id));
  if (
    only(
      /src\/tools\/|i18n\/generated\/workbench|terra-draw|src\/map\/(bench-host|comparison|overlay-layers|picture)/,
    )
  )
    return 'bench-';
  if (only(/NearestSewer|i18n\/generated\/network|network-tiles|network-reader|packed-|pmtiles/))
    return 'network-';
  return only(/src\/embed\/|i18n\/generated\/embed|catalog\/stories/) ? 'embed-' : '';
}

const entryOf = { page: 'src/app/main.ts', whole: 'src/app/page.ts', embed: 'src/embed/page/main.ts' };

/**
 * What the page needs at once travels in three files, whatever else shares parts of it: a file more is a journey more
 * on a slow line. `start` sets off for the data; `shared` is what the embed uses too; `page` is the rest.
 */
function startChunk(): (id: string, context: Rolldown.ChunkingContext) => string | null {
  let sets: Record<keyof typeof entryOf, Set<string>> | null = null;
  return (id, context) => {
    const reach = (end: string, lazily: boolean) => {
      const found = new Set([join(import.meta.dirname, end)]);
      for (const module of found) {
        const info = context.getModuleInfo(module);
        for (const next of info?.importedIds ?? []) found.add(next);
        if (lazily) for (const next of info?.dynamicallyImportedIds ?? []) found.add(next);
      }
      return found;
    };
    sets ??= {
      page: reach(entryOf.page, false),
      whole: reach(entryOf.whole, false),
      embed: reach(entryOf.embed, true),
    };
    if (sets.page.has(id)) return id.endsWith(entryOf.page) ? null : 'start';
    if (!sets.whole.has(id)) return null;
    return sets.embed.has(id) ? 'shared' : 'page';
  };
}

/** The page's own code is asked for together with `main`, not after it has run. */
function earlyPage(): Plugin {
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
        // The largest files of the first answer, for the worker to find in the browser's cache.
        const data = ['towns', 'wards', 'shelters', 'treatment-districts'].map((id) =>
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

export default defineConfig({
  base: './',
  define: { BUILT_MANIFEST: readFileSync('public/tiles/manifest.json', 'utf8') },
  plugins: [
    svelte(),
    earlyPage(),
    VitePWA({
      // A person in the middle of a report is asked, never reloaded under their hands.
      registerType: 'prompt',
      injectRegister: null,
      manifest: {
        name: 'みずみち｜福岡市 雨と下水道の地図',
        short_name: 'みずみち',
        description:
          '福岡市のどの地点でも、下水道がどれだけの雨に備えているか、どの水処理センターの担当かがわかる地図',
        lang: 'ja',
        start_url: './',
        scope: './',
        display: 'standalone',
        background_color: '#ffffff',
        theme_color: '#0055ad',
        icons: [
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any maskable' },
        ],
      },
      workbox: {
        // Page, base map, search index and every embedded layer; one versioned set, swapped whole.
        globPatterns: ['**/*.{js,css,html,svg,png,webmanifest,json,geojson}'],
        // The bench's readers (WebAssembly) and link-preview pictures are fetched when somebody needs them.
        // Other people's pages keep their own store: the embed is none of this one.
        globIgnores: [
          '**/gdal*',
          'og/**',
          'element/**',
          'embed*',
          'view*',
          'view/**',
          'assets/{bench,Bench,embed,Embed,Maker,Story}*',
          'assets/overlay.worker*',
          'assets/{import-worker,ImportPage}*',
          // A city's whole network: fetched by ranges, where somebody brought one in.
          'tiles/network/**',
          'assets/network-*',
        ],
        maximumFileSizeToCacheInBytes: 4_000_000,
        // Stored is only what was built: a set whose files do not all match is not taken, and the former one stays whole.
        manifestTransforms: [
          (entries) => ({
            manifest: entries.map((entry) => ({
              ...entry,
              integrity: integrityOf(join(builtInto, entry.url)),
            })),
          }),
        ],
        navigateFallback: 'index.html',
        navigateFallbackDenylist: [/embed\.html/, /\/view\//],
        cleanupOutdatedCaches: true,
        // The first visit is answered from the store as soon as it is full, not only after a reload.
        clientsClaim: true,
        // National tiles are never stored. Of our own parts, the importer and the bench are kept once somebody used
        // them: a layer brought in must answer offline too. Their names carry a hash, so they cannot be stale.
        runtimeCaching: [
          {
            urlPattern: ({ url, sameOrigin }) =>
              sameOrigin && /\/assets\/(import-worker|ImportPage|bench-|Bench|network-)/.test(url.pathname),
            handler: 'CacheFirst',
            options: { cacheName: 'on-demand', expiration: { maxEntries: 24 } },
          },
        ],
      },
    }),
    staticParts(),
    lockedDoors(),
    licences(),
    destination(),
    oldestBrowsersCheck(),
  ],
  worker: { format: 'es', plugins: () => [oldestBrowsersCheck(), noteBundled()] },
  build: {
    target: buildTarget,
    chunkSizeWarningLimit: 1200,
    // Browsers without it only load later; the polyfill would be a file more for everybody.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: 'index.html', embed: 'embed.html' },
      output: {
        chunkFileNames: ({ moduleIds }) => `assets/${roomOf(moduleIds)}[name]-[hash].js`,
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: startChunk(), debugName: 'start' }],
        },
      },
    },
  },
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/fixed-seed.ts'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    testTimeout: 30_000,
    // vitest leaves one core free, which on two cores is half of them.
    maxWorkers: 2,
  },
});
