import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { byCategory } from './category-expression.js';
import type { LayerContext } from './layer-context.js';

/** A width that is `pixels` at zoom 12 and grows by `base` a zoom level. */
export function scaledWidth(pixels: number, base: number): ExpressionSpecification {
  const at = (zoom: number) => Math.round(pixels * base ** (zoom - 12) * 100) / 100;
  return ['interpolate', ['exponential', base], ['zoom'], 8, at(8), 18, at(18)];
}

export function lineLayers(context: LayerContext): LayerSpecification[] {
  const { entry, painted, visibility, source, opacity, theme } = context;
  const { symbol } = entry;
  if (symbol.kind !== 'line') return [];
  const layout = { visibility, 'line-join': 'round', 'line-cap': symbol.dashed ? 'butt' : 'round' } as const;
  const layers: LayerSpecification[] = [];
  if (symbol.casing) {
    layers.push({
      id: `${entry.id}/casing`,
      type: 'line',
      source,
      layout: { ...layout, 'line-cap': 'round' },
      paint: {
        'line-color': symbol.casing[theme],
        'line-width': scaledWidth(symbol.width + 2, 1.3),
        'line-opacity': opacity,
      },
    });
  }
  layers.push({
    id: `${entry.id}/line`,
    type: 'line',
    source,
    layout,
    paint: {
      'line-color': byCategory(entry, painted, ({ colour }) => colour),
      'line-width': scaledWidth(symbol.width, 1.3),
      'line-opacity': opacity,
      ...(symbol.dashed ? { 'line-dasharray': [3, 2] } : {}),
    },
  });
  return layers;
}
