/** The engines the journeys run in (docs/browsers.md): where their programs lie and which packages bring them. */
import { existsSync, readdirSync } from 'node:fs';

const webkitHome = 'webkit2gtk-4.1/MiniBrowser';
/** Debian's folders of libraries, by processor. */
const libraries = existsSync('/usr/lib')
  ? readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu'))
  : [];

export const engines = {
  chromium: {
    name: 'Chromium',
    packages: ['chromium'],
    programs: [
      [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
    ],
  },
  firefox: {
    name: 'Firefox ESR',
    packages: ['firefox-esr', 'xvfb'],
    programs: [[process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'], ['/usr/bin/Xvfb']],
  },
  webkit: {
    name: 'WebKitGTK',
    packages: ['webkit2gtk-driver', 'xvfb'],
    programs: [
      libraries.map((library) => `/usr/lib/${library}/${webkitHome}`),
      ['/usr/bin/WebKitWebDriver'],
      ['/usr/bin/Xvfb'],
    ],
  },
};

/** Where the programs of an engine are, the browser first; null where one is lacking. */
export function enginePrograms(id) {
  const found = engines[id].programs.map((places) => places.find((path) => path && existsSync(path)));
  return found.every((path) => path !== undefined) ? found : null;
}
