import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/catalog/layers.js';
import { networkLayer } from '../../src/catalog/network.js';
import { styleChanges } from '../../src/style/style-changes.js';
import { styleFor } from '../../src/style/style-for.js';

const address = 'pmtiles://https://example.org/tiles/network/network.pmtiles';
const styleWith = (visible: readonly string[], tiled = true) =>
  styleFor({
    catalogue,
    tilesUrl: 'https://example.org/tiles',
    layerUrls: new Map(tiled ? [[networkLayer, address]] : []),
    frame: [130, 33, 131, 34],
    theme: 'light',
    locale: 'ja',
    basemap: 'embedded',
    layers: {
      visible: new Set(visible),
      known: new Set([networkLayer]),
      opacityOf: () => 1,
      palette: 'official',
    },
  });
const drawn = (style: ReturnType<typeof styleWith>) =>
  style.layers.filter((layer) => 'source' in layer && layer.source === networkLayer);

describe('a layer from tiles', () => {
  it('is one valid vector source; every layer of it names its part of the tiles', () => {
    const style = styleWith([networkLayer]);
    expect(style.sources[networkLayer]).toEqual({ type: 'vector', url: address });
    const parts = drawn(style).map((layer) => ('source-layer' in layer ? layer['source-layer'] : undefined));
    expect(new Set(parts)).toEqual(new Set(['sewers', 'manholes', 'inlets']));
    expect(validateStyleMin(style)).toEqual([]);
  });

  it('is a plain file where there are no tiles, without the points that only tiles have', () => {
    const style = styleWith([networkLayer], false);
    expect(style.sources[networkLayer]).toMatchObject({ type: 'geojson', promoteId: 'id' });
    expect(drawn(style).filter((layer) => 'source-layer' in layer || layer.type === 'circle')).toEqual([]);
  });

  it('is switched by visibility alone: nothing is fetched, cut or indexed again', () => {
    const changes = styleChanges(styleWith([networkLayer]), styleWith([]));
    expect(changes.length).toBe(drawn(styleWith([])).length);
    for (const change of changes)
      expect(change).toMatchObject({ do: 'set-layout', property: 'visibility', value: 'none' });
  });
});
