import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/catalog/layers.js';
import { city } from '../../../src/catalog/city.js';
import { parseEmbedHash } from '../../../src/embed/options/embed-hash.js';
import { html } from '../../../src/embed/maker/html.js';
import { keyFigures } from '../../../build/pages/key-figures.js';
import { mainViews } from '../../../build/pages/main-views.js';
import { staticPages } from '../../../build/pages/pages.js';
import { factTable } from '../../embed/fact-table.js';

const read = (file: string) => readFileSync(join(import.meta.dirname, '../../../public/tiles', file), 'utf8');
const layerIds = catalogue.filter(({ base }) => !base).map(({ id }) => id);
const site = 'https://map.example/mizumichi/';
const pages = staticPages({ read, hasPicture: () => true, siteUrl: site });
const file = (name: string) => pages.files.find((one) => one.name === name)?.text ?? '';

describe('what stands where the live map cannot', () => {
  it('has the figures of the yearbook’s tables, each with its page', () => {
    for (const district of factTable('treatment-districts')) {
      expect(pages.embedBody).toContain(`<th scope="row">${district['district']}</th>`);
      expect(pages.embedBody).toContain(`${Number(district['planned_area_ha']).toLocaleString('ja')} ha`);
    }
    for (const centre of factTable('treatment-centres')) expect(pages.embedBody).toContain(centre['name']);
    expect(pages.embedBody).toMatch(/1時間59\.1mm（10年に1度の雨。年報10ページ）/);
    for (const plan of factTable('rainbow-plan').filter(({ part }) => part === 'whole'))
      expect(pages.embedBody).toContain(
        `${plan['plan']}: 計画の目標は1時間${plan['target_mm_per_hour']}mm、いまの段階の整備は1時間${plan['stage_mm_per_hour']}mm（年報${plan['page']}ページ）`,
      );
  });

  it('carries source, date, version and limits, in Japanese and English', () => {
    const { dataVersion } = keyFigures(read, city);
    for (const words of [
      '福岡市の下水道 令和7年度版',
      '2025年3月31日時点',
      dataVersion,
      '水防法',
      'as of March 31, 2025',
      'not the statutory hazard map',
    ])
      expect(pages.embedBody).toContain(words);
  });

  it('is the same for the same data', () => {
    expect(staticPages({ read, hasPicture: () => true, siteUrl: site })).toEqual(pages);
  });
});

describe('pages of the main views', () => {
  it('show their words though the style sheet never comes', () => {
    for (const view of mainViews) {
      const page = file(`view/${view.id}.html`);
      const sheets = [...page.matchAll(/<link rel="stylesheet"/g)].map(({ index }) => index);
      expect(sheets).toHaveLength(1);
      expect(sheets[0]).toBeGreaterThan(page.indexOf('</main>'));
    }
  });

  it('open embeds that the embed can read, with the version of the data', () => {
    const { dataVersion } = keyFigures(read, city);
    for (const view of mainViews) {
      const source = /<iframe\s+src="([^"]*)"/
        .exec(file(`view/${view.id}.html`))?.[1]
        ?.replaceAll('&amp;', '&');
      expect(source).toMatch(/^\.\.\/embed\.html#/);
      const { options, dropped } = parseEmbedHash(source?.split('#')[1] ?? '', layerIds);
      expect(dropped, view.id).toEqual([]);
      expect(options).toEqual({ ...view.options, dataVersion });
    }
  });

  it('give link previews an absolute picture and an oEmbed record that fits', () => {
    for (const { id, heightPixels } of mainViews) {
      expect(file(`view/${id}.html`)).toContain(`<meta property="og:image" content="${site}og/${id}.jpg" />`);
      const record = JSON.parse(file(`view/${id}.oembed.json`)) as Record<string, unknown>;
      expect(record).toMatchObject({
        version: '1.0',
        type: 'rich',
        height: heightPixels,
        thumbnail_url: `${site}og/${id}.jpg`,
      });
      expect(record['html']).toMatch(new RegExp(`^<iframe src="${site}embed.html#/`));
    }
  });

  it('claim no address the build does not know', () => {
    const { files } = staticPages({ read, hasPicture: () => false, siteUrl: null });
    expect(files.map(({ name }) => name)).toEqual(mainViews.map(({ id }) => `view/${id}.html`));
    for (const { text } of files) expect(text).not.toMatch(/og:url|oembed|og:image|canonical/);
  });

  it('have their pictures in the repository', () => {
    for (const { id } of mainViews)
      expect(
        readFileSync(join(import.meta.dirname, `../../../public/og/${id}.jpg`)).byteLength,
      ).toBeGreaterThan(10_000);
  });
});

describe('html', () => {
  it('escapes every word and no markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { text: written } = html`<p title="${text}">${text}${[html`<i>${text}</i>`]}</p>`;
        expect(written.match(/<[^>]*>/g)).toHaveLength(4);
        expect(written.startsWith('<p title="')).toBe(true);
      }),
    );
  });
});
