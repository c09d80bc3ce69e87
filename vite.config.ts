import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { buildTarget, oldestBrowsersCheck } from './build/browsers.js';
import { bareScript } from './build/bare-script.js';
import { builtDefines } from './build/built-city.js';
import { earlyPage } from './build/early-page.js';
import { engineStyles } from './build/engine-styles.js';
import { licences, noteBundled } from './build/licences.js';
import { offlineStore } from './build/offline-store.js';
import { assetFileName, chunkFileName } from './build/parts.js';
import { asServed } from './build/as-served.js';
import { patientImports } from './build/patient-imports.js';
import { startChunk } from './build/start-chunk.js';
import { staticParts } from './build/static-parts.js';
import { wholeParts } from './build/whole-parts.js';

export default defineConfig({
  base: './',
  define: builtDefines(),
  plugins: [
    svelte(),
    patientImports(),
    engineStyles(),
    earlyPage(),
    bareScript(),
    ...offlineStore(),
    staticParts(),
    asServed(),
    licences(),
    oldestBrowsersCheck(),
    wholeParts(),
  ],
  worker: {
    format: 'es',
    plugins: () => [patientImports(), oldestBrowsersCheck(), noteBundled()],
    rolldownOptions: { output: { chunkFileNames: chunkFileName } },
  },
  build: {
    target: buildTarget,
    chunkSizeWarningLimit: 1200,
    // Browsers without it only load later; the polyfill would be a file more for everybody.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: 'index.html', embed: 'embed.html' },
      output: {
        chunkFileNames: chunkFileName,
        assetFileNames: assetFileName,
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
