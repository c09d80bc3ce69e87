/** The custom element: `npx vite build --config vite.element.config.ts` → dist/element/mizumichi-map.js and its parts. */
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { city } from './src/catalog/city.js';
import { buildTarget, oldestBrowsersCheck } from './src/app/static/browsers.js';

/** Puts the one style sheet of the build into the script, for shadow roots to adopt. */
function stylesIntoScript(): Plugin {
  return {
    name: 'mizumichi-styles-into-script',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const sheets = Object.values(bundle).filter(({ fileName }) => fileName.endsWith('.css'));
      const css = sheets.map((sheet) => (sheet.type === 'asset' ? String(sheet.source) : '')).join('\n');
      for (const { fileName } of sheets) delete bundle[fileName];
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk' && chunk.code.includes('mizumichiStyles'))
          chunk.code = chunk.code.replaceAll('mizumichiStyles', () => JSON.stringify(css));
      }
    },
  };
}

/** Types, the manual and the value for `integrity="…"` travel with the module. */
function companions(): Plugin {
  let folder = '';
  return {
    name: 'mizumichi-element-companions',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir;
    },
    closeBundle() {
      const types = readFileSync('src/embed/element/public.ts', 'utf8');
      writeFileSync(join(folder, 'mizumichi-map.d.ts'), types);
      copyFileSync('docs/embed-element.md', join(folder, 'README.md'));
      const module = readFileSync(join(folder, 'mizumichi-map.js'));
      const digest = createHash('sha384').update(module).digest('base64');
      writeFileSync(join(folder, 'integrity.txt'), `sha384-${digest}\n`);
    },
  };
}

export default defineConfig({
  base: './',
  define: {
    BUILT_MANIFEST: readFileSync('public/tiles/manifest.json', 'utf8'),
    BUILT_CITY: JSON.stringify(city.id),
  },
  publicDir: false,
  plugins: [svelte(), stylesIntoScript(), companions(), oldestBrowsersCheck()],
  worker: { format: 'es', plugins: () => [oldestBrowsersCheck()] },
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
