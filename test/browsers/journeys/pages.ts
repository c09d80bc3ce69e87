import { expect } from 'vitest';
import { locales } from '../../../src/i18n/locale.js';
import type { PageDriver } from '../page-driver.js';
import { click, expectInPage, notSee, see, select, type } from '../seen.js';
import type { Journey } from './journey.js';
import { centre, goTo, japanese, openMap, tenjin } from './places.js';
import { reportInWords } from './report-in-words.js';

/** What was copied last: no engine lets a test read the clipboard. */
async function listenToCopies(page: PageDriver): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const write = navigator.clipboard.writeText.bind(navigator.clipboard);
    navigator.clipboard.writeText = (text) => {
      document.documentElement.dataset['copied'] = text;
      return write(text);
    };
  });
  return () => page.evaluate(() => document.documentElement.dataset['copied'] ?? '');
}

export const pages: Journey[] = [
  {
    id: 'languages',
    title: 'Every language: the copied report is the command line’s, letter by letter',
    go: async ({ window, site, look }) => {
      await window.open(`${site.origin}/#/report?${tenjin}&${japanese}`);
      await see(window, centre, '中部水処理センター');
      const copied = await listenToCopies(window);
      for (const locale of locales) {
        await select(window, 'header .tools select', locale);
        const lines = await reportInWords(tenjin, locale);
        await see(window, 'article', lines.at(-2));
        await click(window, '.actions button:nth-of-type(2)');
        if (locale === 'ja') await see(window, '.actions [role=status]', 'コピーしました');
        await see(window, '.actions [role=status]');
        const text = await copied();
        expect(lines.filter((each) => !text.includes(each))).toEqual([]);
        if (locale === 'en') await look();
      }
      await window.reload();
      await expectInPage(window, 'ko', () => document.documentElement.lang);
    },
  },
  {
    id: 'print',
    title: 'The report on a page of its own, and as it is printed',
    limits: { webkit: 'what is for paper, shown on screen: its driver cannot print' },
    go: async ({ window, site, look }) => {
      await window.open(`${site.origin}/#/report?${tenjin}&${japanese}`);
      await see(window, 'h1#report-title', '中央区');
      await see(window, '.screen svg');
      await look();
      const pdf = await window.pdf();
      if (pdf !== null) expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      // Not every engine can be told to print: what is meant for paper is shown on screen.
      await window.evaluate(() => {
        const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
        for (const rule of rules)
          if (rule instanceof CSSMediaRule && /^print$/.test(rule.media.mediaText))
            rule.media.mediaText = 'screen';
      });
      await notSee(window, 'header[data-print=no]');
      await see(window, '.paper-only h1', '中央区');
      await see(window, '.paper-only', '79.5');
    },
  },
  {
    id: 'back',
    title: 'Away and back: another page of the site, another answer, another site',
    go: async ({ window, site, look }) => {
      await openMap(window, site.origin, `${tenjin}&${japanese}`);
      await see(window, '#report-title', '中央区');
      await click(window, 'header nav a', '一覧表');
      await see(window, 'h1:focus', '一覧表');
      await look();
      await window.back();
      await see(window, '#report-title', '中央区');
      // By hand: WebKit passes over what a script put into the history by itself.
      await type(window, '#search-input', '姪浜駅');
      await click(window, '#search-suggestions [role=option]', '姪浜駅');
      await see(window, centre, '西部水処理センター');
      await window.back();
      await see(window, centre, '中部水処理センター');
      await window.open('about:blank');
      await window.back();
      await see(window, centre, '中部水処理センター');
      // Alive, not only a picture of what was there.
      await goTo(window, `#/?p=130.42,33.59&${japanese}`);
      await see(window, '#report-title', '博多区');
    },
  },
  {
    id: 'dialogs',
    title: 'Help and menu: opened, closed by Escape, the focus where it was',
    go: async ({ window, site, look }) => {
      await window.open(`${site.origin}/#/about?${japanese}`);
      await click(window, 'header button', '使い方');
      await see(window, 'dialog[open]');
      await window.press('Escape');
      await notSee(window, 'dialog[open]');
      await see(window, 'header button:focus', '使い方');
      await window.resize(390, 844);
      await click(window, 'header button', 'メニュー');
      await see(window, '#page-menu nav a', '作業台');
      await look();
      await window.resize(390, 844);
      await window.press('Escape');
      await notSee(window, '#page-menu');
      await click(window, 'header button', 'メニュー');
      await click(window, '#page-menu nav a', '一覧表');
      await see(window, 'h1', '一覧表');
      await notSee(window, '#page-menu');
    },
  },
];
