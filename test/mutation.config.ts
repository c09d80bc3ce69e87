import { defineConfig } from 'vitest/config';

/** Unit tests of one room, for `npm run mutation`: no Svelte, no worker, no page. */
export default defineConfig({
  test: {
    include: (process.env['MUTATION_TESTS'] ?? 'test/{geometry,hydrology,report,search}/**/*.test.ts').split(
      ' ',
    ),
    setupFiles: ['test/mutation-setup.ts'],
    testTimeout: 30_000,
  },
});
