import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { serveHosts, startHosts, strictPolicy, type Hosts } from './hosts.js';
import { violations } from './open-page.js';

let hosts: Hosts;

test.beforeAll(async ({ baseURL }) => {
  hosts = await serveHosts(new URL(baseURL ?? '').origin);
});
test.afterAll(() => hosts.close());

/** Everything the page's own policy or the network refused, and every address asked for. */
function watch(page: Page) {
  const refused: string[] = [];
  const asked = new Set<string>();
  page.on('console', (message) => {
    if (/Content Security Policy|Refused|CORS/i.test(message.text())) refused.push(message.text());
  });
  page.on('pageerror', (error) => refused.push(error.message));
  page.on('request', (request) => asked.add(new URL(request.url()).origin));
  return { refused, asked };
}

const canvas = (page: Page, index = 0) => page.locator('mizumichi-map').nth(index).locator('canvas');

test('a plain page under a strict policy gets map, answer, legend, source and limits', async ({
  page,
  baseURL,
}) => {
  const { refused, asked } = watch(page);
  await page.goto(`${hosts.origin}/plain.html`);
  const map = page.locator('mizumichi-map');
  await expect(map.getByTestId('centre')).toHaveText('中部水処理センター');
  await expect(map.getByRole('heading', { name: 'うちの水はどこへ？' })).toBeVisible();
  await expect(map.getByRole('group', { name: '凡例' })).toContainText('処理区');
  const foot = map.getByRole('region', { name: /出典と注意|Source and limits/ });
  await expect(foot).toContainText('福岡市の下水道 令和7年度版');
  await expect(foot).toContainText('2025年3月31日時点');
  await expect(foot).toContainText('水防法のハザードマップでもありません');
  await expect(canvas(page)).toBeVisible();
  await expect(map.getByText('地図を準備しています')).toBeHidden({ timeout: 40_000 });
  expect(refused).toEqual([]);
  expect([...asked].filter((origin) => origin !== 'null').sort()).toEqual(
    [hosts.origin, new URL(baseURL ?? '').origin].sort(),
  );
  await test.step('neither page’s styles reach the other', async () => {
    const limits = page
      .locator('mizumichi-map')
      .getByRole('region', { name: /出典と注意|Source and limits/ })
      .locator('p')
      .last();
    await expect(limits).toBeVisible();
    const style = await page
      .locator('mizumichi-map')
      .getByText('水防法')
      .evaluate((element) => {
        const { color, textTransform, letterSpacing, fontFamily } = getComputedStyle(element);
        return { color, textTransform, letterSpacing, fontFamily };
      });
    expect(style).toMatchObject({ color: 'rgb(26, 26, 26)', textTransform: 'none', letterSpacing: 'normal' });
    expect(style.fontFamily).not.toContain('serif,');
    const accent = await page
      .locator('mizumichi-map')
      .getByRole('link', { name: /大きな地図/ })
      .evaluate((link) => getComputedStyle(link).color);
    expect(accent).toBe('rgb(122, 31, 92)');
    expect(await page.locator('#before').evaluate((link) => getComputedStyle(link).fontFamily)).toBe('serif');
  });
  await test.step('the keyboard goes in and comes out again', async () => {
    await page.locator('#before').focus();
    const stops: string[] = [];
    for (let press = 0; press < 30; press++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const outer = document.activeElement;
        const inner = outer?.shadowRoot?.activeElement;
        return outer?.id === 'after'
          ? 'after'
          : (inner?.tagName.toLowerCase() ?? outer?.tagName.toLowerCase() ?? '');
      });
      stops.push(stop);
      if (stop === 'after') break;
    }
    expect(stops).toContain('canvas');
    expect(stops).toContain('input');
    expect(stops.at(-1)).toBe('after');
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MIZUMICHI-MAP');
  });
  await test.step('events tell what the reader does', async () => {
    const event = (type: string) => page.locator(`#events [data-type="${type}"]`);
    await expect(event('ready')).toContainText(/"dataVersion":"[0-9a-f]{12}"/);
    await expect(event('report')).toContainText('"centre":"中部水処理センター"');
    await page.locator('mizumichi-map').getByRole('checkbox', { name: '水処理センター' }).uncheck();
    await expect(event('layerschange')).toHaveText('[{"id":"treatment-districts","opacity":0.6}]');
  });
});

