import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storyIds } from '../../src/catalog/stories.js';
import { mapAttributes } from '../../src/embed/options/attribute-names.js';
import { parseAttributes } from '../../src/embed/options/attributes.js';
import { formatEmbedHash, parseEmbedHash } from '../../src/embed/options/embed-hash.js';
import {
  embedRoutes,
  maximumCaptionLength,
  maximumTitleLength,
  type EmbedOptions,
} from '../../src/embed/options/embed-options.js';
import { locales } from '../../src/i18n/locale.js';
import { layersText, type LayerChoice } from '../../src/state/layer-choice.js';

const ids = ['wards', 'treatment-districts', 'rainbow-plan', 'shelters'];
const degrees = (limit: number, digits: number) =>
  fc.integer({ min: -limit * 10 ** digits, max: limit * 10 ** digits }).map((n) => n / 10 ** digits + 0);
const words = (longest: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .map((text) => text.trim())
    .filter((text) => text !== '' && text.length <= longest && text.isWellFormed());
const choices: fc.Arbitrary<LayerChoice[]> = fc
  .uniqueArray(fc.constantFrom(...ids), { minLength: 1 })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((id) =>
        fc
          .option(fc.integer({ min: 0, max: 100 }), { nil: undefined })
          .map((percent) => (percent === undefined ? { id } : { id, opacity: percent / 100 })),
      ),
    ),
  );
const options: fc.Arbitrary<EmbedOptions> = fc.record(
  {
    route: fc.constantFrom(...embedRoutes),
    view: fc.record({
      centre: fc.tuple(degrees(180, 5), degrees(90, 5)),
      zoom: fc.integer({ min: 0, max: 2400 }).map((n) => n / 100),
    }),
    position: fc.tuple(degrees(180, 6), degrees(90, 6)),
    feature: fc.constant({ layer: 'wards', id: '博多区' }),
    layers: choices,
    palette: fc.constantFrom('official' as const, 'safe' as const),
    locale: fc.constantFrom(...locales),
    theme: fc.constantFrom('light' as const, 'dark' as const, 'system' as const),
    dataVersion: fc.stringMatching(/^[0-9a-f]{12}$/),
    title: words(maximumTitleLength),
    caption: words(maximumCaptionLength),
    search: fc.boolean(),
    report: fc.boolean(),
    compare: choices,
    story: fc.constantFrom(...storyIds),
    step: fc.integer({ min: 0, max: 99 }),
  },
  { requiredKeys: ['route'] },
);

