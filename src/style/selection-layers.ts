import type { Position } from '../geometry/position.js';
import type { LayerSpecification, SourceSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { circleAround } from '../geometry/circle.js';
import type { Flavour } from './flavour.js';
import { markerName, pinBallPixels, pinTipPixels } from './marker.js';

/** The point asked about, and how far the answer's boundary may be off there. */
export interface SelectedPoint {
  /** [longitude, latitude] */
  position: Position;
  /** Radius of the circle of doubt in metres; null where the answer is clear. */
  uncertaintyMeters: number | null;
  /** Radius in metres within which the device says it is; null where the point was chosen. */
  accuracyMeters?: number | null;
}

export const selectionSource = 'selection';
const pinSize = 1.45;

export function selectionSourceOf(selected: SelectedPoint | null): SourceSpecification {
  const features: Feature[] = [];
  if (selected) {
    const { position, uncertaintyMeters, accuracyMeters = null } = selected;
    features.push(part('point', { type: 'Point', coordinates: [...position] }));
    if (uncertaintyMeters !== null && uncertaintyMeters > 0) {
      features.push(part('doubt', circleAround(position, uncertaintyMeters)));
    }
    if (accuracyMeters !== null && accuracyMeters > 0) {
      features.push(part('accuracy', circleAround(position, accuracyMeters)));
    }
  }
  const data: FeatureCollection = { type: 'FeatureCollection', features };
  return { type: 'geojson', data };
}

function part(name: 'point' | 'doubt' | 'accuracy', geometry: Geometry): Feature {
  return { type: 'Feature', properties: { part: name }, geometry };
}

/** The circle the device says it is in: one quiet line, so that it is not taken for the circle of doubt. */
function accuracyLayers(flavour: Flavour): LayerSpecification[] {
  const filter = ['==', ['get', 'part'], 'accuracy'] as ['==', ['get', string], string];
  return [
    {
      id: 'selection/accuracy-fill',
      type: 'fill',
      source: selectionSource,
      filter,
      paint: { 'fill-color': flavour.highlight, 'fill-opacity': 0.1 },
    },
    {
      id: 'selection/accuracy-line',
      type: 'line',
      source: selectionSource,
      filter,
      paint: { 'line-color': flavour.highlight, 'line-width': 1.5 },
    },
  ];
}

/** The circles of doubt and of the device's accuracy, below words and signs. */
export function uncertaintyLayers(flavour: Flavour): LayerSpecification[] {
  const filter = ['==', ['get', 'part'], 'doubt'] as ['==', ['get', string], string];
  return [
    {
      id: 'selection/doubt-fill',
      type: 'fill',
      source: selectionSource,
      filter,
      paint: { 'fill-color': flavour.marker, 'fill-opacity': 0.12 },
    },
    {
      id: 'selection/doubt-casing',
      type: 'line',
      source: selectionSource,
      filter,
      paint: { 'line-color': flavour.highlightCasing, 'line-width': 4, 'line-opacity': 0.8 },
    },
    {
      id: 'selection/doubt-line',
      type: 'line',
      source: selectionSource,
      filter,
      paint: { 'line-color': flavour.marker, 'line-width': 2, 'line-dasharray': [2, 1.5] },
    },
    ...accuracyLayers(flavour),
  ];
}

/** The pin, above everything; its tip is the point. */
export function pinLayers(flavour: Flavour): LayerSpecification[] {
  const filter = ['==', ['get', 'part'], 'point'] as ['==', ['get', string], string];
  return [
    {
      id: 'selection/foot',
      type: 'circle',
      source: selectionSource,
      filter,
      paint: { 'circle-radius': 3.5, 'circle-color': flavour.highlight, 'circle-opacity': 0.35 },
    },
    {
      id: 'selection/pin',
      type: 'symbol',
      source: selectionSource,
      filter,
      layout: {
        'icon-image': markerName('pin'),
        'icon-size': pinSize,
        'icon-offset': [0, -pinTipPixels],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
      paint: {
        'icon-color': flavour.marker,
        'icon-halo-color': flavour.highlightCasing,
        'icon-halo-width': 1.8,
      },
    },
    {
      id: 'selection/eye',
      type: 'circle',
      source: selectionSource,
      filter,
      paint: {
        'circle-radius': 3.6,
        'circle-color': flavour.highlightCasing,
        'circle-translate': [0, -pinBallPixels * pinSize],
      },
    },
  ];
}