test('nothing is cut and axe is content at every width', async ({ page }, info) => {
  await page.goto(`${hosts.origin}/plain.html`);
  const map = page.locator('mizumichi-map');
  for (const width of [280, 390, 800])
    await test.step(`${width} px`, async () => {
      await page.setViewportSize({ width: width + 32, height: 900 });
      await expect(map.getByTestId('centre')).toBeVisible();
      await expect(canvas(page)).toBeVisible();
      const cut = await map.evaluate((element) => {
        const { left, right } = element.getBoundingClientRect();
        return [...(element.shadowRoot?.querySelectorAll('.legend *, .foot *') ?? [])].filter((part) => {
          const box = part.getBoundingClientRect();
          return !part.matches('.visually-hidden') && (box.left < left || box.right > right + 0.5);
        }).length;
      });
      expect(cut).toBe(0);
      expect(await violations(page, 'mizumichi-map')).toEqual([]);
      await map.screenshot({ path: info.outputPath(`element-${width}.png`) });
    });
});

test('the wheel scrolls the page, not the map', async ({ page }) => {
  await page.goto(`${hosts.origin}/many.html`);
  await expect(canvas(page)).toBeVisible();
  await canvas(page).hover();
  await page.mouse.wheel(0, 600);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(200);
});

test('ten on a page share the workers and keep answering', async ({ page }) => {
  const { refused } = watch(page);
  await page.goto(`${hosts.origin}/many.html`);
  const maps = page.locator('mizumichi-map');
  await expect(maps.nth(0).getByTestId('centre')).toHaveText('Chubu Water Treatment Center');
  for (let index = 0; index < 10; index++) {
    await maps.nth(index).scrollIntoViewIfNeeded();
    await expect(maps.nth(index).getByRole('region', { name: /出典と注意|Source and limits/ })).toBeVisible();
    await expect(canvas(page, index)).toBeVisible();
  }
  const names = page.workers().map((worker) => worker.url());
  // One for answers, one for labels, one for the map engine: not ten of each.
  expect(names.length).toBeLessThanOrEqual(4);
  const live = await maps.evaluateAll(
    (all) => all.filter((map) => map.shadowRoot?.querySelector('canvas')).length,
  );
  expect(live).toBeLessThanOrEqual(9);
  await maps.nth(0).scrollIntoViewIfNeeded();
  await expect(canvas(page, 0)).toBeVisible();
  expect(refused).toEqual([]);
});

test.describe('in a framework', () => {
  let built: Hosts;
  test.beforeAll(async ({ baseURL }, info) => {
    const out = join(import.meta.dirname, `../../.cache/hosts-${info.workerIndex}-built`);
    built = await startHosts(new URL(baseURL ?? '').origin, out);
  });
  test.afterAll(() => built.close());

  for (const framework of ['react', 'vue', 'svelte'])
    test(`${framework} sets properties, hears events and calls methods`, async ({ page }) => {
      await page.goto(`${built.origin}/${framework}.html`);
      await expect(page.locator('#version')).toHaveText(/^[0-9a-f]{12}$/);
      const legend = page.locator('mizumichi-map').getByRole('group', { name: '凡例' });
      await expect(legend).toContainText('処理区（7区）');
      await page.locator('#change').click();
      await expect(legend).toContainText('雨水整備レインボープラン');
      await expect(legend).not.toContainText('処理区（7区）');
      await page.locator('#ask').click();
      await expect(page.locator('#answer')).toHaveText('中部水処理センター');
    });
});

test('where workers are forbidden the words stand, and the page answers by itself', async ({
  page,
  baseURL,
}) => {
  const map = new URL(baseURL ?? '').origin;
  const policy = strictPolicy(map).replace(/worker-src [^;]+/, "worker-src 'none'");
  const strict = await serveHosts(map, policy);
  try {
    await page.goto(`${strict.origin}/plain.html`);
    const shown = page.locator('mizumichi-map');
    await expect(shown.getByRole('group', { name: '凡例' })).toContainText('処理区');
    await expect(shown.getByRole('region', { name: /出典と注意|Source and limits/ })).toContainText('水防法');
    await expect(shown.locator('.answer').first()).toContainText('中部水処理センター');
  } finally {
    await strict.close();
  }
});

test('where the parts cannot be loaded the fallback stays', async ({ page, baseURL }) => {
  const map = new URL(baseURL ?? '').origin;
  await page.addInitScript(() =>
    document.addEventListener('fail', () => document.documentElement.setAttribute('data-failed', ''), true),
  );
  await page.route(`${map}/element/parts/draw-*`, (route) => route.abort());
  await page.goto(`${hosts.origin}/plain.html`);
  await expect(page.locator('html[data-failed]')).toHaveCount(1);
  await expect(page.locator('#fallback')).toBeVisible();
});
