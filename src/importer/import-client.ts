import { proxy, wrap } from 'comlink';
import type { ImportPreview, PreviewStep } from '../../geodata/import/preview-import.js';
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
    preview: (file, request, onStep) => Promise.race([remote.preview(file, request, proxy(onStep)), broken]),
    merge: (text, tilesUrl) => Promise.race([remote.merge(text, tilesUrl), broken]),
    close: () => {
      thread.terminate();
      breakOff(new Error('closed'));
    },
  };
}
