import { proxy } from 'comlink';
import type { Manifest } from '../catalog/manifest.js';
import type { LoadProgress } from '../service/load-layers.js';
import { startBesidePage } from './beside-page.js';
import type { DataApi } from './data-api.js';
import { startModuleWorker, workerArrives } from './start-module-worker.js';
import { SupervisedWorker, type StartedWorker } from './supervised-worker.js';
import workerAddress from './worker.ts?worker&url';

type Answers = {
  [Name in Exclude<keyof DataApi, 'load' | 'ping'>]: Awaited<ReturnType<DataApi[Name]>>;
};

/** How loading went: what answers now, and which parts do not. */
export type DataLoaded =
  | {
      ok: true;
      dataVersion: string;
      asOf: string;
      /** Layer id (or `search`) → reason */
      failures: Record<string, string>;
      manifest: Manifest;
      /** Layer id → address of its checked file in this page's memory: all of one version. */
      addresses: ReadonlyMap<string, string>;
    }
  | { ok: false; reason: string };

/** The data as the page sees it; every call crosses to a worker thread and back. */
export type DataClient = {
  /**
   * @param baseUrl absolute address of the tiles folder: a relative one would be read from the worker's own
   * @param onAnswerable reports may be asked from here on; names and tables only when loading has ended
   */
  load(
    baseUrl: string,
    onProgress?: (progress: LoadProgress) => void,
    onAnswerable?: () => void,
  ): Promise<DataLoaded>;
  /** Ends the thread. */
  close(): void;
} & { [Name in keyof Answers]: (...input: Parameters<DataApi[Name]>) => Promise<Answers[Name]> };

/** @param startless the thread before never started: a browser or a policy that allows none, or its script did not come */
function startThread(startless: boolean): StartedWorker {
  if (startless) return startBesidePage(workerAddress);
  try {
    const thread = startModuleWorker(workerAddress);
    const arrives = () => workerArrives(workerAddress);
    return { endpoint: thread, arrives, end: () => thread.terminate() };
  } catch {
    return startBesidePage(workerAddress);
  }
}

/**
 * Starts the worker thread. A thread that dies is replaced: the new one is given the files that were already checked,
 * so that it needs no network and answers from the very same version. Calls reject when that one dies, too.
 * @param start replaced in tests
 */
export function startDataClient(start: (startless: boolean) => StartedWorker = startThread): DataClient {
  let loadedFrom = '';
  let kept: Readonly<Record<string, Blob>> | null = null;
  const replaced = new Map<string, string>();
  const thread = new SupervisedWorker<DataApi>(start, async (remote) => {
    if (kept === null) return;
    await remote.load(loadedFrom, undefined, undefined, kept);
    for (const [layer, address] of replaced) await remote.replaceLayer(layer, address);
  });
  thread.begin();
  return {
    async load(baseUrl, onProgress, onAnswerable) {
      const result = await thread.ask((remote) =>
        remote.load(baseUrl, onProgress && proxy(onProgress), onAnswerable && proxy(onAnswerable)),
      );
      if (!result.ok) return result;
      const { files, ...rest } = result;
      [loadedFrom, kept] = [baseUrl, files];
      const addresses = Object.entries(rest.manifest.layers).flatMap(([id, { file }]) => {
        const blob = id in rest.failures ? undefined : files[file];
        return blob ? [[id, URL.createObjectURL(blob)] as const] : [];
      });
      return { ...rest, addresses: new Map(addresses) };
    },
    report: (position, positionMeters) => thread.ask((remote) => remote.report(position, positionMeters)),
    loadBlocksNear: (position) => thread.ask((remote) => remote.loadBlocksNear(position)),
    areaReport: (ids) => thread.ask((remote) => remote.areaReport(ids)),
    addressReport: (address) => thread.ask((remote) => remote.addressReport(address)),
    batch: (rows) => thread.ask((remote) => remote.batch(rows)),
    search: (query, limit) => thread.ask((remote) => remote.search(query, limit)),
    table: (layer) => thread.ask((remote) => remote.table(layer)),
    feature: (layer, id) => thread.ask((remote) => remote.feature(layer, id)),
    async replaceLayer(layer, address) {
      const result = await thread.ask((remote) => remote.replaceLayer(layer, address));
      if (result.ok && address !== null) replaced.set(layer, address);
      else if (result.ok) replaced.delete(layer);
      return result;
    },
    nationalHazard: (turn, id, position) => thread.ask((remote) => remote.nationalHazard(turn, id, position)),
    nationalElevation: (turn, position) => thread.ask((remote) => remote.nationalElevation(turn, position)),
    nationalStop: (turn) => thread.ask((remote) => remote.nationalStop(turn)),
    nearestSewer: (url, position) => thread.ask((remote) => remote.nearestSewer(url, position)),
    refine: (offline) => thread.ask((remote) => remote.refine(offline)),
    close: () => thread.end(),
  };
}
