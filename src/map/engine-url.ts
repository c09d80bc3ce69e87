import { workerAddress, workerArrives } from '../thread/start-module-worker.js';
// As a built worker, not as a copied file: many servers send `.mjs` with a type no worker starts from.
import engineWorker from './engine-worker.ts?worker&url';

/** Resolves when the script of the map engine's thread can be had. */
export const engineArrives = (): Promise<void> => workerArrives(engineWorker);

/** Where it lies; to be asked once it has arrived. */
export const engineUrl = (): string => workerAddress(engineWorker);
