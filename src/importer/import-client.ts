import { proxy, wrap } from 'comlink';
import type { Examined, ExamineStep } from '../../geodata/import/examine.js';
import { startThread } from '../thread/start-thread.js';
import type { ExamineRequest, ImportWorkerApi } from './import-worker.js';
import workerAddress from './import-worker.ts?worker&url';
import type { Merged } from './merge-kept.js';

/** The importer in a thread of its own; `close` breaks off whatever it is doing. */
export interface ImportClient {
  examine(
    file: File,
    request: ExamineRequest,
    onStep: (step: ExamineStep, share: number) => void,
  ): Promise<Examined>;
  merge(text: string, tilesUrl: string): Promise<Merged>;
  close(): void;
}

/** Calls reject when the thread breaks down (memory) or is closed before it has answered. */
export function startImportClient(): ImportClient {
  const thread = startThread(workerAddress);
  const remote = wrap<ImportWorkerApi>(thread);
  let breakOff: (error: Error) => void = () => undefined;
  const broken = new Promise<never>((_, reject) => {
    breakOff = reject;
    thread.addEventListener('error', (event) => reject(new Error(event.message || 'the import stopped')));
  });
  broken.catch(() => undefined);
  return {
    examine: (file, request, onStep) => Promise.race([remote.examine(file, request, proxy(onStep)), broken]),
    merge: (text, tilesUrl) => Promise.race([remote.merge(text, tilesUrl), broken]),
    close: () => {
      thread.terminate();
      breakOff(new Error('closed'));
    },
  };
}
