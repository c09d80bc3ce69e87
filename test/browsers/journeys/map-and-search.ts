import type { PageDriver } from '../page-driver.js';
import { click, expectInPage, see, tabTo, type } from '../seen.js';
import type { Journey } from './journey.js';
import { aroundHakataStation, centre, goTo, japanese, mapDrawn, openMap, tenjin } from './places.js';

const levels = (page: PageDriver, wanted: string[]) =>
  expectInPage(page, wanted, () =>
    [...document.querySelectorAll('[data-testid=level] .number')].map(({ textContent }) => textContent),
  );

export const mapAndSearch: Journey[] = [
  {
    id: 'click',
    title: 'Open the page, click on the map, read the answer',
    go: async ({ window, site, look }) => {
      await openMap(window, site.origin, `${aroundHakataStation}&${japanese}`);
      await mapDrawn(window);
      await click(window, '#map canvas');
      await see(window, centre, '中部水処理センター');
      await levels(window, ['79.5', '59.1']);
      await look();
    },
  },
  {
    id: 'search',
    title: 'Search an address with the mouse, read the answer',
    go: async ({ window, site, look }) => {
      await openMap(window, site.origin, japanese);
      await type(window, '#search-input', '姪浜駅');
      await click(window, '#search-suggestions [role=option]', '姪浜駅');
      await see(window, centre, '西部水処理センター');
      await see(window, '#report-title', '西区');
      await look();
    },
  },
  {
    id: 'keyboard',
    title: 'Search, move the crosshair, ask the map: by keyboard only',
    go: async ({ window, site, look }) => {
      await openMap(window, site.origin, `${aroundHakataStation}&${japanese}`);
      await mapDrawn(window);
      await window.press('Tab');
      await see(window, 'a:focus-visible', '検索へ移動');
      await expectInPage(
        window,
        '4px',
        () => getComputedStyle(document.querySelector(':focus')!).outlineWidth,
      );
      await window.press('/');
      await see(window, '#search-input:focus');
      await window.press(...'大橋駅');
      await see(window, '#search-suggestions [role=option]', '大橋駅');
      await window.press('ArrowDown');
      await see(window, '#search-suggestions [role=option][aria-selected=true]', '大橋駅');
      await window.press('Enter');
      await see(window, '#report-title', '南区');
      await tabTo(window, '#map canvas');
      const before = await window.evaluate(() => location.hash);
      await window.press('ArrowRight', 'Enter');
      await expectInPage(
        window,
        true,
        (former) => /p=130\.4[\d.]+,33\.5/.test(location.hash) && location.hash !== former,
        before,
      );
      await see(window, centre, 'センター');
      await see(window, '#map canvas:focus');
      await look();
    },
  },
  {
    id: 'without-map',
    title: 'Without WebGL: told so, and the answer stands',
    go: async ({ window, site, look }) => {
      // A page that draws no map yet, so that the browser can be made one without WebGL before it is asked.
      await window.open(`${site.origin}/#/about?${japanese}`);
      await see(window, 'h1', 'データについて');
      await window.evaluate(() => {
        HTMLCanvasElement.prototype.getContext = () => null;
      });
      await goTo(window, `#/?${tenjin}&${japanese}`);
      await see(window, '#map[data-map=no-webgl] h2', 'この端末では地図を描けません');
      await see(window, centre, '中部水処理センター');
      await look();
      // On a phone the bottom sheet must not lie on the way out.
      await window.resize(390, 844);
      await click(window, '#map button', '町の一覧・座標から選ぶ');
      await see(window, '#tab-find[aria-selected=true]');
    },
  },
];
