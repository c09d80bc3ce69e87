import { existsSync, readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
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

/** Chunks of the bench and of the embed are named so: the offline store of the page leaves them out. */
function roomOf(moduleIds: readonly string[]): string {
  const only = (pattern: RegExp) => moduleIds.length > 0 && moduleIds.every((id) => pattern.test(id));
  if (only(/src\/tools\/|messages-tools|terra-draw|src\/map\/(bench-host|comparison|overlay-layers|picture)/))
    return 'bench-';
  return only(/src\/embed\/|messages-embed|catalog\/stories/) ? 'embed-' : '';
}

export default defineConfig({
  base: './',
  plugins: [
    svelte(),
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
        ],
        maximumFileSizeToCacheInBytes: 4_000_000,
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
              sameOrigin && /\/assets\/(import-worker|ImportPage|bench-|Bench)/.test(url.pathname),
            handler: 'CacheFirst',
            options: { cacheName: 'on-demand', expiration: { maxEntries: 24 } },
          },
        ],
      },
    }),
    staticParts(),
    lockedDoors(),
  ],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: { index: 'index.html', embed: 'embed.html' },
      output: { chunkFileNames: ({ moduleIds }) => `assets/${roomOf(moduleIds)}[name]-[hash].js` },
    },
  },
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/fixed-seed.ts'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    testTimeout: 30_000,
  },
});
