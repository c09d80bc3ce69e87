import { catalogue } from '../catalog/layers.js';
import { city } from '../catalog/city.js';
import { addressReport } from '../service/address-report.js';
import { builtManifest } from '../service/built-manifest.js';
import { batchAnswerer, type BatchInput } from '../service/batch.js';
import type { Position } from '../report/site-report-types.js';
import type { Candidate } from '../search/candidate.js';
import type { LoadProgress } from '../service/load-layers.js';
import { fetchNationalJson, NationalReader } from './national-reader.js';
import { asBlobs, storedFileReader } from './stored-files.js';
import type { NetworkReader } from '../service/network-reader.js';
import { httpReader } from './http-reader.js';
import { readCollection } from './read-collection.js';
import { Service, type ReplaceResult } from '../service/service.js';

/**
 * The functions the page may call across the thread, or beside itself where there are no threads; everything in and out
 * is plain data.
 */
export function createDataApi() {
  const service = new Service(city, catalogue, builtManifest());
  const national = new NationalReader();
  let network: NetworkReader | null = null;
  /** Where this part does not come, what towns share is unknown by name; the next question tries again. */
  const sharedAreas = () => service.loadSharedAreas().catch(() => undefined);
  return {
    /** @param kept checked files of a thread that died: no other version may take their place, and no network is needed */
    load: async (
      baseUrl: string,
      onProgress?: (progress: LoadProgress) => void,
      onAnswerable?: () => void,
      kept?: Readonly<Record<string, Blob>>,
    ) => {
      const read = kept ? storedFileReader(kept, httpReader(baseUrl)) : httpReader(baseUrl);
      const result = await service.load(read, onProgress, onAnswerable);
      void sharedAreas();
      return result.ok ? { ...result, files: asBlobs(result) } : result;
    },
    ping: () => true,
    /** @param positionMeters how far off the position itself may be */
    report: (position: readonly unknown[], positionMeters?: number) =>
      service.report(position, positionMeters),
    /** Whether blocks came that the last report here did without. */
    loadBlocksNear: (position: Position) => service.loadBlocksNear(position),
    areaReport: async (ids: string | readonly string[]) => {
      await sharedAreas();
      return service.areaReport(ids);
    },
    addressReport: async (address: string) => {
      await Promise.all([sharedAreas(), service.loadNamedPlaces(), service.loadBlocksFor(address)]);
      return addressReport(service, address);
    },
    /** Answers rows of a list; nothing of it leaves the device. */
    batch: async (rows: readonly BatchInput[]) => {
      // Positions need no more than what is there; an address stands for its whole town.
      if (rows.some(({ address = '' }) => address.trim() !== ''))
        await Promise.all([sharedAreas(), service.loadNamedPlaces(), service.loadAllBlocks()]);
      return rows.map(batchAnswerer(service));
    },
    search: async (query: string, limit?: number) => {
      await withPatience(service.loadNamedPlaces());
      await withPatience(service.loadBlocksFor(query));
      return service.search(query, limit);
    },
    table: (layer: string) => service.table(layer),
    feature: (layer: string, id: string) => service.feature(layer, id),
    /** @param address of the whole layer as GeoJSON, or null for the layer that was loaded */
    replaceLayer: async (layer: string, address: string | null): Promise<ReplaceResult> => {
      const source = address === null ? null : await readCollection(address);
      if (source && 'failed' in source) return { ok: false, reason: source.failed };
      return service.replaceLayer(layer, source);
    },
    /** The next four ask national services; the page calls them only while its reader allows it. */
    nationalHazard: (turn: number, id: string, position: Position) => national.hazard(turn, id, position),
    nationalElevation: (turn: number, position: Position) => national.elevation(turn, position),
    nationalStop: (turn: number) => national.stop(turn),
    /** The nearest line of a whole network; its reader comes with the first question. */
    nearestSewer: async (url: string, position: Position) => {
      network ??= (await import('./network-ranges.js')).networkOverHttp();
      return network.nearest(url, position);
    },
    refine: (offline: Candidate) => service.refine(offline, fetchNationalJson),
  };
}

/** Nobody who types waits longer for blocks: the town answers, and says that they are not here. */
const patienceMilliseconds = 2_000;

/** Waits for the end of something, but not for ever. */
async function withPatience(work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, patienceMilliseconds)));
  await Promise.race([work, patience]);
  clearTimeout(timer);
}

export type DataApi = ReturnType<typeof createDataApi>;
