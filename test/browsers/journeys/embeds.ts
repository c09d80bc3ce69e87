import { serveHosts } from '../../e2e/hosts.js';
import { click, see, tabTo } from '../seen.js';
import type { Journey } from './journey.js';

export const embeds: Journey[] = [
  {
    id: 'iframe',
    title: 'In an iframe of a strict page: map, legend, an answer by keyboard',
    go: async ({ window, site, look }) => {
      const hosts = await serveHosts(site.origin);
      try {
        await window.open(`${hosts.origin}/frame.html`);
        const inside = await window.frame('#map');
        await see(inside, 'fieldset, [role=group]', '処理区');
        await see(inside, 'canvas');
        await see(window, '#events [data-type=size]');
        // From the page into the frame, as a keyboard goes; no script moves the focus there.
        await click(window, '#before');
        await tabTo(inside, 'canvas');
        await inside.press('Enter');
        await see(inside, '[data-testid=centre]', 'センター');
        await look(false);
      } finally {
        await hosts.close();
      }
    },
  },
  {
    id: 'element',
    title: 'As an element in a strict page: map, answer, a layer switched off',
    go: async ({ window, site, look }) => {
      const hosts = await serveHosts(site.origin);
      try {
        await window.open(`${hosts.origin}/plain.html`);
        await see(window, 'mizumichi-map >>> [data-testid=centre]', '中部水処理センター');
        await see(window, 'mizumichi-map >>> canvas');
        await see(window, '#events [data-type=ready]', 'dataVersion');
        await click(window, 'mizumichi-map >>> input[type=checkbox]');
        await see(window, '#events [data-type=layerschange]');
        await look(false);
      } finally {
        await hosts.close();
      }
    },
  },
];
