import { defineConfig } from 'vitest/config';

/** Unit tests of one module, for `npm run mutation`: no Svelte, no worker, no page. */
export default defineConfig({
  test: {
    include: (process.env['MUTATION_TESTS'] ?? 'test/{geometry,hydrology,report,search}/**/*.test.ts').split(
      ' ',
    ),
    // Thousands of places or forms each, over the whole city: too slow for a thousand runs.
    exclude: [
      'test/report/{agreement,doubted-towns,fukuoka}.test.ts',
      'test/search/{bounded,forms,search}.test.ts',
    ],
    setupFiles: ['test/mutation-setup.ts'],
    testTimeout: 30_000,
  },
});
