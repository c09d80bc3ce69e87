import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/catalog/layers.js';
import { city } from '../../src/catalog/city.js';
import { locales } from '../../src/i18n/locale.js';
import { basemaps } from '../../src/style/basemap.js';
import { themes } from '../../src/style/flavour.js';
import { palettes } from '../../src/style/palette.js';
import { styleChanges, type StyleChange } from '../../src/style/style-changes.js';
import { styleFor } from '../../src/style/style-for.js';

const panelIds = catalogue.filter((entry) => !entry.base).map(({ id }) => id);
const some = fc.subarray(panelIds).map((ids) => new Set(ids));

const anyStyle = fc
  .record({
    theme: fc.constantFrom(...themes),
    locale: fc.constantFrom(...locales),
    basemap: fc.constantFrom(...basemaps),
    palette: fc.constantFrom(...palettes),
    visible: some,
    known: some,
    labels: fc.subarray(catalogue.map(({ id }) => id)),
    opacity: fc.constantFrom(0, 0.4, 1),
    selected: fc.constantFrom(null, { position: [130.4, 33.6] as const, uncertaintyMeters: 80 }),
    highlights: fc.subarray(panelIds, { maxLength: 2 }),
  })
  .map(({ palette, visible, known, labels, opacity, highlights, ...rest }) =>
    styleFor({
      ...rest,
      catalogue,
      tilesUrl: 'tiles',
      frame: city.frame,
      layers: { visible, known, palette, opacityOf: () => opacity },
      labelUrls: new Map(labels.map((id) => [id, `blob:${id}`])),
      highlights: highlights.map((layer) => ({ layer, property: 'id', value: 'x', certainty: 'sure' })),
    }),
  );

/** The engine in miniature: applies changes to a style, complaining as the engine would. */
function applied(style: StyleSpecification, changes: readonly StyleChange[]): StyleSpecification {
  const sources = new Map(Object.entries(style.sources));
  const layers = style.layers.map((layer) => structuredClone(layer) as unknown as Record<string, unknown>);
  const at = (id: string | null) => {
    const index = layers.findIndex((layer) => layer['id'] === id);
    if (index < 0) throw new Error(`no layer ${id}`);
    return index;
  };
  for (const change of changes) {
    switch (change.do) {
      case 'remove-layer':
        layers.splice(at(change.id), 1);
        break;
      case 'remove-source':
        if (layers.some((layer) => layer['source'] === change.id)) throw new Error(`${change.id} is in use`);
        sources.delete(change.id);
        break;
      case 'add-source':
        if (sources.has(change.id)) throw new Error(`${change.id} is there`);
        sources.set(change.id, change.source);
        break;
      case 'set-data':
        sources.set(change.id, { ...sources.get(change.id), type: 'geojson', data: change.data });
        break;
      case 'add-layer': {
        const source = 'source' in change.layer ? change.layer.source : undefined;
        if (typeof source === 'string' && !sources.has(source)) throw new Error(`no source ${source}`);
        const where = change.before === null ? layers.length : at(change.before);
        layers.splice(where, 0, structuredClone(change.layer) as unknown as Record<string, unknown>);
        break;
      }
      default: {
        const layer = layers[at(change.id)] as Record<string, Record<string, unknown>>;
        const part = (layer[change.do === 'set-layout' ? 'layout' : 'paint'] ??= {});
        if (change.value === undefined) delete part[change.property];
        else part[change.property] = change.value;
      }
    }
  }
  return { ...style, sources: Object.fromEntries(sources), layers: layers as never };
}

describe('styleChanges', () => {
  it('leads from any style to any other', () => {
    fc.assert(
      fc.property(anyStyle, anyStyle, (before, after) => {
        const reached = applied(before, styleChanges(before, after));
        expect(reached.sources).toEqual(after.sources);
        expect(reached.layers).toEqual(after.layers);
      }),
      { numRuns: 150 },
    );
  });

  it('does nothing where nothing changed', () => {
    fc.assert(
      fc.property(anyStyle, (style) => void expect(styleChanges(style, structuredClone(style))).toEqual([])),
    );
  });

  it('changes theme, language and palette without touching a source', () => {
    const appearance = (theme: 'light' | 'dark', locale: 'ja' | 'en', palette: 'official' | 'safe') =>
      styleFor({
        catalogue,
        tilesUrl: 'tiles',
        frame: city.frame,
        theme,
        locale,
        basemap: 'embedded',
        layers: { visible: new Set(panelIds), palette, opacityOf: () => 1 },
      });
    const steps = styleChanges(appearance('light', 'ja', 'official'), appearance('dark', 'en', 'safe'));
    expect(steps.length).toBeGreaterThan(10);
    for (const step of steps) expect(step.do).not.toMatch(/source|data/);
  });
});
