import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type AddressInfo } from 'node:net';
import { startAndAsk } from './child-process.js';
import type { RunningEngine } from './page-driver.js';
import { startDisplay } from './virtual-display.js';
import { openClassicSession } from './webdriver-classic.js';

/** The toolbar of the small browser keeps a window at 447 px and more; a phone has 390. */
const smallToolbar =
  '* { padding: 0; margin: 0; border: none; min-width: 0; min-height: 0; font-size: 1px; }';

/** WebKitGTK, the engine of Safari, in the small browser that comes with it. */
export async function startWebkit(binary: string): Promise<RunningEngine> {
  const home = await mkdtemp(join(tmpdir(), 'mizumichi-webkit-'));
  await mkdir(join(home, 'config/gtk-3.0'), { recursive: true });
  await writeFile(join(home, 'config/gtk-3.0/gtk.css'), smallToolbar);
  // What a page hears as prefers-reduced-motion.
  await writeFile(join(home, 'config/gtk-3.0/settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
  const display = await startDisplay();
  const port = await freePort();
  const server = `http://127.0.0.1:${port}`;
  const driver = await startAndAsk('WebKitWebDriver', [`--port=${port}`], `${server}/status`, {
    DISPLAY: display.name,
    // Nothing of the person who runs the tests is read or written.
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CACHE_HOME: join(home, 'cache'),
    // In a container its sandbox cannot be made; it opens nothing but this project's own pages.
    ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
  });
  const session = await openClassicSession(server, {
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  });
  return {
    ...session,
    close: async () => {
      await session.close();
      await driver.stop();
      await display.stop();
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
