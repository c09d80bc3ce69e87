/** A page that pins the element's module runs none of its scripts changed: docs/decisions/0010. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { partsIn } from '../../build/element-parts.js';
import type { PartsOfElement } from '../../src/embed/element/parts-registry.js';
import { serveAltered, serveHost, trace, type AlteredElements } from './altered-element.js';
import { builtFiles, dist } from './built-files.js';
import { strictPolicy } from './hosts.js';

const parts = partsIn(join(dist, 'element'));
const content = (file: string) => readFileSync(join(dist, 'element', file), 'utf8');
const integrity = content('integrity.txt').trim();
let elements: AlteredElements;
test.beforeAll(async () => {
  elements = await serveAltered();
});
test.afterAll(() => elements.close());

/** A page elsewhere under the policy that the manual asks for, and what it holds. */
async function openHost(page: Page, body: string, map = elements.origin): Promise<void> {
  const { origin, close } = await serveHost(body, strictPolicy(map));
  await page.goto(origin);
  close();
}
const pinned = (folder: string) =>
  `<script type="module" integrity="${integrity}" crossorigin="anonymous" src="${folder}mizumichi-map.js"></script>`;

test('the module names every script of the element with its sum, and imports nothing itself', () => {
  const scripts = builtFiles.flatMap((file) => /^element\/(.+\.js)$/.exec(file)?.[1] ?? []);
  expect(Object.keys(parts).sort()).toEqual(scripts.filter((file) => file !== 'mizumichi-map.js').sort());
  const module = content('mizumichi-map.js');
  for (const [file, { integrity: sum }] of Object.entries(parts)) {
    expect(module).toContain(file);
    expect(module, file).toContain(sum);
  }
  expect(module).not.toMatch(/\bfrom\s*["'`]|^import\s*["'`{*]|[;}]import\s*["'`{*]/);
  expect(integrity).toBe(`sha384-${createHash('sha384').update(module).digest('base64')}`);
  // Nobody but the module imports by name, and no worker is started past it.
  for (const file of Object.keys(parts)) expect(content(file), file).not.toMatch(/\bimport\(\s*["'`]/);
});

test('every script, changed on the server, is refused wherever it is asked for', async ({ page }) => {
  test.setTimeout(180_000);
  await openHost(page, pinned(elements.folder('mizumichi-map.js')));
  expect(await page.evaluate(() => customElements.get('mizumichi-map') !== undefined)).toBe(false);

  await openHost(
    page,
    Object.keys(parts)
      .map((file) => pinned(elements.folder(file)))
      .join(''),
  );
  const cases = Object.entries(parts).map(([file]) => ({
    file,
    folder: elements.folder(file),
    worker: file.startsWith('assets/'),
    // Also when another part, that is as built, imports or starts it.
    users: Object.entries(parts).flatMap(([user, { imports, workers }]) =>
      imports.includes(file) || (workers.includes(file) && !user.includes('draw-element')) ? [user] : [],
    ),
  }));
  const answers = await page.evaluate(async (list) => {
    const registry = (globalThis as unknown as Record<symbol, Map<string, PartsOfElement>>)[
      Symbol.for('mizumichi-map parts')
    ];
    const outcome = (asked: Promise<unknown>) =>
      asked.then(
        () => 'ran',
        (error: unknown) => String(error),
      );
    const found: { file: string; answers: string[] }[] = [];
    for (const { file, folder, worker, users } of list) {
      const element = registry?.get(folder);
      if (!element) return [];
      const asked = [
        worker ? element.copy(file) : element.open(file),
        ...users.slice(0, 2).map((user) => element.open(user)),
      ];
      found.push({ file, answers: await Promise.all(asked.map(outcome)) });
    }
    return found;
  }, cases);
  expect(answers.length).toBeGreaterThan(35);
  for (const { file, answers: given } of answers)
    for (const answer of given) expect(answer, file).toMatch(/did not come|Failed to fetch/);
  expect(await page.evaluate(() => 'ranThoughChanged' in globalThis)).toBe(false);
});

test('as built, each of them runs', async ({ page }) => {
  await openHost(page, pinned(elements.folder(null)));
  const failed = await page.evaluate(
    async ([folder, files]) => {
      const registry = (globalThis as unknown as Record<symbol, Map<string, PartsOfElement>>)[
        Symbol.for('mizumichi-map parts')
      ];
      const element = registry?.get(folder);
      if (!element) return ['the module did not run'];
      const outcomes = await Promise.all(
        files.map((file) =>
          (file.startsWith('assets/') ? element.copy(file) : element.open(file)).then(
            () => null,
            (error: unknown) => `${file}: ${String(error)}`,
          ),
        ),
      );
      return outcomes.filter((each) => each !== null);
    },
    [elements.folder(null), Object.keys(parts)] as const,
  );
  expect(failed).toEqual([]);
});

test('with a part changed the words of the page stay; with the worker changed, those of the map', async ({
  page,
  baseURL,
}) => {
  const map = new URL(baseURL ?? '').origin;
  const element = `<script type="module" integrity="${integrity}" crossorigin="anonymous" src="${map}/element/mizumichi-map.js"></script>
    <mizumichi-map layers="treatment-districts" position="130.4017,33.5902" answers language="ja"><p id="fallback">文章</p></mizumichi-map>`;
  const change = async (name: RegExp) => {
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.route(name, async (route) => {
      const response = await route.fetch();
      const { etag: _, ...headers } = response.headers();
      await route.fulfill({
        headers: { ...headers, 'cache-control': 'no-store' },
        body: trace + (await response.text()),
      });
    });
    await openHost(page, element, map);
  };
  const shown = page.locator('mizumichi-map');
  await change(/element\/parts\/disclose-version/);
  await expect(page.locator('#fallback')).toBeVisible();
  await change(/element\/assets\/worker-/);
  await expect(shown.getByRole('group', { name: '凡例' })).toContainText('処理区');
  await expect(shown.getByText('答えを調べられませんでした')).toBeVisible();
  await change(/element\/assets\/engine-worker/);
  await expect(shown.getByTestId('centre')).toHaveText('中部水処理センター');
  await expect(shown.locator('canvas')).toHaveCount(0);
});
