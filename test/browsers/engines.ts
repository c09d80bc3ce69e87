import { enginePrograms, type EngineId } from '../../scripts/engines.mjs';
import { startChromium } from './chromium.js';
import { startFirefox } from './firefox.js';
import type { RunningEngine } from './page-driver.js';
import { startWebkit } from './webkit.js';

const start: Record<EngineId, (binary: string) => Promise<RunningEngine>> = {
  chromium: startChromium,
  firefox: startFirefox,
  webkit: startWebkit,
};

export function startEngine(id: EngineId): Promise<RunningEngine> {
  const programs = enginePrograms(id);
  if (programs === null) throw new Error(`${id} is not installed`);
  return start[id](programs[0]);
}
