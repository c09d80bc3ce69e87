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
  /** Which date a placed feature carries: of the yearbook's facts, or of the outline, where that is the fact. */
  dated: 'facts' | 'outline';
  /** True where the build cuts all layers along these outlines and so draws them itself. */
  meshed: boolean;
  /** Words the command line takes for it besides its id. */
  aliases: readonly string[];
}

/** Every layer official data can be brought into, one entry each. */
export const importLayers = {
  wards: {
    policy: 'place',
    geometry: 'polygon',
    whole: true,
    dated: 'outline',
    meshed: true,
    aliases: ['ward'],
  },
  towns: {
    policy: 'place',
    geometry: 'polygon',
    whole: false,
    dated: 'outline',
    meshed: true,
    aliases: ['town'],
  },
  'treatment-districts': {
    policy: 'place',
    geometry: 'polygon',
    whole: true,
    dated: 'facts',
    meshed: false,
    aliases: ['districts', 'district'],
  },
  'priority-districts': {
    policy: 'place',
    geometry: 'polygon',
    whole: false,
    dated: 'facts',
    meshed: false,
    aliases: ['priority'],
  },
  'inundation-zones': {
    policy: 'append',
    geometry: 'polygon',
    whole: false,
    dated: 'outline',
    meshed: false,
    aliases: ['inundation'],
  },
  'river-flood': {
    policy: 'replace',
    geometry: 'polygon',
    whole: false,
    dated: 'outline',
    meshed: false,
    aliases: ['flood'],
  },
  'pump-stations': {
    policy: 'place',
    geometry: 'point',
    whole: false,
    dated: 'facts',
    meshed: false,
    aliases: ['pumps', 'pump'],
  },
  'treatment-centres': {
    policy: 'place',
    geometry: 'point',
    whole: false,
    dated: 'facts',
    meshed: false,
    aliases: ['plants', 'centres'],
  },
  shelters: {
    policy: 'replace',
    geometry: 'point',
    whole: false,
    dated: 'outline',
    meshed: false,
    aliases: ['shelter'],
  },
  sewers: {
    policy: 'replace',
    geometry: 'line',
    whole: false,
    dated: 'outline',
    meshed: false,
    aliases: ['sewer', 'pipes'],
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
