/**
 * `npm run two-tabs`: 50 rounds of two tabs writing to the workbench at once, every second one without
 * BroadcastChannel; `npm run two-tabs -- 200` plays more. Minutes: a nightly job. Prints one line of JSON, and fails
 * when anything that was written is kept nowhere.
 */
import { spawn, spawnSync } from 'node:child_process';
import { ensureBrowser, ensureBuilt, ensureData, ensureInstalled, root, tool } from './ensure.mjs';

ensureInstalled();
ensureData();
ensureBuilt();
const executablePath = ensureBrowser();
if (!executablePath) process.exit(1);
const port = process.env.E2E_PORT ?? '4196';
const address = `http://127.0.0.1:${port}/`;
const [command, args] = tool('vite', 'preview', '--port', port, '--strictPort', '--host', '127.0.0.1');
const server = spawn(command, args, { cwd: root, stdio: 'ignore' });
let status;
try {
  for (let attempt = 1; !(await isUp()); attempt++) {
    if (attempt === 50) throw new Error(`nothing answers at ${address}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const [rounds = '50'] = process.argv.slice(2);
  const [tsx, given] = tool('tsx', 'test/e2e/two-tabs-nightly.ts', address, rounds);
  const env = { ...process.env, CHROMIUM: executablePath };
  status = spawnSync(tsx, given, { cwd: root, stdio: 'inherit', env }).status;
} finally {
  server.kill();
}
process.exit(status ?? 1);

async function isUp() {
  return fetch(address).then(
    (answer) => answer.ok,
    () => false,
  );
}
