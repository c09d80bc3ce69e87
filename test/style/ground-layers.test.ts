import { validateStyleMin, type LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { basemapKinds, basemapLayers } from '../../src/catalog/basemap.js';
import { catalogue } from '../../src/catalog/layers.js';
import { city } from '../../src/catalog/city.js';
import { locales } from '../../src/i18n/locale.js';
import { contrast } from '../../src/style/colour.js';
import { groundFlavours, groundThemes, groundThemeOf } from '../../src/style/ground-flavour.js';
import { groundInk, groundLayers, groundSources } from '../../src/style/ground-layers.js';
import { styleFor, type StyleOptions } from '../../src/style/style-for.js';

const ground = {
  basemap: 'pmtiles://here/basemap.pmtiles',
  'block-numbers': 'pmtiles://here/blocks.pmtiles',
};
const panelIds = catalogue.filter((entry) => !entry.base).map(({ id }) => id);
const options = (changes: Partial<StyleOptions> = {}): StyleOptions => ({
  catalogue,
  tilesUrl: 'tiles',
  frame: city.frame,
  theme: 'light',
  locale: 'ja',
  basemap: 'embedded',
  ground,
  layers: { visible: new Set(panelIds), opacityOf: () => 1, palette: 'official' },
  ...changes,
});
const idsOf = (layers: readonly LayerSpecification[]) => layers.map(({ id }) => id);

describe('groundLayers', () => {
  for (const theme of groundThemes)
    for (const locale of locales)
      it(`is valid in ${theme}, ${locale}`, () => {
        const { ground: land, below, words } = groundLayers(theme, locale);
        const layers = [...land, ...below, ...words];
        const style = { version: 8 as const, sources: groundSources(ground), layers };
        expect(validateStyleMin(style)).toEqual([]);
      });

  it('draws every layer of the tiles, and words only above', () => {
    const { ground: land, below, words } = groundLayers('light', 'ja');
    const drawn = new Set(
      [...land, ...below, ...words].map((layer) => 'source-layer' in layer && layer['source-layer']),
    );
    expect([...drawn].filter((layer) => layer !== 'blocks').sort()).toEqual([...basemapLayers].sort());
    expect([...land, ...below].every(({ type }) => type !== 'symbol')).toBe(true);
    expect(words.every(({ type }) => type === 'symbol')).toBe(true);
  });

  it('gives Latin names to readers of Latin and Hangul, where there are any', () => {
    const text = (locale: 'ja' | 'en' | 'ko') => JSON.stringify(groundLayers('light', locale).words);
    expect(text('en')).toContain('nameEn');
    expect(text('ko')).toContain('nameEn');
    expect(text('ja')).not.toContain('nameEn');
  });

  it('has words that can be read on their seam', () => {
    for (const theme of groundThemes) {
      const { words, halo } = groundFlavours[theme];
      for (const [name, colour] of Object.entries(words))
        expect(contrast(colour, halo), `${theme} ${name}`).toBeGreaterThan(
          theme === 'high-contrast' ? 7 : 4.5,
        );
    }
    expect(groundThemeOf('light', true)).toBe('high-contrast');
    expect(groundThemeOf('dark', true)).toBe('dark');
  });

  it('knows a line or an area for every kind a small picture shows', () => {
    for (const layer of ['cover', 'use', 'water', 'waterways'] as const)
      for (const kind of Object.keys(basemapKinds[layer]))
        expect(groundInk('light', layer, kind), `${layer} ${kind}`).not.toBeNull();
    expect(groundInk('light', 'streets', 'trunk')?.widthPixels).toBeGreaterThan(
      groundInk('light', 'streets', 'minor')?.widthPixels ?? Infinity,
    );
    expect(groundInk('light', 'buildings', 'building')).toBeNull();
  });
});

describe('the base map in the style', () => {
  it('lies between the land and the areas of the layers, its words above all areas and lines', () => {
    const ids = idsOf(styleFor(options()).layers);
    const at = (id: string) => ids.indexOf(id);
    expect(at('wards/fill')).toBeLessThan(at('ground/cover'));
    expect(at('ground/bridges')).toBeLessThan(at('treatment-districts/fill'));
    expect(at('ground/block-numbers')).toBeGreaterThan(at('treatment-districts/outline'));
    expect(at('ground/water-names')).toBeLessThan(at('stations/label'));
    expect(validateStyleMin(styleFor(options()))).toEqual([]);
  });

  it('ends at the border of the city where its land does not, and no course is drawn in its own water', () => {
    const ids = idsOf(styleFor(options()).layers);
    const order = ['ground/use', 'neighbours/fill', 'ground/waterways', 'ground/water', 'ground/streets'];
    expect(ids.filter((id) => order.includes(id))).toEqual(order);
  });

  it('names the towns, once, whether or not they are drawn', () => {
    const labelUrls = new Map([['towns', 'blob:towns']]);
    const named = (visible: readonly string[], changes: Partial<StyleOptions> = {}) => {
      const layers = { visible: new Set(visible), opacityOf: () => 1, palette: 'official' as const };
      const style = styleFor(options({ labelUrls, layers, ...changes }));
      expect(validateStyleMin(style)).toEqual([]);
      return style.layers.filter(({ id }) => id.startsWith('towns/'));
    };
    expect(named([])).toMatchObject([{ id: 'towns/label', layout: { visibility: 'visible' } }]);
    expect(idsOf(named(['towns'])).filter((id) => id === 'towns/label')).toHaveLength(1);
    expect(named([], { ground: {} })).toEqual([]);
    expect(named([], { labelUrls: new Map() })).toEqual([]);
    const layers = { visible: new Set<string>(), known: new Set(['towns']), opacityOf: () => 0 };
    const hidden = named([], { layers: { ...layers, palette: 'official' } });
    expect(hidden.find(({ id }) => id === 'towns/label')).toMatchObject({
      layout: { visibility: 'visible' },
      paint: { 'text-opacity': 1 },
    });
  });

  it('has darker words where the device asks for more contrast', () => {
    const labelUrls = new Map([['towns', 'blob:towns']]);
    const ratio = (strongLines: boolean) => {
      const label = styleFor(options({ labelUrls, strongLines })).layers.find(
        ({ id }) => id === 'towns/label',
      );
      const paint = label?.paint as Record<string, string>;
      return contrast(paint['text-color']!, paint['text-halo-color']!);
    };
    expect(ratio(true)).toBeGreaterThan(8.9);
    expect(ratio(true)).toBeGreaterThan(ratio(false));
  });

  it('takes the place of the schematic rivers, and of the railways where it has them', () => {
    const style = styleFor(options());
    expect(style.sources).not.toHaveProperty('rivers');
    expect(idsOf(style.layers).some((id) => id.startsWith('rivers/'))).toBe(false);
    expect(style.layers.find(({ id }) => id === 'railways/line')).toMatchObject({ maxzoom: 12 });
    const simple = styleFor(options({ ground: {} }));
    expect(simple.sources).toHaveProperty('rivers');
    expect(simple.layers.find(({ id }) => id === 'railways/line')).not.toHaveProperty('maxzoom');
  });

  it('is not drawn under an online base map', () => {
    const style = styleFor(options({ basemap: 'gsi-pale' }));
    expect(Object.keys(style.sources).some((id) => id.startsWith('ground-'))).toBe(false);
    expect(idsOf(style.layers).some((id) => id.startsWith('ground/'))).toBe(false);
  });

  it('has areas give way to it from zoom 15, hazards excepted', () => {
    const paintOf = (id: string, changes?: Partial<StyleOptions>) =>
      styleFor(options(changes)).layers.find((layer) => layer.id === id)?.paint as Record<string, unknown>;
    const fading = paintOf('treatment-districts/fill')['fill-opacity'] as unknown[];
    expect(fading.slice(0, 4)).toEqual(['interpolate', ['linear'], ['zoom'], 14]);
    expect(fading[5]).toBe(15);
    expect(fading[6]).toBeLessThan(0.2);
    expect(fading[4]).toBe(paintOf('treatment-districts/fill', { ground: {} })['fill-opacity']);
    expect(paintOf('inundation-zones/fill')).toEqual(paintOf('inundation-zones/fill', { ground: {} }));
  });

  it('still draws the streets where only the block numbers do not come', () => {
    const ids = idsOf(styleFor(options({ ground: { basemap: ground.basemap } })).layers);
    expect(ids).toContain('ground/streets');
    expect(ids).not.toContain('ground/block-numbers');
  });
});
