import type { LayerCollection, LayerFeature } from './layer-collection.js';
import { layerById } from '../../src/catalog/layers.js';
import { withSharedOutlines } from '../../src/catalog/shared-outlines.js';
import { importLayers, type ImportLayer } from './layers.js';

const textOf = (feature: LayerFeature, property: string): string =>
  String(feature.properties?.[property] ?? '');

type Words = Readonly<Record<'ofOutline' | 'ofFile' | 'noteOnPlace', readonly string[]>>;

const placeFrom = '。位置は';

/** Facts and place come from two sources, each with its day. One that was placed before gets the new place alone. */
function sourceOf(facts: LayerFeature, place: LayerFeature): string {
  const [printed = '', before] = textOf(facts, 'source').split(placeFrom);
  const dated = before === undefined ? `${printed}（${textOf(facts, 'asOf')}）` : printed;
  return `${dated}${placeFrom}${textOf(place, 'source')}（${textOf(place, 'asOf')}）`;
}

/** The constructed feature with its official place. Facts stay; what follows from the outline changes with it. */
function placed(
  feature: LayerFeature,
  official: LayerFeature,
  layer: ImportLayer,
  geometry: LayerFeature['geometry'],
): LayerFeature {
  const brought: Record<string, unknown> = official.properties ?? {};
  const { accuracyMeters, asOf } = brought;
  const { ofOutline, ofFile, noteOnPlace }: Readonly<Record<string, unknown>> & Words = importLayers[layer];
  const day = importLayers[layer].dated === 'outline' ? { asOf } : {};
  const own = Object.entries(brought).filter(([name]) => ofFile.includes(name));
  const facts = Object.entries(feature.properties ?? {}).filter(([name]) => !ofOutline.includes(name));
  return {
    ...feature,
    properties: {
      ...Object.fromEntries(facts),
      source: sourceOf(feature, official),
      method: 'official',
      accuracyMeters,
      note: noteOf(feature, official, noteOnPlace),
      ...day,
      ...Object.fromEntries(own),
      ...soundPeriod(feature, official),
    },
    geometry,
  };
}

/** What the file says of the place; where the note says more than that, the rest of it stays. */
function noteOf(facts: LayerFeature, place: LayerFeature, noteOnPlace: readonly string[]): string | null {
  const written = textOf(place, 'note');
  if (noteOnPlace.length === 0) return written || null;
  const rest = noteOnPlace.reduce((note, words) => note.replace(words, ''), textOf(facts, 'note'));
  return `${rest}${written}` || null;
}

/** Where the file says one end of a period, the other of the facts stays unless it would lie on the wrong side. */
function soundPeriod(facts: LayerFeature, place: LayerFeature): Record<string, null> {
  const at = (name: string) => textOf(place, name) || textOf(facts, name);
  if (at('periodStart') === '' || at('periodEnd') === '' || at('periodStart') <= at('periodEnd')) return {};
  return textOf(place, 'periodStart') === '' ? { periodStart: null } : { periodEnd: null };
}

/**
 * What a layer becomes when official features meet the constructed ones (policies in layers.ts).
 * `in-build`: outlines of towns and wards are taken as the build cut them, corner on corner with their neighbours.
 * Pure: the constructed collection is not changed, and without official features it comes back as it is.
 */
export function mergeOfficial(
  layer: ImportLayer,
  constructed: LayerCollection,
  official: readonly LayerFeature[] | null,
  drawn: 'from-file' | 'in-build' = 'from-file',
): LayerCollection {
  if (official === null) return constructed;
  switch (importLayers[layer].policy) {
    case 'replace':
      return { type: 'FeatureCollection', features: [...official] };
    case 'append':
      return { type: 'FeatureCollection', features: [...constructed.features, ...official] };
    case 'place': {
      const byId = new Map(official.map((feature) => [textOf(feature, 'id'), feature]));
      const features = constructed.features.map((feature) => {
        const own = byId.get(textOf(feature, 'id'));
        if (!own) return feature;
        const inBuild = drawn === 'in-build' && importLayers[layer].meshed;
        return placed(feature, own, layer, inBuild ? feature.geometry : own.geometry);
      });
      const shared = layerById(layer)?.sharedOutlines === true;
      return { type: 'FeatureCollection', features: shared ? withSharedOutlines(features) : features };
    }
  }
}

/**
 * The same over a layer that was built already: what an import of the build appended gives way to the new features,
 * so that no area stands there twice.
 */
export function mergeOverBuilt(
  layer: ImportLayer,
  built: LayerCollection,
  official: readonly LayerFeature[],
): LayerCollection {
  const appended = importLayers[layer].policy === 'append';
  const features = appended
    ? built.features.filter((feature) => textOf(feature, 'method') !== 'official')
    : built.features;
  return mergeOfficial(layer, { ...built, features }, official);
}
