/**
 * `npm run soak [-- minutes]`: test/e2e/soak.spec.ts for an hour instead of a few rounds. Prints what the tab holds after
 * each round; ends with 1 when the last quarter of the rounds held a tenth more than the first.
 */
import { spawnSync } from 'node:child_process';
import { ensureBrowser, ensureBuilt, ensureData, ensureInstalled, root, say, tool } from './ensure.mjs';

const minutes = Number(process.argv[2] ?? 60);
if (!(minutes > 0)) {
  say(`✗ ${process.argv[2]} is no number of minutes`);
  process.exit(2);
}
ensureInstalled();
ensureData();
ensureBuilt();
const browser = ensureBrowser();
if (!browser) process.exit(1);
const [command, args] = tool('playwright', 'test', 'e2e/soak.spec');
const env = { ...process.env, CHROMIUM: browser, SOAK_MINUTES: String(minutes) };
process.exit(spawnSync(command, args, { cwd: root, stdio: 'inherit', env }).status ?? 1);
