import { proxy, wrap } from 'comlink';
import type { ImportPreview, PreviewStep } from '../../geodata/import/preview-import.js';
import { GdalWatch } from '../formats/gdal/gdal-watch.js';
import { detailOf } from '../formats/read-failure.js';
import { startModuleWorker } from '../thread/start-module-worker.js';
import type { PreviewRequest, ImportWorkerApi } from './import-worker.js';
import workerAddress from './import-worker.ts?worker&url';
import type { Merged } from './merge-stored-import.js';

/** The importer in a thread of its own; `close` breaks off whatever it is doing. */
export interface ImportClient {
  preview(
    file: File,
    request: PreviewRequest,
    onStep: (step: PreviewStep, share: number) => void,
  ): Promise<ImportPreview>;
  merge(text: string, tilesUrl: string): Promise<Merged>;
  close(): void;
}

/** Calls reject when the thread breaks down (memory) or is closed before it has answered. */
export function startImportClient(): ImportClient {
  const thread = startModuleWorker(workerAddress);
  const remote = wrap<ImportWorkerApi>(thread);
  let breakOff: (error: Error) => void = () => undefined;
  const broken = new Promise<never>((_, reject) => {
    breakOff = reject;
    thread.addEventListener('error', (event) => reject(new Error(event.message || 'the import stopped')));
  });
  broken.catch(() => undefined);
  return {
    preview: (file, request, onStep) => {
      // A file that keeps GDAL busy for ever is refused by name, and its thread ended; nothing had been changed.
      let stop: (refused: ImportPreview) => void = () => undefined;
      const stopped = new Promise<ImportPreview>((resolve) => (stop = resolve));
      const watch = new GdalWatch((problem) => {
        thread.terminate();
        stop({ kind: 'refused', problem: problem.reason, detail: detailOf(problem), tally: null });
      });
      const asked = remote.preview(
        file,
        request,
        proxy(onStep),
        proxy((sign) => watch.sign(sign)),
      );
      return Promise.race([asked, broken, stopped]).finally(() => watch.stop());
    },
    merge: (text, tilesUrl) => Promise.race([remote.merge(text, tilesUrl), broken]),
    close: () => {
      thread.terminate();
      breakOff(new Error('closed'));
    },
  };
}
