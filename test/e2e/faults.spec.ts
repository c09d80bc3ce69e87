import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import { openFaultProxy } from './fault-proxy.js';
import { matrixRows, type MatrixId } from './fault-table.js';
import { card, chooseTown, levels, mapDrawn, openPage, withoutMap } from './open-page.js';
import { alignment, zoneTwoDrawing } from './tools-files.js';

const cityHall = '#/?p=130.4017,33.5902';
/** The answer for 天神 is the right one, whole. */
async function answersTenjin(page: Page): Promise<void> {
  await card(page);
  await expect(page.getByTestId('centre')).toHaveText('中部水処理センター');
  await expect(levels(page)).toHaveText(['79.5', '59.1']);
}
/** Another question, another answer: the page is alive. */
async function asksElsewhere(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = '#/?p=130.42,33.59'));
  await expect(page.locator('#report-title')).toContainText('博多区');
  await expect(page.getByTestId('centre')).toHaveText('中部水処理センター');
}
const missing = { status: 404, contentType: 'text/plain', body: 'not here' };

/** Pages through a server that falls silent when it is told to; they take so many seconds for silence. */
async function throughProxy(
  baseURL: string,
  test: (proxy: Awaited<ReturnType<typeof openFaultProxy>>) => Promise<void>,
  seconds = 2,
): Promise<void> {
  const proxy = await openFaultProxy(baseURL, seconds);
  try {
    await test(proxy);
  } finally {
    await proxy.close();
  }
}
interface World {
  page: Page;
  context: BrowserContext;
  baseURL: string;
}

