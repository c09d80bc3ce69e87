import type { ReadReply, ReadRequest } from './file.worker.js';
import type { ReadResult } from '../overlay/overlay.js';
import type { CityFrame } from '../overlay/place-layer.js';
import type { ReadProgress } from '../overlay/read-files.js';

/**
 * Reads dropped files in a worker. `signal` ends the worker at once, whatever it is doing; everything that was
 * there before stays. Resolves in every case: a crash of the worker is a named problem of the files.
 */
export function readInWorker(
  files: readonly File[],
  city: CityFrame,
  options: { signal: AbortSignal; onProgress(progress: ReadProgress): void },
): Promise<ReadResult[]> {
  const worker = new Worker(new URL('./file.worker.ts', import.meta.url), { type: 'module' });
  const failAll = (problem: Extract<ReadResult, { ok: false }>['problem']): ReadResult[] =>
    files.map((file) => ({ ok: false, problem, fileName: file.name }));
  return new Promise<ReadResult[]>((resolve) => {
    const finish = (results: ReadResult[]) => {
      worker.terminate();
      options.signal.removeEventListener('abort', cancel);
      resolve(results);
    };
    const cancel = () => finish(failAll({ reason: 'cancelled' }));
    options.signal.addEventListener('abort', cancel);
    worker.addEventListener('message', ({ data }: MessageEvent<ReadReply>) => {
      if (data.kind === 'progress') options.onProgress(data.progress);
      else if (data.kind === 'done') finish(data.results);
    });
    worker.addEventListener('error', (event) =>
      finish(failAll({ reason: 'engine-failed', detail: event.message ?? '' })),
    );
    const request: ReadRequest = { kind: 'read', files: [...files], city };
    worker.postMessage(request);
    if (options.signal.aborted) cancel();
  });
}
