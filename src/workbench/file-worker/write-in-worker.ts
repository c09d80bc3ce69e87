import type { GdalWrite, GdalWriteResult } from '../export/write-with-gdal.js';
import { GdalWatch } from '../../formats/gdal/gdal-watch.js';
import type { ReadReply, WriteRequest } from './file.worker.js';
import type { ModuleWorker } from '../../thread/start-module-worker.js';
import { startFileWorker } from './start-file-worker.js';

const failed = (detail: string): GdalWriteResult => ({
  ok: false,
  problem: { reason: 'engine-failed', detail },
});

/**
 * Lets GDAL write a file in the worker, watched as when it reads: ended where it computes for ever or writes without
 * end. Resolves in every case. @param start replaced in tests
 */
export async function writeInWorker(
  request: GdalWrite,
  start: () => Promise<ModuleWorker> = startFileWorker,
): Promise<GdalWriteResult> {
  const worker = await start().catch((error: unknown) => String(error));
  if (typeof worker === 'string') return failed(worker);
  return new Promise((resolve) => {
    const finish = (result: GdalWriteResult) => {
      watch.stop();
      worker.terminate();
      resolve(result);
    };
    const watch = new GdalWatch((problem) => finish({ ok: false, problem }));
    worker.addEventListener('message', ({ data }: MessageEvent<ReadReply>) => {
      if (data.kind === 'written') finish(data.result);
      else if (data.kind === 'sign') watch.sign(data.sign);
    });
    worker.addEventListener('error', (event) => finish(failed(event.message ?? '')));
    const message: WriteRequest = { kind: 'write', request };
    worker.postMessage(message);
  });
}
