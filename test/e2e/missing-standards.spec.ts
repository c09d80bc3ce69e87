/** A browser that lacks what every supported one has: each surface degrades, and never "could not load". */
import { expect, test, type Page } from '@playwright/test';
import { serveHosts, type Hosts } from './hosts.js';
import { withoutMap } from './open-page.js';

let hosts: Hosts;
test.beforeAll(async ({ baseURL }) => {
  hosts = await serveHosts(new URL(baseURL ?? '').origin);
});
test.afterAll(() => hosts.close());

/** What is taken away before anything of the page runs. */
const missing: Record<string, () => void> = {
  'no Worker': () => {
    Reflect.deleteProperty(window, 'Worker');
  },
  'a Worker that cannot be made': () => {
    window.Worker = class {
      constructor() {
        throw new DOMException('denied', 'SecurityError');
      }
    } as unknown as typeof Worker;
  },
  'a Worker that never starts': () => {
    window.Worker = class extends EventTarget {
      constructor() {
        super();
        setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'refused' })));
      }
      postMessage() {
        // nobody hears
      }
      terminate() {
        // nothing to end
      }
    } as unknown as typeof Worker;
  },
  'no Trusted Types': () => {
    Reflect.deleteProperty(window, 'trustedTypes');
  },
  'Trusted Types that refuse a policy': () => {
    const types = (window as unknown as { trustedTypes: object }).trustedTypes;
    Object.getPrototypeOf(types).createPolicy = () => {
      throw new TypeError('a policy of this name exists');
    };
  },
  // Together, where no part of the page could do without one only because another is missing too.
  'no list of languages, no matchMedia, no stores': () => {
    Object.defineProperty(navigator, 'languages', { value: undefined });
    Object.defineProperty(navigator, 'language', { value: undefined });
    Object.defineProperty(window, 'matchMedia', { value: undefined, writable: true });
    for (const name of ['indexedDB', 'sessionStorage', 'localStorage', 'caches'])
      Object.defineProperty(window, name, { value: undefined });
  },
  'languages that are none, no observers': () => {
    Object.defineProperty(navigator, 'languages', { value: [] });
    Object.defineProperty(navigator, 'language', { value: 'C' });
    for (const name of ['ResizeObserver', 'IntersectionObserver'])
      Object.defineProperty(window, name, { value: undefined, writable: true });
  },
  'no service worker, locks, channel or permissions, no subtle digest, no random names': () => {
    for (const name of ['serviceWorker', 'locks', 'permissions', 'clipboard', 'geolocation', 'storage'])
      Object.defineProperty(navigator, name, { value: undefined });
    Object.defineProperty(window, 'BroadcastChannel', { value: undefined });
    for (const name of ['subtle', 'randomUUID']) Object.defineProperty(crypto, name, { value: undefined });
  },
  'no measures, no segments, no idle time': () => {
    for (const name of ['measure', 'mark', 'getEntriesByName'])
      Object.defineProperty(performance, name, { value: undefined });
    Object.defineProperty(Intl, 'Segmenter', { value: undefined });
    Object.defineProperty(window, 'requestIdleCallback', { value: undefined });
  },
};

/** Opens it and finds the answer for 天神. */
const surfaces: Record<string, (page: Page) => Promise<void>> = {
  'the page': async (page) => {
    await page.goto('#/?p=130.4017,33.5902');
    await expect(page.getByTestId('centre')).toHaveText('中部水処理センター');
    await expect(page.getByTestId('data-problem')).toHaveCount(0);
  },
  'the embed': async (page) => {
    await page.goto('embed.html#/?p=130.4017,33.5902&report=1');
    await expect(page.locator('.answer').first()).toContainText('中部水処理センター');
  },
  'the element': async (page) => {
    await page.goto(`${hosts.origin}/plain.html`);
    await expect(page.locator('mizumichi-map').getByTestId('centre')).toHaveText('中部水処理センター');
  },
};

/** Where a browser lacks them it enforces none: a page under their rule, with the means taken away, is no browser's. */
const trustedTypes = ['no Trusted Types', 'Trusted Types that refuse a policy'];

for (const [surface, answers] of Object.entries(surfaces))
  test.describe(surface, () => {
    for (const [what, take] of Object.entries(missing).filter(([name]) => !trustedTypes.includes(name)))
      test(`answers with ${what}`, async ({ page }) => {
        const errors: string[] = [];
        page.on('pageerror', ({ message }) => errors.push(message));
        await withoutMap(page);
        await page.addInitScript(take);
        await answers(page);
        await expect(page.locator('#cannot-start')).toHaveCount(0);
        expect(errors).toEqual([]);
      });
  });

test.describe('without the rule of Trusted Types', () => {
  test.use({ bypassCSP: true });
  test('the page answers without them, and where they refuse a policy', async ({ page, context }) => {
    for (const what of trustedTypes) {
      const tab = what === trustedTypes[0] ? page : await context.newPage();
      await withoutMap(tab);
      await tab.addInitScript(missing[what]!);
      await surfaces['the page']!(tab);
    }
  });

  test('the embed answers without them; where they refuse a policy its tables stand and it says so', async ({
    page,
    context,
  }) => {
    await withoutMap(page);
    await page.addInitScript(missing['no Trusted Types']!);
    await surfaces['the embed']!(page);
    const refused = await context.newPage();
    await refused.addInitScript(missing['Trusted Types that refuse a policy']!);
    await refused.goto('embed.html#/?p=130.4017,33.5902&report=1');
    await expect(refused.locator('#cannot-start')).toContainText('Part of the page could not be loaded');
    await expect(refused.getByRole('cell', { name: '中部水処理センター' })).toBeVisible();
  });
});
