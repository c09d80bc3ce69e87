import type { PageDriver } from '../page-driver.js';
import { click, notSee, see } from '../seen.js';
import { inlandFlood, line, onDisk, shapefile, table, type GivenFile } from './given-files.js';
import type { Journey } from './journey.js';
import { japanese, tenjin } from './places.js';

/** Lets a file fall on an element, as a hand with a mouse does. */
async function drop(page: PageDriver, selector: string, { name, content }: GivenFile): Promise<void> {
  await see(page, selector);
  await page.evaluate(
    (path, fileName, base64) => {
      const dataTransfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], fileName));
      for (const kind of ['dragenter', 'dragover', 'drop'])
        document
          .querySelector(path)
          ?.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    },
    selector,
    name,
    Buffer.from(content).toString('base64'),
  );
}

export const files: Journey[] = [
  {
    id: 'workbench',
    title: 'Workbench: GeoJSON dropped, CSV and a zipped Shapefile chosen (GDAL), all kept over a reload',
    go: async ({ window, site, look }) => {
      const chosen = await onDisk(table, await shapefile());
      await window.open(`${site.origin}/#/tools?${japanese}`);
      await drop(window, '.workbench', line);
      await see(window, '.workbench article', 'alignment');
      await window.chooseFiles('.workbench input[type=file]', chosen);
      for (const name of ['manholes', 'wells']) await see(window, '.workbench article', name);
      await look();
      await window.reload();
      for (const name of ['alignment', 'manholes', 'wells']) await see(window, '.workbench article', name);
    },
  },
  {
    id: 'import',
    title: 'Import: an official file dropped, looked at, used, kept over a reload, taken away',
    go: async ({ window, site, look }) => {
      await window.open(`${site.origin}/#/import?${japanese}`);
      await drop(window, '[data-testid=import-drop]', inlandFlood);
      await see(window, '[data-testid=import-difference]', '増える');
      await look();
      await click(window, 'button', 'この端末で使う');
      await see(window, '[data-testid=import-applied]', '使い始めました');
      await window.open(`${site.origin}/#/report?${tenjin}&${japanese}`);
      await window.reload();
      await see(window, '[data-testid=imported-notice]', 'A51-25_40130.geojson');
      await see(window, 'article', '0.5 m〜1 m');
      await window.open(`${site.origin}/#/import?${japanese}`);
      await click(window, 'button', '元に戻す');
      await notSee(window, '[data-testid=imported-notice]');
    },
  },
];
