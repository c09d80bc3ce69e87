import { expect, test, type Page } from '@playwright/test';
import { serveHosts, type Hosts } from './hosts.js';
import { violations } from './open-page.js';

const foot = /出典と注意|Source and limits/;

/** Without this the test would measure a map half drawn. */
async function drawn(page: Page): Promise<void> {
  await expect(page.locator('canvas').first()).toBeVisible();
  await expect(page.getByText('地図を準備しています')).toHaveCount(0, { timeout: 40_000 });
}

/** Waits until a smooth scroll has ended. */
async function stillStanding(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        let last = -1;
        const look = () => {
          if (scrollY === last) done();
          else {
            last = scrollY;
            requestAnimationFrame(() => requestAnimationFrame(look));
          }
        };
        look();
      }),
  );
}

test.describe('embed.html', () => {
  test('shows legend, source, date and limits uncut at every width', async ({ page }, info) => {
    await page.goto('embed.html#/?l=treatment-districts.60,rainbow-plan,treatment-centres&lang=ja');
    for (const [width, height] of [
      [280, 720],
      [390, 640],
      [800, 560],
    ] as const)
      await test.step(`${width} px`, async () => {
        await page.setViewportSize({ width, height });
        await drawn(page);
        const legend = page.getByRole('group', { name: '凡例' });
        const sources = page.getByRole('region', { name: foot });
        await expect(legend).toContainText('新西部');
        await expect(sources).toContainText('福岡市の下水道 令和7年度版 9、22、23、34ページ');
        await expect(sources).toContainText('2025年3月31日時点');
        await expect(sources).toContainText(/データ版 [0-9a-f]{12}/);
        await expect(sources).toContainText('水防法のハザードマップでもありません');
        await expect(sources).toBeInViewport({ ratio: 1 });
        // Nothing is wider than the frame, and no line of the legend or the foot is cut.
        const cut = await page.evaluate(() => {
          const wide = [...document.querySelectorAll('.legend *, .foot *')].filter((element) => {
            const { left, right } = element.getBoundingClientRect();
            return !element.matches('.visually-hidden') && (left < 0 || right > innerWidth + 0.5);
          });
          return { wide: wide.length, page: document.documentElement.scrollWidth - innerWidth };
        });
        expect(cut).toEqual({ wide: 0, page: 0 });
        expect(await violations(page)).toEqual([]);
        await page.screenshot({ path: info.outputPath(`embed-${width}.png`) });
      });
  });

  test('swatches are as faint as the layer', async ({ page }) => {
    await page.goto('embed.html#/?l=treatment-districts');
    const strength = () =>
      page
        .locator('.legend li svg rect[fill-opacity]')
        .first()
        .evaluate((rect) => Number(rect.getAttribute('fill-opacity')));
    await expect(page.locator('.legend li svg').first()).toBeVisible();
    const full = await strength();
    await page.goto('embed.html#/?l=treatment-districts.50');
    await expect.poll(strength).toBeCloseTo(full / 2, 2);
  });

  test('an old link says that the data is newer', async ({ page }) => {
    await page.goto('embed.html#/?l=treatment-districts&v=0123456789ab');
    await expect(page.getByText(/データ版 0123456789ab で作られました/)).toBeVisible();
    const link = page.getByRole('link', { name: /大きな地図/ });
    await expect(link).toHaveAttribute('href', /index\.html#\/\?.*l=treatment-districts.*v=[0-9a-f]{12}$/);
  });

  test('follows its address, and switches languages whole', async ({ page }) => {
    await page.goto('embed.html#/?l=treatment-districts&lang=ja');
    await expect(page.getByRole('group', { name: '凡例' })).toContainText('処理区（7区）');
    for (const [lang, word] of [
      ['en', 'Legend'],
      ['zh', '图例'],
      ['ko', '범례'],
      ['easy', '色と 記号'],
    ] as const) {
      await page.evaluate((hash) => (location.hash = hash), `#/?l=rainbow-plan&lang=${lang}`);
      await expect(page.locator('.legend legend')).toContainText(word);
    }
    await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  });

  test('says the answer for a place chosen by keyboard, and asks nobody but its own server, even when told to', async ({
    page,
    baseURL,
  }) => {
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(new URL(request.url()).origin));
    await page.goto(
      'embed.html#/?l=treatment-districts&b=gsi-photo&c=130.4017,33.5902&z=14&report=1&search=1&lang=ja',
    );
    await drawn(page);
    await expect(page.getByText('指定の一部を使えませんでした: b=gsi-photo')).toBeVisible();
    await page.locator('canvas').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('centre')).toHaveText('中部水処理センター');
    const box = page.getByRole('combobox');
    // The words begin beside the icon, not under it.
    const room = await box.evaluate((input) => {
      const icon = input.parentElement?.querySelector('svg')?.getBoundingClientRect();
      return (
        input.getBoundingClientRect().left +
        parseFloat(getComputedStyle(input).paddingLeft) -
        (icon?.right ?? NaN)
      );
    });
    expect(room).toBeGreaterThanOrEqual(4);
    await box.fill('香椎駅');
    await page.getByRole('option').first().click();
    await expect(page.getByTestId('centre')).not.toHaveText('中部水処理センター');
    expect(await violations(page)).toEqual([]);
    expect([...asked].filter((origin) => origin !== 'null')).toEqual([new URL(baseURL ?? '').origin]);
  });

  test('compares two maps by keyboard', async ({ page }) => {
    await page.goto('embed.html#/?l=rainbow-plan&cl=inundation-zones&c=130.408,33.588&z=13&lang=ja');
    await expect(page.locator('canvas')).toHaveCount(2);
    const divider = page.getByRole('slider', { name: '左右の境目の位置' });
    await divider.focus();
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowLeft');
    await expect(divider).toHaveValue('45');
    await expect(page.getByRole('group', { name: '左側の地図' })).toContainText('レインボープラン');
    await expect(page.getByRole('group', { name: '右側の地図' })).toContainText('内水浸水想定区域');
    await drawn(page);
    expect(await violations(page)).toEqual([]);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('an embed still shows picture, key figures, source and a link', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 640 });
    await page.goto('embed.html');
    await expect(page.getByRole('img')).toBeVisible();
    await expect(page.getByText('1時間59.1mm').first()).toBeVisible();
    await expect(page.getByRole('row', { name: /中部水処理センター/ })).toBeVisible();
    await expect(page.getByText('水防法のハザードマップでもありません')).toBeVisible();
    await expect(page.getByRole('link', { name: 'みずみちで大きな地図を開く' })).toHaveAttribute(
      'href',
      'index.html',
    );
  });
  test('so does the page of a view', async ({ page }) => {
    await page.goto('view/treatment.html');
    await expect(page.getByRole('heading', { name: 'どのセンターが水をきれいにするか' })).toBeVisible();
    await expect(page.getByRole('row', { name: /御笠川浄化センター/ })).toBeVisible();
  });
});