describe('address of an embed', () => {
  it('gives the same options back', () => {
    fc.assert(
      fc.property(options, (given) => {
        const { options: read, dropped } = parseEmbedHash(formatEmbedHash(given), ids);
        expect(dropped).toEqual([]);
        expect(read).toEqual(given);
      }),
    );
  });

  it('reads anything without throwing, and names what it leaves out', () => {
    const junk = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.tuple(
            fc.constantFrom(
              'l',
              'cl',
              'c',
              'z',
              'p',
              'title',
              'caption',
              'search',
              'story',
              'step',
              '__proto__',
              'b',
            ),
            fc.string(),
          ),
        )
        .map((pairs) => `#/?${pairs.map(([key, value]) => `${key}=${value}`).join('&')}`),
    );
    fc.assert(
      fc.property(junk, (hash) => {
        const { options: read } = parseEmbedHash(hash, ids);
        expect(embedRoutes).toContain(read.route);
        expect((read.title ?? '').length).toBeLessThanOrEqual(maximumTitleLength);
        expect((read.caption ?? '').length).toBeLessThanOrEqual(maximumCaptionLength);
        for (const { id } of [...(read.layers ?? []), ...(read.compare ?? [])]) expect(ids).toContain(id);
        expect(parseEmbedHash(formatEmbedHash(read), ids).options).toEqual(read);
      }),
    );
  });

  it('understands addresses that were cut up', () => {
    for (const hash of ['#/?l=wards', '#l=wards', '?l=wards', 'l=wards', '#/map?l=wards'])
      expect(parseEmbedHash(hash, ids).options).toEqual({ route: 'map', layers: [{ id: 'wards' }] });
    expect(parseEmbedHash('#/story', ids).options.route).toBe('story');
  });

  it('never draws another server’s tiles, and says that it was asked to', () => {
    const { options: read, dropped } = parseEmbedHash('#/?b=gsi-photo&l=wards', ids);
    expect(read).not.toHaveProperty('basemap');
    expect(dropped).toEqual([{ key: 'b', value: 'gsi-photo', reason: 'unknown-key' }]);
  });

  it('keeps words that look like an address in one piece', () => {
    const title = 'a=b&l=wards?#/100% 雨水/汚水,';
    const hash = formatEmbedHash({ route: 'map', title, compare: [{ id: 'wards', opacity: 0.5 }] });
    expect(hash).toMatch(/^#\/\?cl=wards\.50&title=[^?&=#]*$/);
    expect(parseEmbedHash(hash, ids).options.title).toBe(title);
  });

  it('reads no more of a part than of a whole address of the map', () => {
    const many = Array.from({ length: 700 }, () => 'wards').join();
    expect(parseEmbedHash(`#/?title=x&l=${many}`, ids)).toMatchObject({
      options: { route: 'map', title: 'x' },
      dropped: [{ key: 'hash', reason: 'too-long' }],
    });
    expect(parseEmbedHash(`#/?title=x&cl=${many}`, ids)).toMatchObject({
      options: { route: 'map', title: 'x' },
      dropped: [{ key: 'cl', reason: 'too-long' }],
    });
    expect(parseEmbedHash(`#/?title=x&cl=${many}&l=${many}`, ids).options).toEqual({ route: 'map' });
  });

  it('names what is wrong', () => {
    const { dropped } = parseEmbedHash('#/nowhere?search=maybe&story=none&step=x&cl=ghost&title=%E0', ids);
    expect(dropped.map(({ key, reason }) => `${key}: ${reason}`).sort()).toEqual([
      'cl: unknown-value',
      'route: unknown-value',
      'search: unknown-value',
      'step: malformed',
      'story: unknown-value',
      'title: malformed',
    ]);
  });
});

describe('attributes of the element', () => {
  const read = (attributes: Record<string, string>) =>
    parseAttributes((name) => attributes[name] ?? null, ids);

  it('say the same as an address', () => {
    const { options: fromAttributes, dropped } = read({
      layers: 'treatment-districts.60,rainbow-plan',
      centre: '130.4,33.59',
      zoom: '13',
      language: 'en',
      heading: 'Which centre? A & B',
      answers: '',
    });
    expect(dropped).toEqual([]);
    expect(fromAttributes).toEqual({
      route: 'map',
      layers: [{ id: 'treatment-districts', opacity: 0.6 }, { id: 'rainbow-plan' }],
      view: { centre: [130.4, 33.59], zoom: 13 },
      locale: 'en',
      title: 'Which centre? A & B',
      report: true,
    });
  });

  it('take half a character for an unknown one', () => {
    expect(read({ heading: 'a\ud83d' }).options.title).toBe('a\ufffd');
  });

  it('open a story when one is named', () => {
    expect(read({ story: storyIds[0] }).options).toEqual({ route: 'story', story: storyIds[0] });
  });

  it('cannot break out of their own key', () => {
    fc.assert(
      fc.property(fc.constantFrom(...mapAttributes), fc.string(), (name, value) => {
        const { options: got } = read({ [name]: value });
        const touched = Object.keys(got).filter((key) => key !== 'route');
        expect(touched.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('write layers as they read them', () => {
    fc.assert(
      fc.property(choices, (layers) => {
        expect(read({ layers: layersText(layers) }).options.layers).toEqual(layers);
      }),
    );
  });
});
