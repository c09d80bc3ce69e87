import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { LayerEntry } from '../catalog/layer-entry.js';
import type { Flavour } from './flavour.js';

/** A feature to be outlined: the one whose `property` equals `value` in a layer. */
export interface Highlight {
  layer: string;
  property: string;
  value: string;
  /** `maybe` = one of several candidates, drawn dashed. */
  certainty: 'sure' | 'maybe';
}

/** Outlines with a seam, readable on every colour beneath. */
export function highlightLayers(
  highlight: Highlight,
  index: number,
  entry: LayerEntry,
  flavour: Flavour,
): LayerSpecification[] {
  const id = `highlight-${index}`;
  const filter: ExpressionSpecification = ['==', ['to-string', ['get', highlight.property]], highlight.value];
  if (entry.symbol.kind === 'point') {
    return [
      {
        id: `${id}/ring`,
        type: 'circle',
        source: entry.id,
        filter,
        paint: {
          'circle-radius': entry.symbol.radius + 7,
          'circle-color': flavour.highlightCasing,
          'circle-opacity': 0.75,
          'circle-stroke-color': flavour.highlight,
          'circle-stroke-width': 2.5,
        },
      },
    ];
  }
  const layout = { 'line-join': 'round', 'line-cap': 'round' } as const;
  const dash = highlight.certainty === 'maybe' ? { 'line-dasharray': [1.2, 2] } : {};
  return [
    {
      id: `${id}/casing`,
      type: 'line',
      source: entry.id,
      filter,
      layout,
      paint: { 'line-color': flavour.highlightCasing, 'line-width': 6, 'line-opacity': 0.85 },
    },
    {
      id: `${id}/line`,
      type: 'line',
      source: entry.id,
      filter,
      layout,
      paint: { 'line-color': flavour.highlight, 'line-width': 2.6, ...dash },
    },
  ];
}
