import { proxy, wrap } from 'comlink';
import type { LoadProgress } from './load-layers.js';
import type { LoadResult } from './service.js';
import { startThread } from './start-thread.js';
import type { WorkerApi } from './worker.js';
import workerAddress from './worker.ts?worker&url';

type Answers = { [Name in Exclude<keyof WorkerApi, 'load'>]: Awaited<ReturnType<WorkerApi[Name]>> };

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
  ): Promise<LoadResult>;
  /** Ends the thread. */
  close(): void;
} & { [Name in keyof Answers]: (...input: Parameters<WorkerApi[Name]>) => Promise<Answers[Name]> };

/** Starts the worker thread. Calls reject when the thread itself breaks down; failed files do not. */
export function startDataClient(): DataClient {
  const thread = startThread(workerAddress);
  const remote = wrap<WorkerApi>(thread);
  // Comlink waits for ever on a thread whose script never started.
  const broken = new Promise<never>((_, reject) => {
    thread.addEventListener('error', (event) =>
      reject(new Error(event.message || 'the worker did not start')),
    );
  });
  broken.catch(() => undefined);
  const answer = <Value extends Promise<unknown>>(value: Value): Promise<Awaited<Value>> =>
    Promise.race([value, broken]);
  return {
    load: (baseUrl, onProgress, onAnswerable) =>
      answer(remote.load(baseUrl, onProgress && proxy(onProgress), onAnswerable && proxy(onAnswerable))),
    report: (position) => answer(remote.report(position)),
    areaReport: (ids) => answer(remote.areaReport(ids)),
    addressReport: (address) => answer(remote.addressReport(address)),
    batch: (rows) => answer(remote.batch(rows)),
    search: (query, limit) => answer(remote.search(query, limit)),
    table: (layer) => answer(remote.table(layer)),
    feature: (layer, id) => answer(remote.feature(layer, id)),
    replaceLayer: (layer, address) => answer(remote.replaceLayer(layer, address)),
    nationalHazard: (turn, id, position) => answer(remote.nationalHazard(turn, id, position)),
    nationalElevation: (turn, position) => answer(remote.nationalElevation(turn, position)),
    nationalStop: (turn) => answer(remote.nationalStop(turn)),
    refine: (offline) => answer(remote.refine(offline)),
    close: () => thread.terminate(),
  };
}
