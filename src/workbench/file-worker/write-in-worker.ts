import type { GdalWrite, GdalWriteResult } from '../export/write-with-gdal.js';
import type { ReadReply, WriteRequest } from './file.worker.js';
import type { ModuleWorker } from '../../thread/start-module-worker.js';
import { startFileWorker } from './start-file-worker.js';

/** Lets GDAL write a file in the worker. Resolves in every case. @param start replaced in tests */
export async function writeInWorker(
  request: GdalWrite,
  start: () => Promise<ModuleWorker> = startFileWorker,
): Promise<GdalWriteResult> {
  const worker = await start().catch((error: unknown) => String(error));
  if (typeof worker === 'string') return { ok: false, detail: worker };
  return new Promise((resolve) => {
    const finish = (result: GdalWriteResult) => {
      worker.terminate();
      resolve(result);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<ReadReply>) => {
      if (data.kind === 'written') finish(data.result);
    });
    worker.addEventListener('error', (event) => finish({ ok: false, detail: event.message ?? '' }));
    const message: WriteRequest = { kind: 'write', request };
    worker.postMessage(message);
  });
}
