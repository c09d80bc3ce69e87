import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/catalog/layers.js';
import type { LayerEntry } from '../../src/catalog/layer-entry.js';
import { altText } from '../../src/embed/maker/alt-text.js';
import {
  elementAttributes,
  elementCode,
  frameCode,
  pictureCode,
  type CodeInput,
} from '../../src/embed/maker/code.js';
import { withLayer, withOpacity } from '../../src/embed/maker/maker-state.svelte.js';
import { wrapText } from '../../src/embed/maker/wrap-text.js';
import { parseAttributes } from '../../src/embed/options/attributes.js';
import { parseEmbedHash } from '../../src/embed/options/embed-hash.js';
import type { EmbedOptions } from '../../src/embed/options/embed-options.js';
import { translate } from '../../src/i18n/translate.js';
import { messages as ja } from '../../src/i18n/generated/embed/ja.js';
import { messages as en } from '../../src/i18n/generated/embed/en.js';

const layerIds = catalogue.filter(({ base }) => !base).map(({ id }) => id);
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((text) => text.trim())
  .filter((text) => text !== '' && text.isWellFormed() && !/\s{2}|[\n\r]/.test(text));
const options: fc.Arbitrary<EmbedOptions> = fc.record(
  {
    route: fc.constant('map' as const),
    layers: fc
      .uniqueArray(fc.constantFrom(...layerIds), { minLength: 1 })
      .map((ids) => ids.map((id) => ({ id }))),
    title: words,
    caption: words,
    dataVersion: fc.constant('0123456789ab'),
    report: fc.constant(true),
    search: fc.constant(true),
    view: fc.constant({ centre: [130.4, 33.59] as const, zoom: 12.5 }),
  },
  { requiredKeys: ['route', 'layers'] },
);
const input = (given: EmbedOptions): CodeInput => ({
  options: given,
  siteUrl: 'https://map.example/',
  heightPixels: 560,
  name: given.title ?? 'Map',
  alt: '<b>alt</b> & "quotes"',
  small: 'small',
  link: { href: 'https://map.example/index.html#/?a=1&b=2', text: 'Open' },
  language: 'ja',
  integrity: null,
});
const unescape = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('the maker’s code', () => {
  it('writes letters that turn text round by their number: the code stands as it will be read', () => {
    const given = input({ route: 'map', layers: [], title: 'a\u202eb"\u2066c', caption: 'd\u200fe' });
    for (const write of [frameCode, elementCode, pictureCode])
      expect(write(given)).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
    expect(elementCode(given)).toContain('heading="a&#8238;b&quot;&#8294;c"');
  });

  it('says in an iframe what was composed', () => {
    fc.assert(
      fc.property(options, (given) => {
        const source = /src="([^"]*)"/.exec(frameCode(input(given)))?.[1] ?? '';
        const read = parseEmbedHash(unescape(source).split('#')[1] ?? '', layerIds);
        expect(read).toEqual({ options: given, dropped: [] });
      }),
    );
  });

  it('says the same in an element', () => {
    fc.assert(
      fc.property(options, (given) => {
        const attributes = elementAttributes(given);
        expect(parseAttributes((name) => attributes[name] ?? null, layerIds)).toEqual({
          options: given,
          dropped: [],
        });
      }),
    );
  });

  it('pins the module in the element only when asked', () => {
    const plain = elementCode(input({ route: 'map' }));
    expect(plain).not.toContain('integrity');
    const pinned = elementCode({ ...input({ route: 'map' }), integrity: 'sha384-abc' });
    expect(pinned).toMatch(
      /<script [^>]*src="[^"]+" integrity="sha384-abc" crossorigin="anonymous"><\/script>/,
    );
  });

  it('lets no word of the composer become markup', () => {
    fc.assert(
      fc.property(words, words, (title, caption) => {
        const hostile = {
          route: 'map' as const,
          title: `"><script>${title}`,
          caption: `</figcaption><img onerror=x>${caption}`,
        };
        for (const code of [frameCode, elementCode, pictureCode].map((write) => write(input(hostile)))) {
          const tags = [...code.matchAll(/<\/?([a-z-]+)/g)].map(([, name]) => name);
          const allowed = [
            'iframe',
            'script',
            'mizumichi-map',
            'p',
            'a',
            'figure',
            'img',
            'figcaption',
            'br',
          ];
          expect(tags.filter((tag) => !allowed.includes(tag ?? ''))).toEqual([]);
          expect(tags.filter((tag) => tag === 'script').length).toBeLessThanOrEqual(2);
          expect(code).not.toMatch(/<(script|img)[^>]*>[^<]*onerror/);
          expect(code).not.toContain('"><script>');
        }
      }),
    );
  });
});

