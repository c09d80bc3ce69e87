import { collectionOf } from '../../geodata/import/collection-of.js';
import { previewImport, type ImportPreview, type PreviewStep } from '../../geodata/import/preview-import.js';
import type { LayerCollection } from '../../geodata/import/layer-collection.js';
import type { ImportLayer } from '../../geodata/import/layers.js';
import { blobSource, keepInBlob } from '../formats/browser/blob-source.js';
import { ReadFailure } from '../formats/read-failure.js';
import { loadGdal } from '../formats/browser/gdal-in-browser.js';
import { layerById } from '../catalog/layers.js';
import { builtManifest } from '../service/built-manifest.js';
import { checkedLayer } from '../service/data-set.js';
import { exposeOnce } from '../thread/expose-once.js';
import { httpReader } from '../thread/http-reader.js';
import { patientFetch } from '../thread/patient-fetch.js';
import { sha256Hex } from '../service/sha256.js';
import { gdalPort } from '../formats/gdal/gdal-port.js';
import { GdalSigns, type GdalSign } from '../formats/gdal/gdal-watch.js';
import { memoryDisk } from '../formats/gdal/memory-disk.js';
import { supportedLayers } from './supported-layers.js';
import { mergeStoredImport, type Merged } from './merge-stored-import.js';

export interface PreviewRequest {
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

/** The layer as it was built: checked like every other reading of it, null when it does not match. */
async function builtLayer(tilesUrl: string, id: ImportLayer): Promise<LayerCollection | null> {
  const entry = layerById(id);
  const source = entry && (await checkedLayer(httpReader(tilesUrl), entry, builtManifest()));
  return source && !('failed' in source) ? collectionOf(source) : null;
}

const api = {
  preview: async (
    file: File,
    { layer, crs, asOf, tilesUrl, inUse }: PreviewRequest,
    onStep: (step: PreviewStep, share: number) => void,
    onSign: (sign: GdalSign) => void,
  ): Promise<ImportPreview> => {
    const built = (id: ImportLayer) => builtLayer(tilesUrl, id);
    const sha256 = await sha256Hex(new Uint8Array(await file.arrayBuffer()));
    return previewImport({
      source: blobSource(file.name, file),
      sha256,
      layer,
      supported: supportedLayers,
      crs,
      asOf,
      gdal: async () => {
        onStep('engine', 0);
        const engine = await loadGdal(
          (received, total) => onStep('engine', Math.min(1, received / total)),
          patientFetch(),
        ).catch((error: unknown) => {
          throw new ReadFailure({
            reason: 'needs-gdal',
            detail: error instanceof Error ? error.message : String(error),
          });
        });
        return gdalPort(engine, memoryDisk(engine), new GdalSigns(engine, onSign));
      },
      keep: keepInBlob,
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
    mergeStoredImport(text, (id) => builtLayer(tilesUrl, id)),
};
export type ImportWorkerApi = typeof api;

exposeOnce(() => api);
