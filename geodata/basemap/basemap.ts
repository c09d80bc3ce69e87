import type { Feature, Geometry } from 'geojson';
import {
  basemapKinds,
  basemapLayers,
  basemapZooms,
  groundCredits,
  type BasemapLayer,
} from '../../src/catalog/basemap.js';
import { boundingBoxOf } from '../../src/geometry/bounding-box.js';
import { distanceMeters } from '../../src/geometry/measure.js';
import type { BoundingBox } from '../../src/geometry/position.js';
import { cutTiles, type TiledFeature } from './cut-tiles.js';
import type { Ground } from './ground.js';
import type { GroundGroup, GroundTags } from './ground-file.js';
import { joinLines } from './join-lines.js';
import { writePmtiles } from './pmtiles-writer.js';

export interface BasemapAbout {
  /** Name of the archive. */
  name: string;
  /** ISO day or month of the extract. */
  asOf: string;
  centre: readonly [longitude: number, latitude: number];
}

const shapes: Readonly<Record<BasemapLayer, 'area' | 'line' | 'point'>> = {
  cover: 'area',
  use: 'area',
  water: 'area',
  buildings: 'area',
  waterways: 'line',
  streets: 'line',
  railways: 'line',
  places: 'point',
};

/**
 * The base map as one PMTiles archive; pure, and the same ground gives the same bytes.
 * @param ground from OpenStreetMap, in the project's own form
 * @param names Latin names of what has only a Japanese one, by that
 * @throws Error naming a kind that the catalogue of the base map does not know
 */
export function buildBasemap(
  ground: Ground,
  names: ReadonlyMap<string, string>,
  about: BasemapAbout,
): Uint8Array {
  const layers = Object.fromEntries(
    basemapLayers.map((layer) => [layer, ground[layer].flatMap((group) => tiled(layer, group, names))]),
  );
  const bounds = boundsOf(ground);
  return writePmtiles(cutTiles(layers, basemapZooms, bounds), {
    minZoom: basemapZooms.min,
    maxZoom: basemapZooms.max,
    bounds,
    centre: { longitude: about.centre[0], latitude: about.centre[1], zoom: 12 },
    metadata: {
      name: about.name,
      attribution: `<a href="${groundCredits.basemap.href}">${groundCredits.basemap.text}</a>`,
      license: 'ODbL-1.0',
      asOf: about.asOf,
      vector_layers: basemapLayers.map((id) => ({
        id,
        minzoom: Math.min(...Object.values(basemapKinds[id])),
        maxzoom: basemapZooms.max,
        fields: { kind: 'String', name: 'String', nameEn: 'String', level: 'String', ramp: 'Boolean' },
      })),
    },
  });
}

/** One set of tags as features: areas and points one by one, lines joined and in one feature. */
function tiled(
  layer: BasemapLayer,
  { tags, parts }: GroundGroup,
  names: ReadonlyMap<string, string>,
): TiledFeature[] {
  const minZoom = (basemapKinds[layer] as Readonly<Record<string, number>>)[tags.kind];
  if (minZoom === undefined) throw new Error(`${layer}: the base map knows no kind "${tags.kind}"`);
  return geometriesOf(layer, parts).map((geometry) => ({
    minZoom,
    feature: { type: 'Feature', properties: propertiesOf(layer, tags, names), geometry },
  }));
}

function geometriesOf(layer: BasemapLayer, parts: GroundGroup['parts']): Geometry[] {
  const plain = (run: readonly (readonly [number, number])[]) => run.map(([x, y]) => [x, y]);
  switch (shapes[layer]) {
    case 'area':
      return parts.map((rings) => ({ type: 'Polygon', coordinates: rings.map(plain) }));
    case 'line':
      return joinLines(parts.flat()).map((line) => ({ type: 'LineString', coordinates: plain(line) }));
    case 'point':
      return apart(parts.flatMap(([run]) => run ?? [])).map(([x, y]) => ({
        type: 'Point',
        coordinates: [x, y],
      }));
  }
}

/** Metres within which two places of one kind and name are one: two buildings of a shop, a gate and its park. */
const sameWithinMeters = 300;

function apart(places: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const kept: (readonly [number, number])[] = [];
  for (const place of places)
    if (kept.every((other) => distanceMeters(other, place) > sameWithinMeters)) kept.push(place);
  return kept;
}

function propertiesOf(
  layer: BasemapLayer,
  { kind, name, nameEn, level, ramp }: GroundTags,
  names: ReadonlyMap<string, string>,
): Feature['properties'] {
  // A building has no kinds, and there are more of them than of anything else.
  if (layer === 'buildings') return {};
  const latin = nameEn ?? (name === undefined ? undefined : names.get(name));
  // A few things are mapped under their Latin name alone.
  const [japanese = name] = [...names].find(([, other]) => other === name) ?? [];
  return {
    kind,
    ...(japanese !== undefined && { name: japanese }),
    ...(latin !== undefined && latin !== name && { nameEn: latin }),
    ...(japanese !== name && name !== undefined && { nameEn: name }),
    ...(level !== undefined && { level }),
    ...(ramp && { ramp }),
  };
}

function boundsOf(ground: Ground): BoundingBox {
  const all = function* () {
    for (const layer of basemapLayers)
      for (const { parts } of ground[layer]) for (const runs of parts) for (const run of runs) yield* run;
  };
  const box = boundingBoxOf(all());
  if (!box) throw new Error('there is nothing to draw');
  return box;
}