const provoke: Record<MatrixId, (world: World) => Promise<void>> = {
  'offline-mid-use': async ({ page, context }) => {
    await withoutMap(page);
    await openPage(page, cityHall);
    await answersTenjin(page);
    await context.setOffline(true);
    await expect(page.getByTestId('offline')).toContainText(/オフラインです。データは.*時点のものです/);
    await asksElsewhere(page);
  },

  'slow-2g': async ({ page, baseURL }) => {
    await withoutMap(page);
    const faultProxy = await openFaultProxy(baseURL);
    faultProxy.slow({ path: /^\/tiles\//, bytesPerSecond: 6_000, waitMilliseconds: 2_000 });
    try {
      await page.goto(`${faultProxy.origin}/${cityHall}`);
      const progress = page.getByRole('progressbar');
      await expect(progress).toBeVisible();
      await expect.poll(() => progress.getAttribute('value').then(Number)).toBeGreaterThan(0);
      await expect(page.getByTestId('centre')).toHaveCount(0);
      faultProxy.slow(null);
      await answersTenjin(page);
      await expect(progress).toHaveCount(0);
    } finally {
      await faultProxy.close();
    }
  },

  'no-data-at-all': async ({ page }) => {
    await withoutMap(page);
    await page.route('**/tiles/**', (route) => route.abort('namenotresolved'));
    await openPage(page, cityHall);
    const problem = page.getByTestId('data-problem');
    // Every layer of the city and the list of names.
    for (const title of ['重点33地区', '処理区', '内水浸水想定区域', '住所と施設の検索'])
      await expect(problem).toContainText(title);
    await expect(problem.getByRole('listitem').first()).toContainText('通信できません');
    await expect(page.locator('#report-title')).toHaveText('市内かどうか、わかりません');
    await expect(page.getByText('福岡市の陸地の外です')).toHaveCount(0);
    await page.unroute('**/tiles/**');
    await problem.getByRole('button', { name: '再読み込み' }).click();
    await answersTenjin(page);
  },

  'files-damaged': async ({ page }) => {
    await withoutMap(page);
    const json = { status: 200, contentType: 'application/json' };
    const damaged = {
      'priority-districts': { ...missing },
      shelters: { ...missing, status: 500 },
      ponds: { ...json, body: '{"type":"FeatureCollection","features":[{"ty' },
      'pump-stations': { ...json, contentType: 'text/html', body: '<!doctype html><title>error</title>' },
      // Well-formed, and of no version that was ever built.
      'inundation-zones': { ...json, body: '{"type":"FeatureCollection","features":[]}' },
    };
    for (const [id, answer] of Object.entries(damaged))
      await page.route(`**/tiles/${id}.geojson*`, (route) => route.fulfill(answer));
    await openPage(page, cityHall);
    await answersTenjin(page);
    const problems = page.getByTestId('data-problem').getByRole('listitem');
    await expect(problems).toHaveCount(Object.keys(damaged).length);
    await expect(problems.filter({ hasText: '内水浸水想定区域' })).toContainText(
      '公開したときのファイルと中身が違います',
    );
    await expect(
      page.getByText(/「雨水整備Doプラン2026 重点33地区」のデータを読めなかったため、この部分はわかりません/),
    ).toBeVisible();
    await expect(page.getByText(/「内水浸水想定区域[^」]*」のデータを読めなかったため/)).toBeVisible();
    await expect(page.getByText('2つの内水浸水想定区域')).toHaveCount(0);
  },

  'manifest-missing': async ({ page }) => {
    await withoutMap(page);
    await page.route('**/tiles/manifest.json*', (route) => route.fulfill(missing));
    await openPage(page, cityHall);
    await answersTenjin(page);
    await expect(page.getByTestId('data-problem')).toHaveCount(0);
    await page.evaluate(() => (location.hash = '#/tables?layer=priority-districts'));
    await expect(page.getByRole('row').nth(3)).toBeVisible();
  },

  'worker-crash': async ({ page }) => {
    await withoutMap(page);
    await openPage(page, cityHall);
    await answersTenjin(page);
    await page.route('**/tiles/**', (route) => route.abort());
    const thread = page.workers().find((worker) => /\/worker-[^/]+\.js/.test(worker.url()));
    expect(thread).toBeDefined();
    const replaced = page.waitForEvent('worker');
    await thread?.evaluate(
      () =>
        void setTimeout(() => {
          throw new Error('broken on purpose');
        }),
    );
    await asksElsewhere(page);
    await replaced;
    await expect(page.getByTestId('data-problem')).toHaveCount(0);
  },

  'program-part-missing': async ({ page }) => {
    await page.route(/\/assets\/page-[^/]+\.js/, (route) => route.fulfill(missing));
    await page.goto('#/');
    const words = page.getByRole('alert');
    await expect(words).toContainText('ページの一部を読み込めませんでした');
    await expect(words).toContainText('Part of the page could not be loaded');
    await page.unroute(/\/assets\/page-[^/]+\.js/);
    await words.getByRole('button', { name: '再読み込み' }).click();
    await expect(page.locator('main')).toBeVisible();
  },

  'old-browser': async ({ page }) => {
    await page.addInitScript(() => {
      delete (window as { structuredClone?: unknown }).structuredClone;
    });
    await page.route(/\/assets\/.*\.js/, (route) => route.abort());
    await page.goto('#/');
    const words = page.getByRole('alert');
    await expect(words).toContainText('このブラウザーは古いため');
    await expect(words).toContainText('too old for the map');
    await expect(words.getByRole('link', { name: '092-711-4428' })).toHaveAttribute(
      'href',
      'tel:+81927114428',
    );
    await words.getByRole('link', { name: /地図のない一覧/ }).click();
    await expect(page.getByRole('cell', { name: '中部水処理センター' })).toBeVisible();
  },

  'webgl-lost': async ({ page }) => {
    // Two maps are drawn in software.
    test.slow();
    await openPage(page, cityHall);
    await mapDrawn(page);
    await page
      .locator('#map canvas')
      .evaluate((canvas: HTMLCanvasElement) =>
        canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext(),
      );
    await expect(page.getByRole('heading', { name: '地図を読み込めませんでした' })).toBeVisible();
    await asksElsewhere(page);
    await page.getByRole('button', { name: 'もう一度試す' }).click();
    await mapDrawn(page);
  },

  'indexeddb-blocked': async ({ page }) => {
    await withoutMap(page);
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError');
      };
    });
    await openPage(page, '#/tools');
    await expect(page.getByText('このブラウザの設定では作業を保存できません')).toBeVisible();
    await page.getByLabel('ファイルを選ぶ').setInputFiles([alignment()]);
    await expect(page.getByRole('article', { name: 'alignment', exact: true })).toBeVisible();
    await page.evaluate((hash) => (location.hash = hash), cityHall);
    await answersTenjin(page);
  },

  'indexeddb-full': async ({ page }) => {
    await withoutMap(page);
    await openPage(page, '#/tools');
    await expect(page.getByRole('tablist', { name: '作業の種類' })).toBeVisible();
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await page.getByLabel('ファイルを選ぶ').setInputFiles([alignment()]);
    await expect(page.getByRole('article', { name: 'alignment', exact: true })).toBeVisible();
    await expect(page.getByText('端末の空きが足りず、作業を保存できませんでした')).toBeVisible();
    await page.evaluate((hash) => (location.hash = hash), cityHall);
    await answersTenjin(page);
  },

  'localstorage-denied': async ({ page }) => {
    await withoutMap(page);
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await openPage(page, cityHall);
    await answersTenjin(page);
    await page.evaluate(() => (location.hash = '#/?p=130.4017,33.5902&lang=en'));
    await expect(page.getByTestId('centre')).toHaveText(/Chubu/);
  },

  'clock-wrong': async ({ page }) => {
    await withoutMap(page);
    await page.clock.setFixedTime(new Date('1987-06-29T07:43:00+09:00'));
    await openPage(page, cityHall);
    await answersTenjin(page);
    await expect(page.getByText(/データ版 .*2025年/)).toBeVisible();
    await expect(page.getByText('1987年')).toHaveCount(0);
  },

  'update-mid-session': async ({ page, context, baseURL }) => {
    await withoutMap(page);
    const faultProxy = await openFaultProxy(baseURL);
    const version = (each: Page) => each.locator('article').getByText(/データ版/);
    const update = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        await registration.update().catch(() => undefined);
        const installing = registration.installing;
        if (!installing) return registration.waiting ? 'waiting' : 'none';
        await new Promise<void>((resolve) => {
          const done = () => installing.state !== 'installing' && resolve();
          installing.addEventListener('statechange', done);
          done();
        });
        return installing.state;
      });
    try {
      await openPage(page, `${faultProxy.origin}/${cityHall}`);
      await expect(page.getByTestId('offline-ready')).toBeVisible({ timeout: 60_000 });
      await answersTenjin(page);
      const other = await context.newPage();
      await withoutMap(other);
      await openPage(other, `${faultProxy.origin}/${cityHall}`);
      await answersTenjin(other);

      const manifest = await (await fetch(`${faultProxy.origin}/tiles/manifest.json`)).text();
      const newer = Buffer.from(
        manifest.replace(/"dataVersion": ?"[0-9a-f]{12}"/, '"dataVersion":"feedfeedfeed"'),
      );
      faultProxy.publish(new Map([['/tiles/manifest.json', newer]]));
      // On its way one file is cut: the set is not taken, and nobody is told of it.
      faultProxy.change(new Map([['/tiles/manifest.json', newer.subarray(0, 400)]]));
      expect(await update()).toBe('redundant');
      await expect(page.getByTestId('update')).toHaveCount(0);
      await page.reload();
      await answersTenjin(page);
      await expect(version(page)).not.toContainText('feedfeedfeed');

      faultProxy.change(new Map([['/tiles/manifest.json', newer]]));
      expect(await update()).toMatch(/waiting|installed/);
      await page.getByTestId('update').getByRole('button', { name: 'いま更新する' }).click();
      await expect(version(page)).toContainText('feedfeedfeed');
      await answersTenjin(page);
      await expect(other.getByTestId('update')).toContainText('別の画面で新しい版になりました');
      await asksElsewhere(other);
      await expect(version(other)).not.toContainText('feedfeedfeed');
      await other.getByTestId('update').getByRole('button', { name: '読み込み直す' }).click();
      await expect(version(other)).toContainText('feedfeedfeed');
    } finally {
      await faultProxy.close();
    }
  },

  'back-forward': async ({ baseURL }) => {
    const { executablePath, args } = test.info().project.use.launchOptions ?? {};
    const browser = await chromium.launch({
      ...(executablePath && { executablePath }),
      ...(args && { args }),
      // Playwright switches the cache off by itself.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    try {
      const page = await browser.newPage({ baseURL, locale: 'ja-JP', serviceWorkers: 'block' });
      await withoutMap(page);
      await openPage(page, cityHall);
      await answersTenjin(page);
      await page.goto('embed.html');
      // Playwright's own goBack waits for a load that a page out of the cache never has.
      await page.evaluate(() => history.back()).catch(() => undefined);
      await answersTenjin(page);
      await asksElsewhere(page);
    } finally {
      await browser.close();
    }
  },

  'tab-frozen': async ({ page, context }) => {
    await withoutMap(page);
    await openPage(page, cityHall);
    await answersTenjin(page);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
    await devtools.send('Page.setWebLifecycleState', { state: 'active' });
    await answersTenjin(page);
    await asksElsewhere(page);
  },

  'stalled-data': async ({ page, baseURL }) => {
    await withoutMap(page);
    await throughProxy(baseURL, async (proxy) => {
      proxy.silent({ path: /^\/tiles\/(shelters\.geojson|search\.json)/, after: 'half' });
      await page.goto(`${proxy.origin}/${cityHall}`);
      await answersTenjin(page);
      const problem = page.getByTestId('data-problem');
      const problems = problem.getByRole('listitem');
      await expect(problems).toHaveCount(2);
      for (const title of [/避難/, '住所と施設の検索'])
        await expect(problems.filter({ hasText: title })).toContainText('途中から何も届かなくなりました');
      await expect(page.getByText(/「[^」]*避難[^」]*」のデータを読めなかったため/)).toBeVisible();
      proxy.silent(null);
      await problem.getByRole('button', { name: '再読み込み' }).click();
      await answersTenjin(page);
      await expect(page.getByRole('progressbar')).toHaveCount(0);
      await expect(problem).toHaveCount(0);
    });
  },

  'stalled-part': async ({ page, baseURL }) => {
    await withoutMap(page);
    await throughProxy(baseURL, async (proxy) => {
      // What cuts areas: the town's share is not known, and the next question knows it.
      proxy.silent({ path: /\/shared-area-/, after: 'half' });
      await openPage(page, `${proxy.origin}/#/`);
      await page.getByRole('tab', { name: '一覧・座標' }).click();
      await chooseTown(page, '博多区', '博多駅中央街');
      await expect(page.getByText(/の全体がどの処理区に入るかは、分かりません/)).toBeVisible();
      proxy.silent(null);
      await asksElsewhere(page);
      await page.getByRole('tab', { name: '一覧・座標' }).click();
      await chooseTown(page, '博多区', '博多駅中央街');
      await expect(page.getByText(/は全体が.*です。|に分かれています/)).toBeVisible();

      // A page of its own, and its style sheet.
      for (const path of [/\/OtherPages-[^/]*\.js/, /\/OtherPages-[^/]*\.css/]) {
        proxy.silent({ path, after: 'headers' });
        await page.goto(`${proxy.origin}/#/about`);
        await page.reload();
        const failed = page.getByTestId('part-failed');
        await expect(failed).toContainText('この部分を読み込めませんでした');
        proxy.silent(null);
        await failed.getByRole('button', { name: 'もう一度試す' }).click();
        await expect(page.getByRole('heading', { level: 1, name: 'データについて' })).toBeVisible();
        await expect(failed).toHaveCount(0);
      }

      // The words of another language.
      proxy.silent({ path: /\/ko-/, after: 'half' });
      await page.goto(`${proxy.origin}/${cityHall}&lang=ko`);
      await page.reload();
      const missingWords = page.getByTestId('words-missing');
      await expect(missingWords).toContainText('한국어の文を読み込めませんでした');
      await answersTenjin(page);
      proxy.silent(null);
      await missingWords.getByRole('button', { name: 'もう一度試す' }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
      await expect(missingWords).toHaveCount(0);
    });
  },

  'stalled-page-script': async ({ page, baseURL }) => {
    await withoutMap(page);
    await throughProxy(baseURL, async (proxy) => {
      proxy.silent({ path: /\/assets\/page-[^/]+\.js/, after: 'half' });
      await page.goto(`${proxy.origin}/${cityHall}`, { waitUntil: 'commit' });
      const words = page.getByRole('alert');
      await expect(words).toContainText('ページの一部がまだ届いていません');
      await expect(words).toContainText('Part of the page has not come yet');
      proxy.silent(null);
      await words.getByRole('button', { name: '再読み込み' }).click();
      await answersTenjin(page);
      await expect(page.locator('#cannot-start')).toHaveCount(0);

      const style = { path: /\/assets\/page-[^/]+\.css(?!.*again)/, after: 'half' } as const;
      proxy.silent(style);
      await page.goto(`${proxy.origin}/?bare${cityHall}`, { waitUntil: 'commit' });
      await answersTenjin(page);
      await expect(page.locator('#cannot-start')).toContainText('見た目の部品がまだ届いていません');
      proxy.silent(null);
      await page.locator('#cannot-start').getByRole('button', { name: '再読み込み' }).click();
      await answersTenjin(page);
      await expect(page.locator('#cannot-start')).toHaveCount(0);
    });
  },

  'stalled-tools': async ({ page, baseURL }) => {
    // 40 MB are read through the proxy, which takes them whole before it sends any.
    test.slow();
    await withoutMap(page);
    await throughProxy(
      baseURL,
      async (proxy) => {
        await openPage(page, `${proxy.origin}/#/tools`);
        const choose = page.getByLabel('ファイルを選ぶ');
        const problem = page.getByText(/変換プログラムを読み込めませんでした/);
        await choose.setInputFiles([alignment()]);
        await expect(page.getByRole('article', { name: 'alignment', exact: true })).toBeVisible();
        proxy.silent({ path: /\/gdal3WebAssembly-[^/]*\.wasm/, after: 'half' });
        await choose.setInputFiles([zoneTwoDrawing()]);
        await expect(problem).toBeVisible();
        await expect(page.getByRole('article', { name: 'alignment', exact: true })).toBeVisible();
        proxy.silent(null);
        await choose.setInputFiles([zoneTwoDrawing()]);
        await expect(page.getByRole('heading', { name: '「zone2」の座標系を選んでください' })).toBeVisible();
      },
      8,
    );
  },

  'stalled-embed': async ({ page, baseURL }) => {
    await withoutMap(page);
    await throughProxy(baseURL, async (proxy) => {
      proxy.silent({ path: /\/assets\/embed-(ja|easy|en|zh|ko)-/, after: 'half' });
      await page.goto(`${proxy.origin}/embed.html#/?report=1`, { waitUntil: 'commit' });
      await expect(page.getByRole('alert')).toContainText('Part of the page could not be loaded');
      await expect(page.getByRole('cell', { name: '中部水処理センター' })).toBeVisible();
      proxy.silent(null);
      await page.getByRole('button', { name: '再読み込み' }).click();
      await expect(page.getByText('地図を押すと、その場所を担当する')).toBeVisible();
    });
  },

  'stalled-store': async ({ page, baseURL }) => {
    await withoutMap(page);
    // Its pages as they are: one that was changed is not stored.
    const proxy = await openFaultProxy(baseURL);
    try {
      proxy.silent({ path: /^\/icon-192\.png/, after: 'half' });
      await openPage(page, `${proxy.origin}/${cityHall}`);
      await answersTenjin(page);
      await expect.poll(() => proxy.asked).toContain('/icon-192.png');
      await asksElsewhere(page);
      await page.reload();
      await answersTenjin(page);
      await expect(page.getByTestId('offline-ready')).toHaveCount(0);
    } finally {
      await proxy.close();
    }
  },
};

const stored = new Set<MatrixId>(['update-mid-session', 'stalled-store']);
for (const row of matrixRows.filter(({ id }) => !stored.has(id))) {
  test(row.fault, async ({ page, context, baseURL }) => {
    await provoke[row.id]({ page, context, baseURL: baseURL ?? '' });
  });
}

test.describe('with the service worker', () => {
  test.use({ serviceWorkers: 'allow' });
  for (const row of matrixRows.filter(({ id }) => stored.has(id))) {
    test(row.fault, async ({ page, context, baseURL }) => {
      test.slow();
      await provoke[row.id]({ page, context, baseURL: baseURL ?? '' });
    });
  }
});
