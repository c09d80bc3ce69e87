/** The custom element: `npx vite build --config vite.element.config.ts` → dist/element/mizumichi-map.js and its parts. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { buildTarget, oldestBrowsersCheck } from './build/browsers.js';
import { builtDefines } from './build/built-city.js';
import { patientImports } from './build/patient-imports.js';
import { companions, stylesIntoScript } from './build/element-files.js';

export default defineConfig({
  base: './',
  define: builtDefines(),
  publicDir: false,
  plugins: [svelte(), patientImports(), stylesIntoScript(), companions(), oldestBrowsersCheck()],
  worker: { format: 'es', plugins: () => [patientImports(), oldestBrowsersCheck()] },
  build: {
    outDir: 'dist/element',
    target: buildTarget,
    cssCodeSplit: false,
    modulePreload: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: { 'mizumichi-map': 'src/embed/element/mizumichi-map.ts' },
      preserveEntrySignatures: 'strict',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'parts/[name]-[hash].js',
        assetFileNames: 'parts/[name]-[hash][extname]',
      },
    },
  },
});
