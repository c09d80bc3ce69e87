import type { FeatureCollection, Feature, Geometry } from 'geojson';
import type { BasemapLayer } from '../../catalog/basemap.js';
import type { LayerEntry } from '../../catalog/layer-entry.js';
import { boundingBox } from '../../geometry/bounding-box.js';
import { metersPerDegree } from '../../geometry/ellipsoid.js';
import { runsOf } from '../../geometry/explode.js';
import type { BoundingBox, Position } from '../../geometry/position.js';
import { categoryOf } from '../../style/category-expression.js';
import type { GroundTheme } from '../../style/ground-flavour.js';
import { groundInk } from '../../style/ground-layers.js';
import { legendItems, type LegendItem, type LegendOptions } from '../../style/legend.js';

/** A small map of true scale, drawn as paths: no engine, no WebGL, sharp on paper. Lengths on paper are millimetres. */
export interface LocatorFrame {
  centre: Position;
  /** 25000 stands for 1:25,000 */
  scale: number;
  widthMillimeters: number;
  heightMillimeters: number;
}

export interface LocatorLayer {
  entry: LayerEntry;
  collection: FeatureCollection<Geometry | null>;
}

export interface LocatorShape {
  item: LegendItem;
  /** SVG path, millimetres from the upper left corner. */
  path: string;
}

export interface LocatorWord {
  text: string;
  x: number;
  y: number;
}

type Project = (position: readonly number[]) => [number, number];

/** Positions to millimetres from the frame's upper left corner. */
export function projection(frame: LocatorFrame): Project {
  const { east, north } = metersPerDegree(frame.centre[1]);
  const millimeters = 1000 / frame.scale;
  return ([longitude = 0, latitude = 0]) => [
    frame.widthMillimeters / 2 + (longitude - frame.centre[0]) * east * millimeters,
    frame.heightMillimeters / 2 - (latitude - frame.centre[1]) * north * millimeters,
  ];
}

/** The box of positions the frame shows. */
export function frameBox(frame: LocatorFrame): BoundingBox {
  const { east, north } = metersPerDegree(frame.centre[1]);
  const halfEast = ((frame.widthMillimeters / 2) * frame.scale) / 1000 / east;
  const halfNorth = ((frame.heightMillimeters / 2) * frame.scale) / 1000 / north;
  const [longitude, latitude] = frame.centre;
  return [longitude - halfEast, latitude - halfNorth, longitude + halfEast, latitude + halfNorth];
}

const touches = (one: BoundingBox, other: BoundingBox) =>
  one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1];

function isInFrame(feature: Feature<Geometry | null>, box: BoundingBox): boolean {
  const own = boundingBox(feature.geometry);
  return own !== null && touches(own, box);
}

const round = (millimeters: number) => Math.round(millimeters * 100) / 100;

function runPath(run: readonly (readonly number[])[], project: Project, close: boolean): string {
  const points = run.map((position) => project(position).map(round).join(' '));
  return `M${points.join('L')}${close ? 'Z' : ''}`;
}

/** Signs of points, about 2 mm across. */
const signs: Readonly<Record<'circle' | 'square' | 'triangle' | 'diamond', string>> = {
  circle: 'm-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0z',
  square: 'm-.9-.9h1.8v1.8h-1.8z',
  triangle: 'm0-1.1l1 1.9h-2z',
  diamond: 'm0-1.2l1.1 1.2l-1.1 1.2l-1.1-1.2z',
};

function featurePath(feature: Feature<Geometry | null>, item: LegendItem, project: Project): string {
  const runs = runsOf(feature.geometry);
  if (item.kind !== 'point') return runs.map((run) => runPath(run, project, item.kind === 'fill')).join('');
  return runs
    .flat()
    .map((position) => `M${project(position).map(round).join(' ')}${signs[item.shape]}`)
    .join('');
}

function itemOf(feature: Feature<Geometry | null>, entry: LayerEntry, items: readonly LegendItem[]) {
  const value = categoryOf(entry, feature.properties);
  return items.find((item) => item.value === value) ?? items.find((item) => item.value === null);
}

/** What lies in the frame, lowest first, in the colours of the legend. */
export function locatorShapes(
  frame: LocatorFrame,
  layers: readonly LocatorLayer[],
  optionsOf: (entry: LayerEntry) => LegendOptions,
): LocatorShape[] {
  const project = projection(frame);
  const box = frameBox(frame);
  return layers.flatMap(({ entry, collection }) => {
    const items = legendItems(entry, { ...optionsOf(entry), official: true });
    return collection.features.flatMap((feature): LocatorShape[] => {
      if (!isInFrame(feature, box)) return [];
      const item = itemOf(feature, entry, items);
      return item ? [{ item, path: featurePath(feature, item, project) }] : [];
    });
  });
}

/** One stroke or fill of the base map: everything of one colour and width. */
export interface GroundPath {
  colour: string;
  /** null: an area */
  widthPixels: number | null;
  path: string;
}

/** The base map beneath the layers, in the order of its shapes; of one kind one path. */
export function groundPaths(
  frame: LocatorFrame,
  shapes: readonly { layer: BasemapLayer; kind: string; geometry: Geometry }[],
  theme: GroundTheme,
): GroundPath[] {
  const project = projection(frame);
  const paths = new Map<string, GroundPath & { parts: string[] }>();
  for (const { layer, kind, geometry } of shapes) {
    const ink = groundInk(theme, layer, kind);
    if (ink === null) continue;
    const key = `${layer} ${kind}`;
    const group = paths.get(key) ?? { ...ink, path: '', parts: [] };
    paths.set(key, group);
    group.parts.push(...runsOf(geometry).map((run) => runPath(run, project, ink.widthPixels === null)));
  }
  return [...paths.values()].map(({ colour, widthPixels, parts }) => ({
    colour,
    widthPixels,
    path: parts.join(''),
  }));
}

/** Names of the points in the frame, as many as stand apart from each other. */
export function locatorWords(
  frame: LocatorFrame,
  { collection }: LocatorLayer,
  name: (properties: Feature['properties']) => string,
): LocatorWord[] {
  const project = projection(frame);
  const words: LocatorWord[] = [];
  for (const { geometry, properties } of collection.features) {
    const [position] = runsOf(geometry).flat();
    if (!position) continue;
    const [x, y] = project(position);
    const inside = x > 6 && x < frame.widthMillimeters - 6 && y > 3 && y < frame.heightMillimeters - 5;
    const free = words.every((word) => Math.abs(word.x - x) > 14 || Math.abs(word.y - y) > 4);
    if (inside && free) words.push({ text: name(properties), x: round(x), y: round(y) });
  }
  return words;
}

/** A round length for the scale bar that takes about a quarter of the width. */
export function scaleBarMeters({ scale, widthMillimeters }: LocatorFrame): number {
  const targetMeters = ((widthMillimeters / 4) * scale) / 1000;
  const power = 10 ** Math.floor(Math.log10(targetMeters));
  const step = [5, 2, 1].find((factor) => factor * power <= targetMeters) ?? 1;
  return step * power;
}
