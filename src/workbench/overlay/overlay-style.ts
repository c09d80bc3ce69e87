import { visibleText } from '../../i18n/shown-text.js';
import type { FeatureCollection } from 'geojson';
import type { MapOverlay } from '../../state/map-host.js';
import type { CellValue, OverlayFeature, OverlayLayer } from './overlay.js';
import { propertyOf } from './property-of.js';

/** Paint of one overlay: one colour, or a colour for each class of a field. */
export interface OverlayStyle {
  /** #rrggbb */
  colour: string;
  /** Field that decides the colour; null = one colour. */
  by: string | null;
  /** Field written beside features; null = none. */
  label: string | null;
  opacity: number;
  lineWidthPixels: number;
  pointRadiusPixels: number;
}

export interface StyleClass {
  /** Text of the legend: a value, or `12.5 – 40`. Null = everything else. */
  label: string | null;
  colour: string;
  count: number;
}

/** Okabe and Ito's colours, apart for every kind of colour vision; grey is for "everything else". */
export const classColours = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#e69f00',
  '#56b4e9',
  '#8c6d31',
] as const;
const restColour = '#767676';
/** Light to dark of one hue for amounts. */
const rampColours = ['#9ecae1', '#6baed6', '#4292c6', '#2171b5', '#084594'] as const;

/** The sketch has a colour of its own wherever it is drawn. */
export const sketchStyleIndex = 3;

export function defaultStyle(index: number): OverlayStyle {
  return {
    colour: classColours[index % classColours.length] ?? restColour,
    by: null,
    label: null,
    opacity: 1,
    lineWidthPixels: 2.5,
    pointRadiusPixels: 5,
  };
}

interface Classifier {
  classes: StyleClass[];
  colourOf: (value: CellValue | undefined) => string;
}

/** The classes of a style with their counts, for map and legend alike. */
export function classify(layer: Pick<OverlayLayer, 'features' | 'fields'>, style: OverlayStyle): Classifier {
  const field = layer.fields.find(({ name }) => name === style.by);
  if (!field)
    return {
      classes: [{ label: null, colour: style.colour, count: layer.features.length }],
      colourOf: () => style.colour,
    };
  const values = layer.features.map(({ properties }) => propertyOf(properties, field.name));
  return field.kind === 'number' ? byAmount(values) : byValue(values);
}

function byValue(values: readonly (CellValue | undefined)[]): Classifier {
  const counts = new Map<string, number>();
  for (const value of values) {
    const text = asText(value);
    if (text !== null) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const ranked = [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, classColours.length);
  const colours = new Map(ranked.map(([text], index) => [text, classColours[index] ?? restColour]));
  const rest = values.length - ranked.reduce((sum, [, count]) => sum + count, 0);
  const classes: StyleClass[] = ranked.map(([label, count]) => ({
    label,
    colour: colours.get(label) ?? restColour,
    count,
  }));
  if (rest > 0) classes.push({ label: null, colour: restColour, count: rest });
  return { classes, colourOf: (value) => colours.get(asText(value) ?? '') ?? restColour };
}

/** Five classes of about equally many features (quantiles); fewer when values repeat. */
function byAmount(values: readonly (CellValue | undefined)[]): Classifier {
  const numbers = values.filter((value) => typeof value === 'number').sort((a, b) => a - b);
  const edges: number[] = [];
  for (let step = 1; step < rampColours.length; step++) {
    const edge = numbers[Math.floor((numbers.length * step) / rampColours.length)];
    if (edge !== undefined && edge > (edges.at(-1) ?? numbers[0] ?? edge)) edges.push(edge);
  }
  const classOf = (value: number) => edges.filter((edge) => value >= edge).length;
  const counts = edges.concat(0).map(() => 0);
  for (const value of numbers) counts[classOf(value)] = (counts[classOf(value)] ?? 0) + 1;
  const [low = 0, high = 0] = [numbers[0], numbers.at(-1)];
  const colour = (index: number) =>
    rampColours[edges.length === 0 ? 2 : Math.round((index * (rampColours.length - 1)) / edges.length)] ??
    restColour;
  const classes: StyleClass[] = counts.map((count, index) => ({
    label: `${round(edges[index - 1] ?? low)} – ${round(edges[index] ?? high)}`,
    colour: colour(index),
    count,
  }));
  const rest = values.length - numbers.length;
  if (numbers.length === 0) classes.length = 0;
  if (rest > 0) classes.push({ label: null, colour: restColour, count: rest });
  return { classes, colourOf: (value) => (typeof value === 'number' ? colour(classOf(value)) : restColour) };
}

function asText(value: CellValue | undefined): string | null {
  return value === null || value === undefined || value === '' ? null : String(value);
}

function round(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** An overlay as the map draws it. Rows without a place are left out; the label is plain text. */
export function toMapOverlay(
  id: string,
  layer: Pick<OverlayLayer, 'features' | 'fields'>,
  style: OverlayStyle,
  data: FeatureCollection = paintedFeatures(layer, style),
): MapOverlay {
  return {
    id,
    data,
    opacity: style.opacity,
    fillOpacity: 0.35,
    lineWidthPixels: style.lineWidthPixels,
    pointRadiusPixels: style.pointRadiusPixels,
    dashed: false,
    labels: style.label !== null,
  };
}

/** Only what drawing needs travels to the map: row, colour, label. */
export function paintedFeatures(
  layer: Pick<OverlayLayer, 'features' | 'fields'>,
  style: OverlayStyle,
): FeatureCollection {
  const { colourOf } = classify(layer, style);
  const placed = layer.features.filter(
    (feature): feature is OverlayFeature & { geometry: object } => feature.geometry !== null,
  );
  return {
    type: 'FeatureCollection',
    features: placed.map(({ id, geometry, properties }) => ({
      type: 'Feature',
      id,
      geometry,
      properties: {
        row: id,
        colour: colourOf(style.by === null ? undefined : propertyOf(properties, style.by)),
        label: style.label === null ? '' : visibleText(asText(propertyOf(properties, style.label)) ?? ''),
      },
    })),
  };
}
