/** Components in a real browser: `npx vitest run --config vitest.browser.config.ts`. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { builtDefines } from './build/built-city.js';
import { chromiumFlags } from './scripts/ensure.mjs';

export default defineConfig({
  define: builtDefines(),
  plugins: [svelte()],
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