test.describe('stories', () => {
  for (const [width, height] of [
    [280, 640],
    [1200, 800],
  ] as const)
    test(`turn by button, key and scrolling at ${width} px`, async ({ page }, info) => {
      await page.setViewportSize({ width, height });
      await page.goto('embed.html#/story?story=floods-and-protection&lang=ja');
      await drawn(page);
      const current = page.locator('li[aria-current="step"] .scene');
      await expect(current).toHaveText('1999年6月29日');
      await page.keyboard.press('PageDown');
      await expect(current).toHaveText('2003年7月19日');
      await expect(page.getByRole('group', { name: '凡例' })).toContainText('ポンプ場');
      await stillStanding(page);
      await page.getByRole('button', { name: '次へ' }).click();
      await expect(current).toHaveText('2009年7月24日から26日');
      await stillStanding(page);
      await page.getByRole('heading', { name: '2009年7月24日から26日' }).click();
      await page.keyboard.press('End');
      await expect(current).toHaveText('それでも、備えを超える雨');
      await expect(page.getByRole('group', { name: '凡例' })).toContainText('内水浸水想定区域');
      await expect(current).toBeInViewport();
      await stillStanding(page);
      await page.mouse.move(width - 20, height - 30);
      await page.mouse.wheel(0, -20_000);
      await expect(current).toHaveText('1999年6月29日');
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      await page.screenshot({ path: info.outputPath(`story-${width}.png`) });
    });

  test('are told in English, and print whole', async ({ page }) => {
    await page.goto('embed.html#/story?story=where-water-goes&lang=en');
    await expect(page.getByRole('heading', { name: 'Where your water goes' })).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    for (const title of ['One pipe or two', 'Seven treatment centres', 'When it pours'])
      await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Next' })).toBeHidden();
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.byteLength).toBeGreaterThan(20_000);
  });

  test('are listed for those who name none', async ({ page }) => {
    await page.goto('embed.html#/story?lang=ja');
    await page.getByRole('link', { name: '流した水はどこへ行くか' }).click();
    await expect(page.getByRole('heading', { name: '流した水はどこへ行くか' })).toBeVisible();
  });
});

