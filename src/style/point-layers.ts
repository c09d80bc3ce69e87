import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { byCategory } from './category-expression.js';
import type { LayerContext } from './layer-context.js';
import { markerName, markerRadiusPixels } from './marker.js';

/** Signs are this much of their size at their first zoom level, and full from three levels deeper on. */
const farShare = 0.6;

export function pointLayers(context: LayerContext): LayerSpecification[] {
  const { entry, painted, visibility, source, opacity, flavour } = context;
  const { symbol } = entry;
  if (symbol.kind !== 'point') return [];
  const full = symbol.radius / markerRadiusPixels;
  const from = symbol.minZoom ?? 9;
  return [
    {
      id: `${entry.id}/point`,
      type: 'symbol',
      source,
      ...(symbol.minZoom === undefined ? {} : { minzoom: symbol.minZoom }),
      layout: {
        visibility,
        'icon-image': markerName(symbol.shape),
        'icon-size': ['interpolate', ['linear'], ['zoom'], from, full * farShare, from + 3, full],
        'icon-allow-overlap': true,
        'icon-padding': 0,
      },
      paint: {
        'icon-color': byCategory(entry, painted, ({ colour }) => colour),
        'icon-halo-color': flavour.halo,
        'icon-halo-width': 1.4,
        'icon-opacity': opacity,
      },
    },
  ];
}
