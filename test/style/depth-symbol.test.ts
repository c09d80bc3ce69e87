import { expression, latest } from '@maplibre/maplibre-gl-style-spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue, layerById } from '../../src/catalog/layers.js';
import type { LayerEntry } from '../../src/catalog/layer-entry.js';
import { depthClasses } from '../../src/catalog/national.js';
import { city } from '../../src/catalog/city.js';
import { categoryOf } from '../../src/style/category-expression.js';
import { translate } from '../../src/i18n/translate.js';
import { legendItems } from '../../src/style/legend.js';
import type { Palette } from '../../src/style/palette.js';
import { styleFor } from '../../src/style/style-for.js';

const zones = layerById('inundation-zones') as LayerEntry;
const byDepth = catalogue.filter(({ symbol }) => symbol.byRange);
type Depth = [min: number | null, max: number | null];
const properties = ([depthMinMeters, depthMaxMeters]: Depth) => ({ depthMinMeters, depthMaxMeters });

function layersOf(id: string, palette: Palette = 'official', theme: 'light' | 'dark' = 'light') {
  const style = styleFor({
    ...{ catalogue, tilesUrl: 'tiles', frame: city.frame, theme, locale: 'ja', basemap: 'embedded' },
    layers: { visible: new Set([id]), opacityOf: () => 1, palette },
  });
  return style.layers.filter((layer) => layer.id.startsWith(`${id}/`));
}

/** What the engine would paint, by its own evaluator. */
function painted(
  id: string,
  depth: Depth,
  theme: 'light' | 'dark' = 'light',
): { colour: string; opacity: number } {
  const fill = layersOf(id, 'official', theme).find((layer) => layer.id === `${id}/fill`);
  const paint = fill?.paint as Record<string, unknown>;
  const value = (name: 'fill-color' | 'fill-opacity') => {
    const parsed = expression.createExpression(paint[name], latest.paint_fill[name] as never);
    if (parsed.result !== 'success') throw new Error(JSON.stringify(parsed.value));
    return parsed.value.evaluate({ zoom: 12 }, { type: 'Polygon', properties: properties(depth) } as never);
  };
  return { colour: String(value('fill-color')), opacity: value('fill-opacity') as number };
}

describe('the symbol by depth', () => {
  it('is that of every layer with depths', () => {
    expect(byDepth.map(({ id }) => id).sort()).toEqual(['inundation-zones', 'river-flood']);
  });

  it('paints the published classes in their published colours, in both themes', () => {
    for (const { id } of byDepth)
      for (const theme of ['light', 'dark'] as const)
        for (const { minMeters, maxMeters, colour } of depthClasses)
          expect(painted(id, [minMeters, maxMeters], theme)).toEqual({ colour, opacity: 1 });
  });

  it.each([
    ['the lowest of six classes', [0, 0.5], '#f7f5a9'],
    ['the second of six classes', [0.5, 3], '#ffd8c0'],
    ['finer than published', [1, 2], '#ffd8c0'],
    ['open at 20 m', [20, null], '#dc7adc'],
    ['deeper than the last break', [25, null], '#dc7adc'],
  ] as const)('paints %s in the narrowest class that holds it', (_, depth, colour) => {
    expect(painted('inundation-zones', [...depth]).colour).toBe(colour);
  });

  it('keeps the hatch where the depth is unknown or fits no class', () => {
    for (const depth of [
      [null, null],
      [0, 1],
      [2, 5],
      [3, null],
    ] as Depth[])
      expect(painted('inundation-zones', depth)).toEqual({ colour: '#9c6b1e', opacity: 0.28 });
  });

  it('draws the hatch under the depths, so that it does not darken them', () => {
    expect(
      layersOf('inundation-zones')
        .map(({ id }) => id)
        .slice(0, 2),
    ).toEqual(['inundation-zones/rest', 'inundation-zones/fill']);
  });

  it('says the same to drawings that are not the engine’s', () => {
    const metres = fc.constantFrom(null, 0, 0.2, 0.3, 0.5, 1, 2, 3, 5, 10, 20, 30);
    fc.assert(
      fc.property(metres, metres, (min, max) => {
        const value = categoryOf(zones, properties([min, max]));
        const category = zones.symbol.categories.find((each) => each.value === value);
        expect(painted('inundation-zones', [min, max]).colour).toBe(category?.colour.light);
      }),
    );
  });

  it('lists the classes in the legend only where there are depths', () => {
    const { text } = translate('ja');
    const options = { theme: 'light', palette: 'official', opacity: 1 } as const;
    expect(legendItems(zones, options).map(({ value }) => value)).toEqual([null]);
    const items = legendItems(zones, { ...options, official: true });
    expect(items.map(({ colour }) => colour)).toEqual([
      ...depthClasses.map(({ colour }) => colour),
      '#9c6b1e',
    ]);
    expect(items.map(({ kind, label }) => `${kind} ${text(label)}`)).toContain(
      'fill 0.3〜0.5 m（6区分の図では0.5 m未満）',
    );
    expect(items.at(-1)).toMatchObject({ pattern: 'cross' });
  });

  it('grows darker with depth in the palette for every colour vision', () => {
    const items = legendItems(zones, { theme: 'light', palette: 'safe', opacity: 1, official: true });
    const light = items.slice(0, -1).map(({ colour }) => {
      const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    });
    expect(light).toEqual([...light].sort((a, b) => b - a));
  });
});
