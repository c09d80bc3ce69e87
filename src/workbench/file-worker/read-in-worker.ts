import type { ReadReply, ReadRequest } from './file.worker.js';
import { GdalWatch } from '../../formats/gdal/gdal-watch.js';
import type { OverlayProblem, ReadResult } from '../overlay/overlay.js';
import type { CityFrame } from '../overlay/place-layer.js';
import type { ReadProgress } from '../overlay/read-files.js';
import type { ModuleWorker } from '../../thread/start-module-worker.js';
import { startFileWorker } from './start-file-worker.js';

interface ReadingOptions {
  signal: AbortSignal;
  onProgress(progress: ReadProgress): void;
}

/**
 * Reads dropped files in a worker. `signal` ends the worker at once, whatever it is doing; everything that was
 * there before stays. Resolves in every case: a file that keeps GDAL busy for ever, or takes the worker with it, is a
 * named problem, and another worker goes on with the next.
 * @param start replaced in tests
 */
export function readInWorker(
  files: readonly File[],
  city: CityFrame,
  options: ReadingOptions,
  start: () => Promise<ModuleWorker> = startFileWorker,
): Promise<ReadResult[]> {
  return new Promise((resolve) => new Reading([...files], city, options, start, resolve).begin(0));
}

class Reading {
  readonly #results: ReadResult[] = [];
  #worker: ModuleWorker | null = null;
  /** How many workers were begun with: one that comes too late is let go. */
  #turn = 0;
  #next = 0;
  /** The file that is being read; null before the first is. */
  #current: string | null = null;
  readonly #watch = new GdalWatch((problem) => this.#goOnAfter(problem));

  constructor(
    readonly files: File[],
    readonly city: CityFrame,
    readonly options: ReadingOptions,
    readonly start: () => Promise<ModuleWorker>,
    readonly resolve: (results: ReadResult[]) => void,
  ) {
    options.signal.addEventListener('abort', this.#cancel);
  }

  begin(from: number): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#current = null;
    const turn = ++this.#turn;
    this.start().then(
      (worker) => {
        if (turn === this.#turn) this.#ask(worker, from);
        else worker.terminate();
      },
      (error: unknown) =>
        turn === this.#turn && this.#goOnAfter({ reason: 'engine-failed', detail: messageOf(error) }),
    );
    if (this.options.signal.aborted) this.#cancel();
  }

  #ask(worker: ModuleWorker, from: number): void {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<ReadReply>) => {
      if (this.#worker === worker) this.#hear(data);
    });
    worker.addEventListener('error', (event) => {
      if (this.#worker === worker) this.#goOnAfter({ reason: 'engine-failed', detail: event.message ?? '' });
    });
    const request: ReadRequest = { kind: 'read', files: this.files, city: this.city, from };
    worker.postMessage(request);
  }

  #hear(reply: ReadReply): void {
    if (reply.kind === 'sign') this.#watch.sign(reply.sign);
    else if (reply.kind === 'progress') {
      if (reply.progress.stage !== 'unpacking') this.#current = reply.progress.fileName;
      this.options.onProgress(reply.progress);
    } else if (reply.kind === 'result') {
      this.#results.push(reply.result);
      this.#next = reply.next;
      // Nothing can be asked of that engine any more.
      if (!reply.result.ok && reply.result.problem.reason === 'engine-memory') this.begin(this.#next);
    } else if (reply.kind === 'done') this.#finish(this.#results);
  }

  /** The file that was being read is named, and the next one read; where none was, none of the rest can be. */
  #goOnAfter(problem: OverlayProblem): void {
    this.#watch.stop();
    if (this.#current === null) {
      this.#finish([...this.#results, ...this.#unread(problem)]);
      return;
    }
    this.#results.push({ ok: false, problem, fileName: this.#current });
    this.begin(++this.#next);
  }

  readonly #cancel = () => this.#finish([...this.#results, ...this.#unread({ reason: 'cancelled' })]);

  #unread(problem: OverlayProblem): ReadResult[] {
    const read = new Set(
      this.#results.flatMap((result) =>
        result.ok ? result.layers.map(({ fileName }) => fileName) : [result.fileName],
      ),
    );
    return this.files
      .filter(({ name }) => !read.has(name))
      .map((file) => ({ ok: false, problem, fileName: file.name }));
  }

  #finish(results: ReadResult[]): void {
    this.#watch.stop();
    this.#turn++;
    this.#worker?.terminate();
    this.#worker = null;
    this.options.signal.removeEventListener('abort', this.#cancel);
    this.resolve(results);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