describe('choosing layers', () => {
  it('keeps the catalogue’s order, each layer once, whatever is clicked', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...layerIds), fc.boolean())), (clicks) => {
        const chosen = clicks.reduce<{ id: string }[]>(
          (choices, [id, on]) => withLayer(choices, id, on, layerIds),
          [],
        );
        const ids = chosen.map(({ id }) => id);
        expect(ids).toEqual(layerIds.filter((id) => ids.includes(id)));
        for (const id of layerIds) {
          const last = clicks.findLast(([clicked]) => clicked === id);
          expect(ids.includes(id)).toBe(last?.[1] ?? false);
        }
      }),
    );
  });

  it('writes an opacity only where it is not the catalogue’s own', () => {
    expect(withOpacity([{ id: 'a' }, { id: 'b' }], 'a', 0.5, 1)).toEqual([
      { id: 'a', opacity: 0.5 },
      { id: 'b' },
    ]);
    expect(withOpacity([{ id: 'a', opacity: 0.5 }], 'a', 1, 1)).toEqual([{ id: 'a' }]);
  });
});

describe('alternative text', () => {
  const entry = (role: LayerEntry['role']) => catalogue.find((one) => one.role === role) as LayerEntry;
  const row = (id: string, properties: Record<string, unknown>) => ({ id, placed: true, properties });
  const districts = entry('treatmentDistrict');
  const plans = entry('rainfallPlan');
  const zones = entry('inundationZone');
  const rows = new Map([
    [
      districts.id,
      [
        row('1', { name: '中部', nameEn: 'Chubu', centre: '中部水処理センター', centreEn: 'Chubu Center' }),
        row('2', { name: '西部', nameEn: 'Seibu', centre: '西部水処理センター', centreEn: 'Seibu Center' }),
      ],
    ],
    [
      plans.id,
      [
        row('w', {
          part: 'whole',
          plan: '計画A',
          planEn: 'Plan A',
          targetMmPerHour: 79.5,
          stageMmPerHour: 59.1,
        }),
        row('p', {
          part: 'phase1',
          plan: '計画A',
          planEn: 'Plan A',
          targetMmPerHour: 79.5,
          stageMmPerHour: 59.1,
        }),
      ],
    ],
    [zones.id, [row('z', { name: '駅の周り', nameEn: 'Around the station', scenarioMmPerHour: 153 })]],
  ]);
  const common = {
    title: '地図',
    manifest: { layers: {} },
    rows,
    sources: [{ source: '年報', pages: [9, 22], dates: ['2025-03-31'] }],
  };

  const japanese = { locale: 'ja' as const, messages: ja, text: translate('ja').text };

  it('names districts with their centres, and keeps target, stage and scenario apart', () => {
    const text = altText({ ...common, entries: [districts, plans, zones], ...japanese });
    expect(text).toContain('中部は中部水処理センター、西部は西部水処理センター');
    expect(text).toContain('計画Aは計画の目標が1時間79.5mm、いまの段階が59.1mm');
    expect(text.match(/計画A/g)).toHaveLength(1);
    expect(text).toContain('1時間153mmの想定最大規模の雨で、下水道が備える水準ではない');
    expect(text).toContain('出典: 年報 9、22ページ（2025年3月31日時点）');
  });

  it('reads romanised names in English', () => {
    const text = altText({
      ...common,
      entries: [districts],
      locale: 'en',
      messages: en,
      text: translate('en').text,
    });
    expect(text).toContain('Chubu, Chubu Center; Seibu, Seibu Center');
    expect(text).not.toMatch(/中部/);
  });

  it('only names a layer whose rows are not there', () => {
    const text = altText({ ...common, rows: new Map(), entries: [districts], ...japanese });
    expect(text).toContain(japanese.text(districts.title));
    expect(text).not.toContain('水処理センター');
  });
});

describe('breaking lines of the picture', () => {
  const measure = (text: string) => [...text].length;
  it('loses no letter, and no line is too long unless one word is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 4, max: 40 }), (text, width) => {
        const lines = wrapText(text, width, measure);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of lines)
          if (/[\s\u3040-\u9fff]/.test(line.slice(0, -1)))
            expect(measure(line)).toBeLessThanOrEqual(Math.max(width, measure(line.split(/\s/)[0] ?? '')));
      }),
    );
  });
  it('breaks Japanese anywhere and Latin between words', () => {
    expect(wrapText('浸水想定は計算です', 4, measure)).toEqual(['浸水想定', 'は計算で', 'す']);
    expect(wrapText('rain and sewers', 8, measure)).toEqual(['rain and', 'sewers']);
  });
});