test.describe('the maker', () => {
  test('writes code that shows what was composed', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('embed.html#/maker?lang=ja');
    await drawn(page);
    await page.getByRole('checkbox', { name: '雨水整備レインボープラン' }).first().uncheck();
    await page.getByLabel('見出し').fill('うちの水は <どこ> へ？');
    await page.getByLabel('言語').selectOption({ label: 'English' });
    await expect(page.getByRole('heading', { name: 'うちの水は <どこ> へ？' }).first()).toBeVisible();
    await page
      .getByRole('region', { name: 'iframe' })
      .getByRole('button', { name: 'コードをコピー' })
      .click();
    const code = await page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('checkbox', { name: /integrity/ }).check();
    const built = await page.evaluate(async () => {
      const bytes = await (await fetch('./element/mizumichi-map.js')).arrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));
      return `sha384-${btoa(String.fromCharCode(...digest))}`;
    });
    await expect(page.locator('textarea[aria-labelledby=code-element-title]')).toHaveValue(
      new RegExp(`integrity="${built.replaceAll('+', '\\+')}"`),
    );
    const source = /src="([^"]*)"/.exec(code)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(source).toMatch(/v=[0-9a-f]{12}/);
    await page.goto(source);
    await expect(page.getByRole('heading', { name: 'うちの水は <どこ> へ？' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('group', { name: 'Legend' })).not.toContainText('Rainbow');
  });

  test('saves a picture that carries legend, source and limits, with words for it, and is usable without a mouse', async ({
    page,
  }, info) => {
    await page.goto('embed.html#/maker?lang=ja&l=treatment-districts,inundation-zones');
    await drawn(page);
    await expect(page.getByRole('region', { name: '画像と文章' }).getByRole('textbox')).toHaveValue(
      /中部は中部水処理センター.*下水道が備える水準ではない/,
    );
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '画像を保存' }).click(),
    ]);
    const path = info.outputPath('mizumichi.png');
    await download.saveAs(path);
    const { createReadStream } = await import('node:fs');
    const head: Buffer = await new Promise((done) =>
      createReadStream(path, { end: 24 }).once('data', (data) => done(data as Buffer)),
    );
    expect(head.readUInt32BE(16)).toBe(1200);
    expect(head.readUInt32BE(20)).toBeGreaterThan(600);

    await page.getByRole('radio', { name: '地図' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: 'ストーリー' }).first()).toBeChecked();
    await expect(page.getByRole('heading', { name: '三度の水害と、博多・天神の守り' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
});

test.describe('in a page of another origin', () => {
  let hosts: Hosts;
  test.beforeAll(async ({ baseURL }) => {
    hosts = await serveHosts(new URL(baseURL ?? '').origin);
  });
  test.afterAll(() => hosts.close());

  const notices = (page: Page, type: string) => page.locator(`#events [data-type="${type}"]`);

  test('an iframe under a strict policy works, tells its height and nothing else, and lets the keyboard through', async ({
    page,
  }) => {
    await page.goto(`${hosts.origin}/frame.html`);
    const inside = page.frameLocator('#map');
    await expect(inside.getByRole('group', { name: '凡例' })).toContainText('処理区');
    await expect(inside.locator('canvas')).toBeVisible();
    // Before it is drawn it may still lie where it began: over the sea.
    await expect(inside.getByText('地図を準備しています')).toHaveCount(0, { timeout: 40_000 });
    await expect(notices(page, 'size').first()).toBeAttached();
    await inside.getByRole('checkbox').first().uncheck();
    await inside.locator('canvas').focus();
    await page.keyboard.press('Enter');
    await expect(inside.getByTestId('centre')).toBeVisible();
    for (const type of ['ready', 'report', 'layerschange', 'answer'])
      await expect(notices(page, type)).toHaveCount(0);
    await page.locator('#before').focus();
    let inFrame = false;
    for (let press = 0; press < 25; press++) {
      await page.keyboard.press('Tab');
      const id = await page.evaluate(() => document.activeElement?.id);
      inFrame ||= id === 'map';
      if (id === 'after') break;
    }
    expect(inFrame).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('after');
  });

  test('a page on the operator’s list hears and steers', async ({ page }) => {
    await page.route('**/embed-origins.json', (route) =>
      route.fulfill({ json: { origins: [hosts.origin] } }),
    );
    await page.goto(`${hosts.origin}/frame.html`);
    await expect(notices(page, 'ready')).toContainText(/"dataVersion":"[0-9a-f]{12}"/);
    const say = (message: object) =>
      page.evaluate((given) => (window as unknown as { say(message: object): void }).say(given), message);
    await say({ type: 'layers', layers: [{ id: 'rainbow-plan', opacity: 0.5 }] });
    const inside = page.frameLocator('#map');
    await expect(inside.getByRole('group', { name: '凡例' })).toContainText('レインボープラン');
    await say({ type: 'look', language: 'en' });
    await expect(inside.getByRole('group', { name: 'Legend' })).toBeVisible();
    await say({ type: 'report', id: 'q', position: [130.4017, 33.5902] });
    await expect(notices(page, 'answer')).toContainText('"centre":"中部水処理センター"');
  });

  test('a hostile page can neither read nor break it', async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${hosts.origin}/frame.html`);
    const inside = page.frameLocator('#map');
    await expect(inside.getByRole('group', { name: '凡例' })).toBeVisible();
    const reached = await page.evaluate(() => {
      const frame = document.querySelector('iframe')?.contentWindow;
      if (!frame) return 'no frame';
      const junk: unknown[] = [
        null,
        'x'.repeat(100_000),
        { mizumichi: 1 },
        { mizumichi: 1, type: 'fly', centre: ['a', {}] },
        { mizumichi: 1, type: 'layers', layers: [{ id: '__proto__' }] },
        { mizumichi: 1, type: 'report', id: 1, position: [130.4, 33.59] },
        { mizumichi: 1, type: 'constructor' },
        new Map([[1, 2]]),
      ];
      for (let round = 0; round < 200; round++) for (const message of junk) frame.postMessage(message, '*');
      try {
        return frame.document.title;
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(reached).toBe('SecurityError');
    const source = await page.locator('#map').getAttribute('src');
    await page.locator('#map').evaluate((frame: HTMLIFrameElement, from) => {
      frame.src = `${from?.split('#')[0]}#/?l=%3Cscript%3E&title=%3Cimg%20src=x%20onerror=alert(1)%3E&cl=${'a,'.repeat(800)}&c=NaN,1e9`;
    }, source);
    await expect(inside.getByRole('heading', { name: '<img src=x onerror=alert(1)>' })).toBeVisible();
    await expect(inside.getByRole('region', { name: foot })).toContainText('水防法');
    expect(await inside.locator('img').count()).toBe(0);
    const told = await page
      .locator('#events p')
      .evaluateAll((lines) => [...new Set(lines.map((line) => line.dataset['type']))]);
    expect(told.filter((type) => type !== 'size' && type !== 'refused')).toEqual([]);
    expect(errors).toEqual([]);
  });
});
