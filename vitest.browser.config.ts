/** Components in a real browser: `npx vitest run --config vitest.browser.config.ts`. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { builtDefines } from './build/built-city.js';
import { chromiumFlags } from './scripts/ensure.mjs';

export default defineConfig({
  define: builtDefines(),
  plugins: [svelte()],
  // Found late, in components or fetched with import(), they make the page of a running test load anew.
  optimizeDeps: {
    include: [
      ...['@turf/area', '@turf/bbox', '@turf/bbox-clip', '@turf/boolean-point-in-polygon', '@turf/helpers'],
      ...['@turf/kinks', '@turf/length', '@turf/nearest-point-on-line', 'fflate', 'flatbush'],
      ...['geojson/geojson.js', 'idb', 'papaparse', 'proj4'],
    ],
  },
  test: {
    include: ['test/components/**/*.browser.ts'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      viewport: { width: 800, height: 900 },
      provider: playwright({
        launchOptions: {
          executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
          args: chromiumFlags,
        },
        contextOptions: { locale: 'ja-JP', reducedMotion: 'reduce' },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
