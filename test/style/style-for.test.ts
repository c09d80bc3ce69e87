import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/catalog/layers.js';
import { nationalRasters } from '../../src/catalog/national.js';
import { city } from '../../src/catalog/city.js';
import { locales } from '../../src/i18n/locale.js';
import { basemaps } from '../../src/style/basemap.js';
import { themes } from '../../src/style/flavour.js';
import { labelSourceId } from '../../src/style/layer-context.js';
import { markerImage } from '../../src/style/marker.js';
import { palettes } from '../../src/style/palette.js';
import { patternImage } from '../../src/style/pattern.js';
import { styleFor, type StyleOptions } from '../../src/style/style-for.js';

const panelIds = catalogue.filter((entry) => !entry.base).map(({ id }) => id);
const labelUrls = new Map(
  catalogue.filter(({ geometry }) => geometry === 'polygon').map(({ id }) => [id, `labels/${id}`]),
);

function options(changes: Partial<StyleOptions> = {}): StyleOptions {
  return {
    catalogue,
    tilesUrl: 'tiles',
    frame: city.frame,
    theme: 'light',
    locale: 'ja',
    basemap: 'embedded',
    layers: { visible: new Set(panelIds), opacityOf: () => 1, palette: 'official' },
    labelUrls,
    ...changes,
  };
}

describe('styleFor', () => {
  it('draws a layer from another address when it has one, the others from their files', () => {
    const { sources } = styleFor(options({ layerUrls: new Map([['inundation-zones', 'blob:one']]) }));
    expect(sources['inundation-zones']).toMatchObject({ data: 'blob:one' });
    expect(sources['shelters']).toMatchObject({ data: 'tiles/shelters.geojson' });
  });

  for (const theme of themes) {
    for (const locale of locales) {
      for (const palette of palettes) {
        for (const basemap of basemaps) {
          it(`is valid in ${theme}, ${locale}, ${palette}, ${basemap}`, () => {
            const style = styleFor(
              options({
                theme,
                locale,
                basemap,
                layers: { visible: new Set(panelIds), opacityOf: () => 0.5, palette },
                selected: { position: [130.4, 33.59], uncertaintyMeters: 150 },
                highlights: catalogue.map(({ id }, index) => ({
                  layer: id,
                  property: 'id',
                  value: 'x',
                  certainty: index % 2 ? 'sure' : 'maybe',
                })),
              }),
            );
            expect(validateStyleMin(style)).toEqual([]);
          });
        }
      }
    }
  }

  it('draws every layer of the catalogue that is shown, and nothing of the others', () => {
    const shown = panelIds[0] as string;
    const style = styleFor(
      options({ layers: { visible: new Set([shown]), opacityOf: () => 1, palette: 'official' } }),
    );
    const sources = Object.keys(style.sources);
    for (const { id, base } of catalogue)
      expect(sources.includes(id), id).toBe(base === true || id === shown);
    for (const layer of style.layers) {
      if ('source' in layer) expect(sources, layer.id).toContain(layer.source);
    }
  });

  it('draws national hazard maps above the areas and below the words, enlarged beyond their last zoom', () => {
    const nationals = nationalRasters.map((raster) => ({ raster, opacity: 0.4 }));
    const style = styleFor(options({ nationals }));
    expect(validateStyleMin(style)).toEqual([]);
    const indexes = (wanted: (layer: (typeof style.layers)[number]) => boolean) =>
      style.layers.flatMap((layer, index) => (wanted(layer) ? [index] : []));
    const at = indexes(({ id }) => id.startsWith('national-'));
    const areas = indexes((layer) => layer.type === 'fill' && panelIds.includes(layer.source));
    expect(at).toHaveLength(nationalRasters.length);
    expect(Math.min(...at)).toBeGreaterThan(Math.max(...areas));
    expect(Math.max(...at)).toBeLessThan(Math.min(...indexes(({ type }) => type === 'symbol')));
    for (const { id, maxZoom } of nationalRasters) {
      expect(style.sources[id]).toMatchObject({ type: 'raster', maxzoom: maxZoom });
      expect(style.layers.find((layer) => layer.id === id)).not.toHaveProperty('maxzoom');
    }
    expect(styleFor(options()).layers.some(({ id }) => id.startsWith('national-'))).toBe(false);
  });

  it('keeps a layer that was shown before, hidden, so that nothing is fetched again', () => {
    const [first, second] = panelIds as [string, string];
    const style = styleFor(
      options({
        layers: {
          visible: new Set([first]),
          known: new Set([first, second]),
          opacityOf: () => 1,
          palette: 'official',
        },
      }),
    );
    const visibilities = (id: string) =>
      new Set(style.layers.filter((layer) => layer.id.startsWith(`${id}/`)).map((l) => l.layout?.visibility));
    expect(visibilities(first)).toEqual(new Set(['visible']));
    expect(visibilities(second)).toEqual(new Set(['none']));
  });

  it('has one id a layer', () => {
    const ids = styleFor(options()).layers.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('asks another server only for a base map somebody chose, with its credit', () => {
    const embedded = JSON.stringify(styleFor(options()));
    expect(embedded).not.toContain('http');
    for (const basemap of ['gsi-pale', 'gsi-photo'] as const) {
      const source = styleFor(options({ basemap })).sources[`basemap-${basemap}`];
      expect(source).toMatchObject({ type: 'raster', attribution: expect.stringContaining('地理院タイル') });
    }
  });

  it('needs no glyph server', () => {
    expect(styleFor(options())).not.toHaveProperty('glyphs');
  });

  it('names only images that can be drawn', () => {
    for (const palette of palettes) {
      const text = JSON.stringify(
        styleFor(options({ layers: { visible: new Set(panelIds), opacityOf: () => 1, palette } })),
      );
      const names = text.match(/(?:pattern|marker)-[a-z0-9-]+/g) ?? [];
      expect(names.length).toBeGreaterThan(5);
      for (const name of names) expect(patternImage(name) ?? markerImage(name), name).not.toBeNull();
    }
  });

  it('leaves out the words of areas whose label points are not here yet', () => {
    const style = styleFor(options({ labelUrls: new Map() }));
    expect(style.layers.some(({ id }) => id === 'wards/label')).toBe(false);
    expect(style.sources).not.toHaveProperty(labelSourceId('wards'));
  });

  it('outlines nothing in a hidden layer', () => {
    const highlight = {
      layer: panelIds[0] as string,
      property: 'id',
      value: 'x',
      certainty: 'sure',
    } as const;
    const layersFor = (visible: string[]) =>
      styleFor(
        options({
          highlights: [highlight],
          layers: { visible: new Set(visible), opacityOf: () => 1, palette: 'official' },
        }),
      ).layers.filter(({ id }) => id.startsWith('highlight')).length;
    expect(layersFor(panelIds.slice(0, 1))).toBeGreaterThan(0);
    expect(layersFor([])).toBe(0);
  });

  it('puts larger words on top, so that they win a place', () => {
    const sizes = styleFor(options())
      .layers.filter(({ id }) => id.endsWith('/label'))
      .map(({ id }) => catalogue.find((entry) => `${entry.id}/label` === id)?.label?.size ?? 0);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  });
});
