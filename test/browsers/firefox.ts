import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAndHear } from './child-process.js';
import type { RunningEngine } from './page-driver.js';
import { startDisplay } from './virtual-display.js';
import { openBidiSession } from './webdriver-bidi.js';

/** Nothing is asked of anybody, nothing is shown that a reader would not see in a browser of long standing. */
const preferences: Record<string, string | number | boolean> = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'focusmanager.testmode': true,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'termsofuse.bypassNotification': true,
  'toolkit.telemetry.enabled': false,
  'ui.prefersReducedMotion': 1,
  // Software draws the map where there is no graphics card.
  'webgl.force-enabled': true,
};

/** Firefox, which speaks WebDriver BiDi by itself. */
export async function startFirefox(binary: string): Promise<RunningEngine> {
  const profile = await mkdtemp(join(tmpdir(), 'mizumichi-firefox-'));
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, 'user.js'), lines.join('\n'));
  // Without a window of its own; only what draws for WebGL wants a display.
  const display = await startDisplay();
  const browser = await startAndHear(
    binary,
    ['--profile', profile, '--no-remote', '--headless', '--remote-debugging-port', '0', 'about:blank'],
    /WebDriver BiDi listening on (ws:\S+)/,
    { env: { DISPLAY: display.name, MOZ_CRASHREPORTER_DISABLE: '1' } },
  );
  const session = await openBidiSession(browser.said);
  return {
    ...session,
    close: async () => {
      await session.close();
      await browser.stop();
      await display.stop();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
