import type { ReadReply, ReadRequest } from './file.worker.js';
import type { ReadResult } from '../overlay/overlay.js';
import type { CityFrame } from '../overlay/place-layer.js';
import type { ReadProgress } from '../overlay/read-files.js';
import { startFileWorker } from './start-file-worker.js';

/**
 * Reads dropped files in a worker. `signal` ends the worker at once, whatever it is doing; everything that was
 * there before stays. Resolves in every case: a crash of the worker is a named problem of the files.
 * @param start replaced in tests
 */
export function readInWorker(
  files: readonly File[],
  city: CityFrame,
  options: { signal: AbortSignal; onProgress(progress: ReadProgress): void },
  start: () => Promise<Worker> = startFileWorker,
): Promise<ReadResult[]> {
  const failAll = (problem: Extract<ReadResult, { ok: false }>['problem']): ReadResult[] =>
    files.map((file) => ({ ok: false, problem, fileName: file.name }));
  return new Promise<ReadResult[]>((resolve) => {
    let worker: Worker | null = null;
    const finish = (results: ReadResult[]) => {
      worker?.terminate();
      options.signal.removeEventListener('abort', cancel);
      resolve(results);
    };
    const cancel = () => finish(failAll({ reason: 'cancelled' }));
    const fail = (error: { message?: string }) =>
      finish(failAll({ reason: 'engine-failed', detail: error.message ?? '' }));
    options.signal.addEventListener('abort', cancel);
    start().then((started) => {
      worker = started;
      if (options.signal.aborted) return cancel();
      worker.addEventListener('message', ({ data }: MessageEvent<ReadReply>) => {
        if (data.kind === 'progress') options.onProgress(data.progress);
        else if (data.kind === 'done') finish(data.results);
      });
      worker.addEventListener('error', fail);
      const request: ReadRequest = { kind: 'read', files: [...files], city };
      worker.postMessage(request);
    }, fail);
    if (options.signal.aborted) cancel();
  });
}
