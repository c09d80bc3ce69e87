import { proxy, wrap, type Remote } from 'comlink';
import type { ImportPreview, PreviewStep } from '../../geodata/import/preview-import.js';
import { GdalWatch } from '../formats/gdal/gdal-watch.js';
import { detailOf } from '../formats/read-failure.js';
import { startArrivedWorker, type ModuleWorker } from '../thread/start-module-worker.js';
import type { PreviewRequest, ImportWorkerApi } from './import-worker.js';
import workerAddress from './import-worker.ts?worker&url';
import type { Merged } from './merge-stored-import.js';

/** The importer's thread could not be started: its script did not come, or there are no threads. */
export class ImportNotStarted extends Error {}

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

/**
 * Calls reject with {@link ImportNotStarted}, or when the thread breaks down (memory) or is closed before it has answered.
 */
export function startImportClient(): ImportClient {
  let thread: ModuleWorker | null = null;
  let closed = false;
  let breakOff: (error: Error) => void = () => undefined;
  const broken = new Promise<never>((_, reject) => (breakOff = reject));
  broken.catch(() => undefined);
  const start = async (): Promise<Remote<ImportWorkerApi>> => {
    // A thread whose script hangs tells nobody: it is started when the script is there.
    const started = await startArrivedWorker(workerAddress);
    if (closed) {
      started.terminate();
      throw new Error('closed');
    }
    thread = started;
    thread.addEventListener('error', ({ message }) => breakOff(new Error(message || 'the import stopped')));
    return wrap<ImportWorkerApi>(thread);
  };
  const started = start().catch((error: unknown) => {
    throw new ImportNotStarted(String(error));
  });
  started.catch(() => undefined);
  const ask = async <Answer extends Promise<unknown>>(
    question: (remote: Remote<ImportWorkerApi>) => Answer,
  ): Promise<Awaited<Answer>> => Promise.race([started.then(async (remote) => question(remote)), broken]);
  return {
    preview: (file, request, onStep) => {
      // A file that keeps GDAL busy for ever is refused by name, and its thread ended; nothing had been changed.
      let stop: (refused: ImportPreview) => void = () => undefined;
      const stopped = new Promise<ImportPreview>((resolve) => (stop = resolve));
      const watch = new GdalWatch((problem) => {
        thread?.terminate();
        stop({ kind: 'refused', problem: problem.reason, detail: detailOf(problem), tally: null });
      });
      const asked = ask((remote) =>
        remote.preview(
          file,
          request,
          proxy(onStep),
          proxy((sign) => watch.sign(sign)),
        ),
      );
      return Promise.race([asked, stopped]).finally(() => watch.stop());
    },
    merge: (text, tilesUrl) => ask((remote) => remote.merge(text, tilesUrl)),
    close: () => {
      closed = true;
      thread?.terminate();
      breakOff(new Error('closed'));
    },
  };
}
