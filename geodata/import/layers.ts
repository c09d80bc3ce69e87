import { trunkPlaceWords } from '../../src/catalog/trunk-words.js';
import type { GeometryKind } from '../../src/catalog/layer-entry.js';

/**
 * How imported features meet the constructed ones when the layers are built.
 * - `replace`: the imported features are the layer
 * - `append`: they stand beside the constructed ones (A51 gives depths, the constructed zones keep the danger level)
 * - `place`: they give constructed features of the same id an official geometry; the facts stay the yearbook's
 */
export type MergePolicy = 'replace' | 'append' | 'place';

interface ImportLayerRule {
  policy: MergePolicy;
  geometry: GeometryKind;
  /** True where a part of the layer alone would overlap the constructed rest: every feature must be in the file. */
  whole: boolean;
  /** Which date a placed feature carries: of the yearbook's facts, or of the outline, where that is what is asked for. */
  dated: 'facts' | 'outline';
  /** True where the build cuts all layers along these outlines and so draws them itself. */
  meshed: boolean;
  /** Properties that speak of a constructed outline: they go with it when an official one takes its place. */
  ofOutline: readonly string[];
  /** Properties that the file's own value replaces, where a placed feature brings one. */
  ofFile: readonly string[];
  /** Sentences of a constructed note that speak of the place: with another place the rest of the note stays. */
  noteOnPlace: readonly string[];
  /** Built layers that rest on this one: drawn from it, or placed on what it holds. */
  under: readonly string[];
  /** Words the command line takes for it besides its id. */
  aliases: readonly string[];
}

/** Cut from the faces of the land, which towns and wards make. */
const madeOfTowns = [
  'treatment-districts',
  'certainty',
  'combined-sewers',
  'priority-districts',
  'rainbow-plan',
  'inundation-zones',
] as const;

/** Every layer official data can be brought into, one entry each. */
export const importLayers = {
  wards: {
    policy: 'place',
    geometry: 'polygon',
    whole: true,
    dated: 'outline',
    meshed: true,
    ofOutline: [],
    ofFile: [],
    noteOnPlace: [],
    under: [...madeOfTowns, 'towns'],
    aliases: ['ward'],
  },
  towns: {
    policy: 'place',
    geometry: 'polygon',
    whole: false,
    dated: 'outline',
    meshed: true,
    ofOutline: [],
    ofFile: [],
    noteOnPlace: [],
    under: madeOfTowns,
    aliases: ['town'],
  },
  // No layer of the map: what the build takes the planned land from.
  'zoned-land': {
    policy: 'replace',
    geometry: 'polygon',
    whole: false,
    dated: 'outline',
    meshed: true,
    ofOutline: [],
    ofFile: [],
    noteOnPlace: [],
    under: [...madeOfTowns, 'towns', 'wards'],
    aliases: ['zoning', 'a29'],
  },
  // No layer either: points that divide towns, that addresses are found by, and that show where land is built on.
  blocks: {
    policy: 'replace',
    geometry: 'point',
    whole: false,
    dated: 'outline',
    meshed: true,
    ofOutline: [],
    ofFile: [],
    noteOnPlace: [],
    under: [...madeOfTowns, 'towns', 'wards'],
    aliases: ['block', 'isj'],
  },
  'treatment-districts': {
    policy: 'place',
    geometry: 'polygon',
    whole: true,
    dated: 'outline',
    meshed: false,
    ofOutline: ['outerAccuracyMeters', 'membershipDoubts'],
    ofFile: ['drawnAreaHectares'],
    noteOnPlace: [],
    under: ['certainty', 'towns'],
    aliases: ['districts', 'district'],
  },
  'priority-districts': {
    policy: 'place',
    geometry: 'polygon',
    whole: false,
    dated: 'outline',
    meshed: false,
    ofOutline: [],
    ofFile: [],
    noteOnPlace: [],
    under: [],
    aliases: ['priority'],
  },
  'inundation-zones': {
    policy: 'append',
    geometry: 'polygon',
    whole: false,
    dated: 'outline',
    meshed: false,
    ofOutline: [],
    ofFile: [],
    noteOnPlace: [],
    under: [],
    aliases: ['inundation'],
  },
  'river-flood': {
    policy: 'replace',
    geometry: 'polygon',
    whole: false,
    dated: 'outline',
    meshed: false,
    ofOutline: [],
    ofFile: [],
    noteOnPlace: [],
    under: [],
    aliases: ['flood'],
  },
  'pump-stations': {
    policy: 'place',
    geometry: 'point',
    whole: false,
    dated: 'facts',
    meshed: false,
    ofOutline: [],
    ofFile: [],
    noteOnPlace: [],
    under: ['works-2028'],
    aliases: ['pumps', 'pump'],
  },
  'treatment-centres': {
    policy: 'place',
    geometry: 'point',
    whole: false,
    dated: 'facts',
    meshed: false,
    ofOutline: [],
    ofFile: [],
    noteOnPlace: [],
    under: ['works-2028'],
    aliases: ['plants', 'centres'],
  },
  shelters: {
    policy: 'replace',
    geometry: 'point',
    whole: false,
    dated: 'outline',
    meshed: false,
    ofOutline: [],
    ofFile: [],
    noteOnPlace: [],
    under: [],
    aliases: ['shelter'],
  },
  sewers: {
    policy: 'replace',
    geometry: 'line',
    whole: false,
    dated: 'outline',
    meshed: false,
    ofOutline: [],
    ofFile: [],
    noteOnPlace: [],
    under: [],
    aliases: ['sewer', 'pipes'],
  },
  'trunk-sewers': {
    policy: 'place',
    geometry: 'line',
    whole: false,
    dated: 'outline',
    meshed: false,
    ofOutline: [],
    ofFile: ['status', 'statusBasis', 'periodStart', 'periodEnd'],
    noteOnPlace: Object.values(trunkPlaceWords),
    under: ['works-2028'],
    aliases: ['trunks', 'trunk'],
  },
} as const satisfies Record<string, ImportLayerRule>;

export type ImportLayer = keyof typeof importLayers;
export const importLayerIds = Object.keys(importLayers) as ImportLayer[];

/** The layer a word of the command line means, or null. */
export function importLayerNamed(word: string): ImportLayer | null {
  const name = word.trim().toLowerCase();
  const hit = importLayerIds.find(
    (id) => id === name || (importLayers[id].aliases as readonly string[]).includes(name),
  );
  return hit ?? null;
}
