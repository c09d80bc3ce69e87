import { expose } from 'comlink';
import { collectionOf } from '../../../geodata/import/collection-of.js';
import { examine, type Examined, type ExamineStep } from '../../../geodata/import/examine.js';
import type { LayerCollection } from '../../../geodata/import/layer-collection.js';
import type { ImportLayer } from '../../../geodata/import/layers.js';
import { blobSource } from '../../../geodata/import/read/byte-source.js';
import { sha256Hex } from '../../worker/sha256.js';
import { layersHere } from './here.js';
import { mergeKept, type Merged } from './merge-kept.js';

export interface ExamineRequest {
  layer: ImportLayer | null;
  crs: string | null;
  asOf: string | null;
  /** Absolute address of the folder of built layers. */
  tilesUrl: string;
  /** Addresses of layers of this device, by id. */
  inUse: Readonly<Record<string, string>>;
}

async function layerAt(address: string): Promise<LayerCollection | null> {
  try {
    const response = await fetch(address);
    return response.ok ? collectionOf(await response.json()) : null;
  } catch {
    return null;
  }
}

const api = {
  examine: async (
    file: File,
    { layer, crs, asOf, tilesUrl, inUse }: ExamineRequest,
    onStep: (step: ExamineStep, share: number) => void,
  ): Promise<Examined> => {
    const built = (id: ImportLayer) => layerAt(`${tilesUrl}/${id}.geojson`);
    const sha256 = await sha256Hex(new Uint8Array(await file.arrayBuffer()));
    return examine({
      source: blobSource(file.name, file),
      sha256,
      layer,
      here: layersHere,
      crs,
      asOf,
      built,
      inUse: (id) => {
        const address = inUse[id];
        return address === undefined ? built(id) : layerAt(address);
      },
      onStep,
    });
  },
  /** A kept layer over the built one. */
  merge: (text: string, tilesUrl: string): Promise<Merged> =>
    mergeKept(text, (id) => layerAt(`${tilesUrl}/${id}.geojson`)),
};
export type ImportWorkerApi = typeof api;

expose(api);
