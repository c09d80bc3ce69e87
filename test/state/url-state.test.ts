import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nationalRasters } from '../../src/catalog/national.js';
import { locales } from '../../src/i18n/locale.js';
import { routes } from '../../src/state/route-state.svelte.js';
import { themeChoices } from '../../src/state/theme-state.svelte.js';
import { formatHash, parseHash, type UrlState } from '../../src/state/url-state.js';
import { basemaps } from '../../src/style/basemap.js';
import { palettes } from '../../src/style/palette.js';

const layerIds = ['treatment-districts', 'rainbow-plan', 'pump-stations', 'shelters'];

const fixed = (digits: number, limit: number) =>
  fc
    .integer({ min: -limit * 10 ** digits, max: limit * 10 ** digits })
    .map((value) => value / 10 ** digits + 0);
const anyState: fc.Arbitrary<UrlState> = fc
  .record(
    {
      route: fc.constantFrom(...routes),
      tableLayer: fc.constantFrom(...layerIds),
      view: fc.record({
        centre: fc.tuple(fixed(5, 180), fixed(5, 90)),
        zoom: fc.integer({ min: 0, max: 2400 }).map((value) => value / 100),
      }),
      position: fc.tuple(fixed(6, 180), fixed(6, 90)),
      feature: fc.record({
        layer: fc.constantFrom(...layerIds),
        id: fc.constantFrom('chubu', '中部', 'ps-1_2.b', 'シサイド', 'a:b'),
      }),
      layers: fc.uniqueArray(
        fc
          .record(
            {
              id: fc.constantFrom(...layerIds),
              opacity: fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
            },
            { requiredKeys: ['id'] },
          )
          .map((layer) => ({ ...layer })),
        { selector: ({ id }) => id },
      ),
      nationals: fc.uniqueArray(
        fc
          .record(
            {
              id: fc.constantFrom(...nationalRasters.map(({ id }) => id)),
              opacity: fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
            },
            { requiredKeys: ['id'] },
          )
          .map((each) => ({ ...each })),
        { selector: ({ id }) => id },
      ),
      palette: fc.constantFrom(...palettes),
      locale: fc.constantFrom(...locales),
      theme: fc.constantFrom(...themeChoices),
      basemap: fc.constantFrom(...basemaps),
      dataVersion: fc.stringMatching(/^[0-9a-f]{12}$/),
    },
    { requiredKeys: ['route'] },
  )
  .map((state) => ({ ...state }));

const reasons = (hash: string) =>
  parseHash(hash, layerIds).dropped.map(({ key, reason }) => `${key}: ${reason}`);

describe('the hash', () => {
  it('comes back as it went', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { state: back, dropped } = parseHash(formatHash(state), layerIds);
        expect(back).toEqual(state);
        expect(dropped).toEqual([]);
      }),
    );
  });

  it('is written as people can read it', () => {
    expect(
      formatHash({
        route: 'map',
        position: [130.4017, 33.5902],
        view: { centre: [130.4017, 33.5902], zoom: 14 },
        layers: [{ id: 'treatment-districts' }, { id: 'rainbow-plan', opacity: 0.6 }],
        locale: 'en',
        theme: 'dark',
        basemap: 'gsi-pale',
      }),
    ).toBe(
      '#/?p=130.4017,33.5902&c=130.4017,33.5902&z=14&l=treatment-districts,rainbow-plan.60&lang=en&theme=dark&b=gsi-pale',
    );
    expect(formatHash({ route: 'tables', tableLayer: 'shelters' })).toBe('#/tables?layer=shelters');
    expect(formatHash({ route: 'map' })).toBe('#/');
  });

  it('never throws, whatever it is given, and reads nothing it should not', () => {
    const junk = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.tuple(
            fc.constantFrom(
              'c',
              'z',
              'p',
              'a',
              'f',
              'l',
              'n',
              'cv',
              'lang',
              'theme',
              'b',
              'layer',
              'v',
              '__proto__',
            ),
            fc.oneof(
              fc.string({ unit: 'binary', maxLength: 30 }),
              fc.constantFrom(
                'NaN,1',
                '1e999,1',
                '-0,-0',
                '%',
                '%E0%A4',
                'constructor',
                '__proto__',
                '1,2,3',
              ),
            ),
          ),
        )
        .map((pairs) => `#/report?${pairs.map(([key, value]) => `${key}=${value}`).join('&')}`),
    );
    fc.assert(
      fc.property(junk, (hash) => {
        const { state } = parseHash(hash, layerIds);
        expect(routes).toContain(state.route);
        expect(Object.getPrototypeOf(state)).toBe(Object.prototype);
        for (const [longitude, latitude] of [state.position, state.view?.centre].filter((p) => !!p)) {
          expect(Math.abs(longitude)).toBeLessThanOrEqual(180);
          expect(Math.abs(latitude)).toBeLessThanOrEqual(90);
        }
        for (const { id } of state.layers ?? []) expect(layerIds).toContain(id);
        // What was understood can be written and read again without loss.
        expect(parseHash(formatHash(state), layerIds).dropped).toEqual([]);
      }),
      { numRuns: 500 },
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    parseHash('#/?__proto__=polluted&constructor=x', layerIds);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('names what it drops, and keeps the rest', () => {
    const { state, dropped } = parseHash(
      '#/report?p=33.59,130.40&lang=xx&theme=dark&l=wards,rainbow-plan.60,shelters.300&utm=1',
      layerIds,
    );
    expect(state).toEqual({ route: 'report', theme: 'dark', layers: [{ id: 'rainbow-plan', opacity: 0.6 }] });
    expect(dropped).toEqual([
      { key: 'utm', value: '1', reason: 'unknown-key' },
      { key: 'p', value: '33.59,130.40', reason: 'out-of-range' },
      { key: 'l', value: 'wards', reason: 'unknown-value' },
      { key: 'l', value: 'shelters.300', reason: 'out-of-range' },
      { key: 'lang', value: 'xx', reason: 'unknown-value' },
    ]);
  });

  it('knows the ways a value can be wrong', () => {
    expect(reasons('#/nowhere')).toEqual(['route: unknown-value']);
    expect(reasons('#/?c=130,33')).toEqual(['c: incomplete']);
    expect(reasons('#/?z=12')).toEqual(['z: incomplete']);
    expect(reasons('#/?c=130,33&z=99')).toEqual(['z: out-of-range', 'c: incomplete']);
    expect(reasons('#/?p=%E0%A4')).toEqual(['p: malformed']);
    expect(reasons('#/?p=1,2&p=3,4')).toEqual(['p: repeated']);
    expect(reasons('#/?f=shelters')).toEqual(['f: malformed']);
    expect(reasons('#/?f=wards/x')).toEqual(['f: unknown-value']);
    expect(reasons('#/?n=inland.70,moon,inland')).toEqual(['n: unknown-value', 'n: repeated']);
    expect(reasons('#/?v=1')).toEqual(['v: malformed']);
    expect(reasons(`#/?${'x'.repeat(5000)}`)).toEqual(['hash: too-long']);
  });

  it('tells "no layers" from "nothing said about layers"', () => {
    expect(parseHash('#/?l=', layerIds).state.layers).toEqual([]);
    expect(parseHash('#/', layerIds).state.layers).toBeUndefined();
  });

  it('does not write an id that could not be read back', () => {
    expect(formatHash({ route: 'map', feature: { layer: 'shelters', id: '\ud800 broken' } })).toBe('#/');
  });
});
