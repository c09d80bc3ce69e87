import { startArrivedWorker, type ModuleWorker } from '../../thread/start-module-worker.js';
import workerAddress from './file.worker.ts?worker&url';

/**
 * The thread that reads and writes files. Rejects when its script does not come, or where there are no threads.
 */
export const startFileWorker = (): Promise<ModuleWorker> => startArrivedWorker(workerAddress);
