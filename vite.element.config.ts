/** The custom element: `npx vite build --config vite.element.config.ts` → dist/element/mizumichi-map.js and its parts. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { buildTarget, oldestBrowsersCheck } from './build/browsers.js';
import { builtDefines } from './build/built-city.js';
import { stylesIntoScript } from './build/element-files.js';
import { engineStyles } from './build/engine-styles.js';
import { checkedParts, drawingEntry } from './build/element-parts.js';

export default defineConfig({
  base: './',
  define: builtDefines(),
  publicDir: false,
  plugins: [svelte(), engineStyles(), stylesIntoScript(), checkedParts(), oldestBrowsersCheck()],
  worker: {
    format: 'es',
    plugins: () => [oldestBrowsersCheck()],
    // A worker runs from a checked copy in memory: it is one file.
    rolldownOptions: { output: { codeSplitting: false } },
  },
  build: {
    outDir: 'dist/element',
    target: buildTarget,
    cssCodeSplit: false,
    modulePreload: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: { 'draw-element': drawingEntry },
      preserveEntrySignatures: 'strict',
      output: {
        entryFileNames: 'parts/[name]-[hash].js',
        chunkFileNames: 'parts/[name]-[hash].js',
        assetFileNames: 'parts/[name]-[hash][extname]',
      },
    },
  },
});
