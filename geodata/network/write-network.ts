import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeKinds } from '../cities/network-totals.js';
import { exchangeFiles, workIn, type ExchangeOptions } from '../disk/exchange-files.js';
import { generateNetwork, type GenerateOptions } from './generate.js';
import { LineWriter } from './line-writer.js';
import type { NetworkFeature } from './network-feature.js';
import { standInAbout } from './stand-in.js';

const layers = ['sewers', 'manholes', 'inlets'] as const;

export interface NetworkFiles {
  /** Absolute or as given: folder plus file name. */
  files: Record<(typeof layers)[number], string>;
  mapping: string;
  /** Lines written a layer. */
  counts: Record<(typeof layers)[number], number>;
}

/** What the importer is told about the files: one's own columns are already named as ours. */
const mapping = {
  version: 1,
  ...standInAbout,
  crs: 'EPSG:6668',
  fields: {
    ...Object.fromEntries(
      [
        'id',
        'material',
        'built',
        'diameterMillimeters',
        'lengthMeters',
        'upstreamInvertMeters',
        'downstreamInvertMeters',
      ].map((name) => [name, name]),
    ),
    name: 'id',
    // Open channels are no pipe of a kind: left without one, and said so.
    kind: { field: 'kind', values: Object.fromEntries(pipeKinds.map((kind) => [kind, kind])) },
  },
};

/**
 * Writes a generated network as GeoJSON, one feature a line, with the mapping file its import needs: all four files
 * or none. Waits while the disk is slow: memory does not grow with the scale. @throws InUse, errors of the disk
 */
export async function writeNetwork(
  folder: string,
  options: GenerateOptions,
  exchangeOptions: ExchangeOptions = {},
): Promise<NetworkFiles> {
  const prepare = async (staging: string) => {
    const streams = new Map(layers.map((layer) => [layer, new LineWriter(join(staging, fileOf(layer)))]));
    for (const feature of generateNetwork(options)) await streams.get(feature.layer)?.write(lineOf(feature));
    await Promise.all([...streams.values()].map((stream) => stream.close()));
    await writeFile(join(staging, mappingFile), `${JSON.stringify(mapping, null, 2)}\n`);
    const names = [...layers.map(fileOf), mappingFile];
    const moves = names.map((name) => ({ from: join(staging, name), to: join(folder, name) }));
    const count = each((layer) => streams.get(layer)?.count ?? 0);
    return { exchange: { moves, removes: [] }, value: count };
  };
  const counts = await exchangeFiles(workIn(folder), prepare, exchangeOptions);
  return { files: each((layer) => join(folder, fileOf(layer))), mapping: join(folder, mappingFile), counts };
}

const fileOf = (layer: string) => `${layer}.geojsonl`;
const mappingFile = 'mapping.json';
const each = <T>(of: (layer: (typeof layers)[number]) => T) => ({
  sewers: of('sewers'),
  manholes: of('manholes'),
  inlets: of('inlets'),
});

function lineOf(feature: NetworkFeature): string {
  const type = feature.layer === 'sewers' ? 'LineString' : 'Point';
  const geometry = { type, coordinates: feature.coordinates };
  return JSON.stringify({ type: 'Feature', properties: feature.properties, geometry });
}
