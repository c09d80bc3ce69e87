import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { generateNetwork, type GenerateOptions } from './generate.js';
import type { NetworkFeature } from './network-feature.js';

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
  source:
    '模擬管網（計測用に作成。実在の下水道ではありません）/ synthetic network for measuring, not real sewers',
  asOf: '2025-03-31',
  accuracyMeters: 0.01,
  crs: 'EPSG:6668',
  fields: Object.fromEntries(
    [
      'id',
      'kind',
      'grade',
      'material',
      'built',
      'diameterMillimeters',
      'lengthMeters',
      'upstreamInvertMeters',
      'downstreamInvertMeters',
    ].map((name) => [name, name]),
  ),
};

/**
 * Writes a generated network as GeoJSON, one feature a line, with the mapping file its import needs.
 * Waits while the disk is slow: memory does not grow with the scale.
 */
export async function writeNetwork(folder: string, options: GenerateOptions): Promise<NetworkFiles> {
  await mkdir(folder, { recursive: true });
  const pathOf = (layer: string) => join(folder, `${layer}.geojsonl`);
  const streams = new Map(layers.map((layer) => [layer, new LineWriter(createWriteStream(pathOf(layer)))]));
  for (const feature of generateNetwork(options)) await streams.get(feature.layer)?.write(feature);
  await Promise.all([...streams.values()].map((stream) => stream.close()));
  const mappingPath = join(folder, 'mapping.json');
  await writeFile(mappingPath, `${JSON.stringify(mapping, null, 2)}\n`);
  const each = <T>(of: (layer: (typeof layers)[number]) => T) => ({
    sewers: of('sewers'),
    manholes: of('manholes'),
    inlets: of('inlets'),
  });
  return {
    files: each(pathOf),
    mapping: mappingPath,
    counts: each((layer) => streams.get(layer)?.count ?? 0),
  };
}

/** Lines to a file, in pieces of some size: one write a line would be a call to the system each. */
class LineWriter {
  readonly #stream: WriteStream;
  #lines: string[] = [];
  count = 0;

  constructor(stream: WriteStream) {
    this.#stream = stream;
  }

  async write(feature: NetworkFeature): Promise<void> {
    this.#lines.push(lineOf(feature));
    this.count++;
    if (this.#lines.length >= 2048) await this.#flush();
  }

  async close(): Promise<void> {
    await this.#flush();
    this.#stream.end();
    await finished(this.#stream);
  }

  async #flush(): Promise<void> {
    const text = this.#lines.join('');
    this.#lines = [];
    if (text !== '' && !this.#stream.write(text)) await once(this.#stream, 'drain');
  }
}

function lineOf(feature: NetworkFeature): string {
  const type = feature.layer === 'sewers' ? 'LineString' : 'Point';
  const geometry = { type, coordinates: feature.coordinates };
  return `${JSON.stringify({ type: 'Feature', properties: feature.properties, geometry })}\n`;
}
