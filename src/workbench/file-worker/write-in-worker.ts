import type { GdalWrite, GdalWriteResult } from '../export/write-with-gdal.js';
import type { ReadReply, WriteRequest } from './file.worker.js';

/** Lets GDAL write a file in the worker. Resolves in every case. */
export function writeInWorker(request: GdalWrite): Promise<GdalWriteResult> {
  const worker = new Worker(new URL('./file.worker.ts', import.meta.url), { type: 'module' });
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
