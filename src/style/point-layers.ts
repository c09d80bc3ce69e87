import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { byCategory } from './category-expression.js';
import type { LayerContext } from './layer-context.js';
import { markerName, markerRadiusPixels } from './marker.js';

/** Signs are this much of their size at their first zoom level, and full from three levels deeper on. */
const farShare = 0.6;
const seamPixels = 1.3;

/** Circles are drawn as such (crisp at any size); the other shapes are generated images. */
export function pointLayers(context: LayerContext): LayerSpecification[] {
  const { entry, painted, visibility, source, opacity, flavour } = context;
  const { symbol } = entry;
  if (symbol.kind !== 'point') return [];
  const from = symbol.minZoom ?? 9;
  const growing = (full: number): ExpressionSpecification => {
    const far = Math.round(full * farShare * 1000) / 1000;
    return ['interpolate', ['linear'], ['zoom'], from, far, from + 3, full];
  };
  const colour = byCategory(entry, painted, (category) => category.colour);
  const common = {
    id: `${entry.id}/point`,
    source,
    ...(symbol.minZoom === undefined ? {} : { minzoom: symbol.minZoom }),
  };
  if (symbol.shape === 'circle') {
    return [
      {
        ...common,
        type: 'circle',
        layout: { visibility },
        paint: {
          'circle-color': colour,
          'circle-radius': growing(symbol.radius),
          'circle-opacity': opacity,
          'circle-stroke-color': flavour.halo,
          'circle-stroke-width': growing(seamPixels),
          'circle-stroke-opacity': opacity,
        },
      },
    ];
  }
  return [
    {
      ...common,
      type: 'symbol',
      layout: {
        visibility,
        'icon-image': markerName(symbol.shape),
        'icon-size': growing(symbol.radius / markerRadiusPixels),
        'icon-allow-overlap': true,
        'icon-padding': 0,
      },
      paint: {
        'icon-color': colour,
        'icon-halo-color': flavour.halo,
        'icon-halo-width': seamPixels,
        'icon-opacity': opacity,
      },
    },
  ];
}
