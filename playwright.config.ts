import { defineConfig } from '@playwright/test';
import { chromiumFlags } from './scripts/ensure.mjs';

const port = Number(process.env.E2E_PORT ?? 4178);

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  workers: 2,
  // A test that needs a second try is broken.
  retries: 0,
  failOnFlakyTests: true,
  // Two software-drawn maps on two cores: what takes a second on a desk may take twenty here.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: process.env.E2E_JSON ? [['list'], ['json', { outputFile: process.env.E2E_JSON }]] : [['list']],
  outputDir: 'test-results',
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    viewport: { width: 1280, height: 800 },
    // A fourth of the dots to draw in software; where a test looks at dots it asks for all of them.
    deviceScaleFactor: 0.5,
    locale: 'ja-JP',
    // A page answered from the store would pass by the routes a test lays; offline.spec.ts allows it.
    serviceWorkers: 'block',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: chromiumFlags,
    },
  },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort --host 127.0.0.1`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: !process.env.CI,
  },
});
