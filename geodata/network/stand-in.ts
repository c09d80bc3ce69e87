import type { NetworkMetadata, NetworkItem } from './build-network.js';
import { generateNetwork, type GenerateOptions } from './generate.js';

/** The words every file of a made-up network carries. */
export const standInAbout: NetworkMetadata = {
  source:
    '模擬管網（計測用に作成。実在の下水道ではありません）/ synthetic network for measuring, not real sewers',
  asOf: '2025-03-31',
  accuracyMeters: 0.01,
};

/** The stand-in city as it goes into tiles and index. */
export function* standInItems(options: GenerateOptions): Generator<NetworkItem> {
  for (const feature of generateNetwork(options)) {
    if (feature.layer !== 'sewers') {
      yield { layer: feature.layer, position: feature.coordinates };
      continue;
    }
    const { id, kind, grade, material = null, built = null, diameterMillimeters = null } = feature.properties;
    const line = { name: id, kind, material, built, diameterMillimeters, coordinates: feature.coordinates };
    yield { layer: 'sewers', line, grade };
  }
}
