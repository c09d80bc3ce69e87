import { availableParallelism } from 'node:os';

/**
 * Mutation testing of the modules that decide answers; `npm run mutation -- <module>` (scripts/mutation.mjs, docs/mutation.md)
 * says which. Words of thrown errors are for developers: they may change without a test, so they are not mutated.
 */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // The copy lies inside the repository and finds node_modules above it; through a link some packages load twice.
  symlinkNodeModules: false,
  // Tables and patterns made once when a file loads: each would need every test of the module anew (hours in search).
  ignoreStatic: process.env.MUTATION_STATIC !== '1',
  mutate: process.env.MUTATION_FILES?.split(' ') ?? ['src/{geometry,hydrology,report,search}/**/*.ts'],
  concurrency: Number(process.env.MUTATION_WORKERS ?? availableParallelism()),
  incremental: true,
  incrementalFile: `.cache/mutation/${process.env.MUTATION_MODULE ?? 'all'}.json`,
  tempDirName: '.cache/stryker',
  ignorePatterns: [
    'dist',
    'docs',
    'screenshots',
    'geodata/cities/*/facts',
    'geodata/cities/*/geometry',
    'test-results',
    '.cache',
    'public/og',
    '*.md',
  ],
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: `.cache/mutation/${process.env.MUTATION_MODULE ?? 'all'}-report.json` },
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 85, break: 85 },
  disableTypeChecks: false,
  timeoutMS: 20_000,
  allowConsoleColors: false,
};
