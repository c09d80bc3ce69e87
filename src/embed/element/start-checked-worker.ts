import type { ModuleWorker } from '../../thread/start-module-worker.js';
import { threadName } from '../../thread/silence.js';
import { partsOf } from './parts-registry.js';

/**
 * Stands for src/thread/start-module-worker.ts in the parts of the element: a worker is started from a copy of its
 * script that the element's module has checked.
 * @param address of the script, in `assets/` of the element's folder
 */
export function startModuleWorker(address: string): ModuleWorker {
  const { folder, file } = placeOf(address);
  return new WorkerToCome(partsOf(folder).copy(file));
}

/** Resolves when the script of a worker can be had, and is the one that was built. */
export async function workerArrives(address: string): Promise<void> {
  const { folder, file } = placeOf(address);
  await partsOf(folder).copy(file);
}

export async function startArrivedWorker(address: string): Promise<ModuleWorker> {
  await workerArrives(address);
  return startModuleWorker(address);
}

/** Runs the checked script of a worker in the page itself. */
export async function runOnPage(address: string): Promise<void> {
  const { folder, file } = placeOf(address);
  await partsOf(folder).open(file);
}

/** @param address of the script of a worker that another library starts, named by the part that was opened */
export function workerAddress(address: string): string {
  const { folder, file } = placeOf(address);
  return partsOf(folder).copied(file);
}

function placeOf(address: string): { folder: string; file: string } {
  const folder = new URL('../', address).href;
  return { folder, file: address.slice(folder.length) };
}

/** A worker that starts when its script is there; what is said to it before waits. */
class WorkerToCome extends EventTarget implements ModuleWorker {
  #worker: Worker | null = null;
  #ended = false;
  #waiting: [message: unknown, transfer: Transferable[]][] = [];

  constructor(address: Promise<string>) {
    super();
    address.then(
      (script) => this.#begin(script),
      (error: unknown) => this.#fail(error),
    );
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    if (this.#worker) this.#worker.postMessage(message, transfer);
    else if (!this.#ended) this.#waiting.push([message, transfer]);
  }

  terminate(): void {
    this.#ended = true;
    this.#worker?.terminate();
  }

  #begin(script: string): void {
    if (this.#ended) return;
    try {
      this.#worker = new Worker(script, { type: 'module', name: threadName() });
    } catch (error) {
      this.#fail(error);
      return;
    }
    for (const type of ['message', 'messageerror'] as const)
      this.#worker.addEventListener(type, ({ data, ports }) =>
        this.dispatchEvent(new MessageEvent<unknown>(type, { data, ports: [...ports] })),
      );
    this.#worker.addEventListener('error', ({ message }) =>
      this.dispatchEvent(new ErrorEvent('error', { message })),
    );
    for (const said of this.#waiting) this.#worker.postMessage(...said);
    this.#waiting = [];
  }

  #fail(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.dispatchEvent(new ErrorEvent('error', { message }));
  }
}
