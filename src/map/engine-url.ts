import { workerAddress } from '../thread/start-module-worker.js';
// As a built worker, not as a copied file: many servers send `.mjs` with a type no worker starts from.
import engineWorker from './engine-worker.ts?worker&url';

/** Where the script of the map engine's thread lies. */
export const engineUrl = (): string => workerAddress(engineWorker);
