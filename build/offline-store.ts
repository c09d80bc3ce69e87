import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, PluginOption } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { city } from '../src/catalog/city.js';
import { keptBySystem, keptWhenUsed, notStored } from './parts.js';

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

/** By default a store also answers `/index` with index.html; of its options, the plugin does not hand this one on. */
function exactNames(): Plugin {
  return {
    name: 'mizumichi-exact-names',
    enforce: 'post',
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        const file = join(builtInto, 'sw.js');
        const script = readFileSync(file, 'utf8');
        const options = '{ignoreURLParametersMatching:';
        if (script.split(options).length !== 2)
          throw new Error(`${file}: the options of the store were not found`);
        writeFileSync(
          file,
          script.replace(options, () => '{cleanURLs:!1,ignoreURLParametersMatching:'),
        );
      },
    },
  };
}

/** As browsers compare it with what a server sent. */
function integrityOf(file: string): string {
  return `sha256-${createHash('sha256').update(readFileSync(file)).digest('base64')}`;
}

/** What is installed as an app, what of the built files is kept for use without a network, and what is left out. */
export function offlineStore(): PluginOption[] {
  return [
    VitePWA({
      // A person in the middle of a report is asked, never reloaded under their hands.
      registerType: 'prompt',
      injectRegister: null,
      // The system keeps the picture of an installed app itself.
      includeManifestIcons: false,
      manifest: {
        name: `みずみち｜${city.name.ja} 雨と下水道の地図`,
        short_name: 'みずみち',
        description: `${city.name.ja}のどの地点でも、下水道がどれだけの雨に備えているか、どの水処理センターの担当かがわかる地図`,
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
        // Page, base map, search index and every embedded layer; one versioned set, swapped whole. Not the other
        // parts (build/parts.ts).
        globPatterns: ['**/*.{js,css,html,svg,png,webmanifest,json,geojson}'],
        globIgnores: [...notStored, ...keptBySystem],
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
        // The page stands for its folder and for index.html, whatever was written behind a `?`. Everything else is
        // itself, stored or not: no fallback. `?again` asks past the store (src/thread/http-reader.ts).
        navigateFallback: null,
        ignoreURLParametersMatching: [/^(?!again$)/],
        cleanupOutdatedCaches: true,
        // The first visit is answered from the store as soon as it is full, not only after a reload.
        clientsClaim: true,
        // National tiles are never stored. Of our own parts, the importer and the workbench are kept once somebody used
        // them: a layer brought in must answer offline too. Their names carry a hash, so they cannot be stale.
        runtimeCaching: [
          {
            // Only of this site: an address elsewhere would have to match from its first letter.
            urlPattern: keptWhenUsed,
            handler: 'CacheFirst',
            options: {
              cacheName: 'on-demand',
              expiration: { maxEntries: 24 },
              // Under a server's `Vary: Origin`, what a script fetched is not what an `import()` asks for.
              matchOptions: { ignoreVary: true },
            },
          },
          {
            // Their addresses end in the beginning of their sum (src/service/block-book.ts), so they cannot be stale.
            urlPattern: /\/tiles\/(?:blocks\/[a-z-]+|places-osm)\.json\?[0-9a-f]{12}$/,
            handler: 'CacheFirst',
            options: {
              cacheName: 'blocks',
              expiration: { maxEntries: 24 },
              matchOptions: { ignoreVary: true },
              cacheableResponse: { statuses: [200] },
            },
          },
        ],
      },
    }),
    destination(),
    exactNames(),
  ];
}
