import { click, notSee, see, type } from '../seen.js';
import type { Journey } from './journey.js';
import { centre, goTo, japanese, mapDrawn, openMap } from './places.js';

export const offline: Journey[] = [
  {
    id: 'offline',
    title: 'After one visit, the server gone: open, search, read, tables',
    go: async ({ window, site, look }) => {
      await openMap(window, site.origin, japanese);
      await see(window, '[data-testid=offline-ready]');
      await click(window, '[data-testid=offline-ready] button', '閉じる');
      await site.close();
      await window.reload();
      await see(window, '#map[data-map]');
      await notSee(window, 'progress');
      await type(window, '#search-input', 'てんじん1ちょうめ');
      await click(window, '#search-suggestions [role=option]', '天神一丁目');
      await see(window, centre, '中部水処理センター');
      await mapDrawn(window);
      await notSee(window, '[data-testid=data-problem]');
      await look();
      await goTo(window, `#/tables?layer=priority-districts&${japanese}`);
      await see(window, 'table', '重点33地区');
      await see(window, 'table td button', '地図で見る');
    },
  },
];
