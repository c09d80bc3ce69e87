/** The main journeys in every engine, a process each: `npm run test:browsers`. */
import { defineConfig } from 'vitest/config';
import { engines, type EngineId } from './scripts/engines.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    engine: EngineId;
  }
}

export default defineConfig({
  test: {
    // Software draws the maps: on two cores that takes its time.
    testTimeout: 240_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: (Object.keys(engines) as EngineId[]).map((engine) => ({
      test: {
        name: engine,
        include: ['test/browsers/**/*.spec.ts'],
        provide: { engine },
        testTimeout: 240_000,
        hookTimeout: 60_000,
      },
    })),
  },
});
