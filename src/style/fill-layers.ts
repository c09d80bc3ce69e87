import type {
  ExpressionSpecification,
  FillLayerSpecification,
  LayerSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import type { Category } from '../catalog/layer-entry.js';
import { byCategory } from './category-expression.js';
import { over } from './colour.js';
import type { LayerContext } from './layer-context.js';
import type { PaintedCategory } from './palette.js';
import { patternName } from './pattern.js';
import { scaledWidth } from './line-layers.js';

/** How much darker (lighter at night) an outline is than its fill. */
const outlineLean = 0.28;
const baseOutlineLean = 0.34;
/**
 * A pattern the catalogue asks for is drawn this much stronger than the fill beneath it; one the
 * safe palette adds to large areas only whispers.
 */
const patternStrength = { asked: 1.7, added: 0.75 };

export function fillOpacity(
  { entry: { symbol }, opacity }: Pick<LayerContext, 'entry' | 'opacity'>,
  category: Category,
): number {
  return round(symbol.kind === 'fill' ? (category.fillOpacity ?? symbol.fillOpacity) * opacity : opacity);
}

export function patternOpacity(context: Pick<LayerContext, 'entry' | 'opacity'>): number {
  const { symbol } = context.entry;
  if (symbol.kind !== 'fill') return context.opacity;
  const asked = symbol.categories.some(({ pattern = 'none' }) => pattern !== 'none');
  const strength = Math.min(1, symbol.fillOpacity * patternStrength[asked ? 'asked' : 'added']);
  return round(strength * context.opacity);
}

export function outlineColour(
  colour: string,
  { entry, flavour }: Pick<LayerContext, 'entry' | 'flavour'>,
): string {
  return over(flavour.ink, entry.base ? baseOutlineLean : outlineLean, colour);
}

/** An outline that several features share is drawn with the first of them. */
function drawnOnce({
  sharedOutlines = false,
}: LayerContext['entry']): Pick<FillLayerSpecification, 'filter'> {
  return sharedOutlines ? { filter: ['!', ['has', 'drawnWith']] } : {};
}

/** From this zoom on an area is a tint under what is drawn beneath it; its border says where it ends. */
const givesWayZoom = 15;
const tint = 0.35;

/** Opacity at every zoom, or one that fades to a tint where the streets are to be read. */
function atZooms(
  { givesWay }: Pick<LayerContext, 'givesWay'>,
  opacityAt: (share: number) => number | ExpressionSpecification,
): number | ExpressionSpecification {
  if (!givesWay) return opacityAt(1);
  const faded: unknown = [
    'interpolate',
    ['linear'],
    ['zoom'],
    givesWayZoom - 1,
    opacityAt(1),
    givesWayZoom,
    opacityAt(tint),
  ];
  return faded as ExpressionSpecification;
}

/** The area itself and, where a category has one, its pattern. */
export function fillLayers(context: LayerContext): LayerSpecification[] {
  const { entry, painted, visibility, source } = context;
  if (entry.symbol.kind !== 'fill') return [];
  const area: LayerSpecification = {
    id: `${entry.id}/fill`,
    type: 'fill',
    source,
    ...drawnOnce(entry),
    layout: { visibility },
    paint: {
      'fill-color': byCategory(entry, painted, ({ colour }) => colour),
      'fill-opacity': atZooms(context, (share) =>
        byCategory(entry, painted, ({ category }) => round(fillOpacity(context, category) * share)),
      ),
      'fill-antialias': false,
    },
  };
  const patterned = (id: string, wanted: (one: PaintedCategory) => boolean): LayerSpecification[] => {
    const signOf = (one: PaintedCategory) => (wanted(one) ? one.pattern : 'none');
    if (painted.every((one) => signOf(one) === 'none')) return [];
    return [
      {
        id: `${entry.id}/${id}`,
        type: 'fill',
        source,
        ...drawnOnce(entry),
        layout: { visibility },
        paint: {
          'fill-pattern': byCategory(entry, painted, (one) => patternName(signOf(one), one.colour)),
          'fill-opacity': atZooms(context, (share) => round(patternOpacity(context) * share)),
        },
      },
    ];
  };
  if (!entry.symbol.byRange) return [area, ...patterned('pattern', () => true)];
  // What is known lies over what is not: the hatch of an area must not darken the depths inside it.
  const isRest = ({ category }: PaintedCategory) => category.value === null;
  return [...patterned('rest', isRest), area, ...patterned('pattern', (one) => !isRest(one))];
}

/** The border of an area, above all fills, so that a layer on top does not swallow it. */
export function outlineLayers(context: LayerContext): LayerSpecification[] {
  const { entry, painted, visibility, source, opacity } = context;
  const { symbol } = entry;
  if (symbol.kind !== 'fill' || symbol.outlineWidth === 0) return [];
  return [
    {
      id: `${entry.id}/outline`,
      type: 'line',
      source,
      ...drawnOnce(entry),
      layout: { visibility, 'line-join': 'round', 'line-cap': symbol.dashed ? 'butt' : 'round' },
      paint: {
        'line-color': byCategory(entry, painted, ({ colour }) => outlineColour(colour, context)),
        'line-width': scaledWidth(symbol.outlineWidth, 1.15),
        'line-opacity': opacity,
        ...(symbol.dashed ? { 'line-dasharray': [3, 2] } : {}),
      },
    },
  ];
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
