import { arrive } from '../../thread/import-part.js';
import { startModuleWorker, workerUrl } from '../../thread/start-module-worker.js';
import workerAddress from './file.worker.ts?worker&url';

/**
 * The thread that reads and writes files. A thread whose script hangs tells nobody: it is started when the script is
 * there. Rejects when the script does not come, or where there are no threads.
 */
export async function startFileWorker(): Promise<Worker> {
  await arrive(workerUrl(workerAddress).href);
  return startModuleWorker(workerAddress);
}
