import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { LayerEntry } from '../catalog/layer-entry.js';
import type { Locale } from '../i18n/locale.js';
import { byCategory } from './category-expression.js';
import { over, readable } from './colour.js';
import type { LayerContext } from './layer-context.js';

/**
 * Local fonts, most wanted first; no glyph server is asked. The engine reads the weight out of
 * the first name, and takes names of the reader's own machine.
 */
export const fonts = {
  regular: ['Noto Sans JP Regular', 'Hiragino Sans', 'Yu Gothic UI', 'Meiryo', 'Noto Sans CJK JP'],
  bold: ['Noto Sans JP Bold', 'Hiragino Sans', 'Yu Gothic UI', 'Meiryo', 'Noto Sans CJK JP'],
};

/** Readers of Latin and of Hangul get the romanised name; Chinese readers read the Japanese one. */
export const romanised: Readonly<Record<Locale, boolean>> = {
  ja: false,
  easy: false,
  en: true,
  zh: false,
  ko: true,
};

/** The words of a feature: of a shared outline those of all that share it. */
export function labelText(
  { label, sharedOutlines = false }: Pick<LayerEntry, 'label' | 'sharedOutlines'>,
  locale: Locale,
): ExpressionSpecification {
  const { property = 'name', propertyEn } = label ?? {};
  const latin = romanised[locale] && propertyEn !== undefined;
  const ways = [
    ...(sharedOutlines && latin ? ['outlineNameEn'] : []),
    ...(sharedOutlines && !latin ? ['outlineName'] : []),
    ...(latin ? [propertyEn] : []),
    property,
  ].map((name): ExpressionSpecification => ['get', name]);
  const words: ExpressionSpecification =
    ways.length > 1 ? ['to-string', ['coalesce', ...ways]] : ['to-string', ['get', property]];
  return sharedOutlines ? ['case', ['==', ['get', 'drawnWith'], null], words, ''] : words;
}

export function labelLayers(context: LayerContext): LayerSpecification[] {
  const { entry, painted, visibility, labelSource, flavour, locale, opacity } = context;
  const { label, symbol } = entry;
  if (!label) return [];
  const colour = byCategory(entry, painted, (category) => labelColour(category.colour, context));
  const strong = symbol.kind === 'fill' && !entry.base && symbol.fillOpacity > 0.1;
  return [
    {
      id: `${entry.id}/label`,
      type: 'symbol',
      source: labelSource,
      minzoom: label.minZoom,
      layout: {
        visibility,
        'text-field': labelText(entry, locale),
        'text-font': strong ? fonts.bold : fonts.regular,
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          label.minZoom,
          label.size,
          label.minZoom + 4,
          label.size * 1.25,
        ],
        'text-padding': 4,
        ...placement(context),
      },
      paint: {
        'text-color': colour,
        'text-halo-color': flavour.halo,
        'text-halo-width': 1.5,
        'text-halo-blur': 0.4,
        // A faint layer keeps its words: they say which area it is.
        'text-opacity': opacity === 0 ? 0 : 1,
      },
    },
  ];
}

/** Words of an area lie in it, words of a line along it, words of a sign beside it. */
function placement({ entry }: LayerContext): object {
  const { label, symbol } = entry;
  switch (symbol.kind) {
    case 'line':
      return { 'symbol-placement': 'line', 'symbol-spacing': 320, 'text-letter-spacing': 0.12 };
    case 'fill':
      return { 'text-max-width': 9, 'text-letter-spacing': entry.base ? 0.14 : 0.04 };
    case 'point':
      return {
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': Math.round(((symbol.radius * 1.3 + 3) / (label?.size ?? 11)) * 100) / 100,
        'text-max-width': 11,
      };
  }
}

/** Contrast of words where the device asks for more. */
const strongContrast = 9;

/** The category's own hue, darkened (lightened) until it can be read: panel layers strictly, base layers quietly. */
function labelColour(colour: string, { entry, flavour, strong }: LayerContext): string {
  if (!entry.base) return readable(colour, flavour.ink, flavour.halo, strong ? strongContrast : 6);
  const quiet = entry.symbol.kind === 'fill' ? over(flavour.ink, 0.5, colour) : colour;
  return readable(quiet, flavour.ink, flavour.halo, strong ? strongContrast : 5.2);
}
