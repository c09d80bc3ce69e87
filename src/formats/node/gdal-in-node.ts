import { createReadStream, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Gdal3 } from '../gdal/gdal3.js';
import { bytesOf, RasterOnly, type GdalPort } from '../gdal/gdal-port.js';
import { gdalPatience, GdalWatch, type GdalPatience } from '../gdal/gdal-watch.js';
import { ReadFailure } from '../read-failure.js';
import type { FromThread, GdalAnswer, GdalQuestion } from './gdal-thread.js';
import { placeSource, workFolder } from './node-files.js';
import { startGdal3 } from './start-gdal3.js';
import { sweep, temporaryName, untilFinished } from './temporary.js';

let started: Promise<Gdal3> | null = null;

/** A folder for what GDAL writes, one of our own; it goes when the process does. */
function outputFolder(): string {
  sweep(tmpdir());
  const output = join(tmpdir(), temporaryName('gdal'));
  mkdirSync(output, { mode: 0o700 });
  untilFinished(output);
  return output;
}

/** The library itself in this thread, watched by nobody: for files of one's own making. Started once a process. */
export function gdal3(): Promise<Gdal3> {
  started ??= startGdal3(outputFolder(), () => undefined);
  return started;
}

/** A thread knows nothing of the loader of the one that starts it: tsx is told anew, as scripts/cli.mjs does it. */
const inTypeScript = `const { loader, script } = require('node:worker_threads').workerData;
import(loader).then(({ register }) => register()).then(() => import(script));`;

/** The address of tsx's loader as a module; asked for by its name here, one would get the one for `require`. */
function tsxLoader(): string {
  const home = dirname(createRequire(import.meta.url).resolve('tsx/package.json'));
  return pathToFileURL(join(home, 'dist', 'esm', 'api', 'index.mjs')).href;
}

/** GDAL in a thread, one question at a time; ended where a file keeps it busy for ever, and then never used again. */
export class GdalThread {
  readonly ready: Promise<void>;
  isOver = false;
  readonly #thread: Worker;
  #last: Promise<unknown> = Promise.resolve();
  #settle: { resolve: (answer: GdalAnswer) => void; reject: (error: Error) => void } | null = null;

  constructor(patience: GdalPatience) {
    this.#thread = new Worker(inTypeScript, {
      eval: true,
      workerData: {
        output: outputFolder(),
        loader: tsxLoader(),
        script: new URL('./gdal-thread.ts', import.meta.url).href,
      },
    });
    const watch = new GdalWatch((problem) => this.#over(new ReadFailure(problem)), patience);
    let begin: () => void = () => undefined;
    let refuse: (error: Error) => void = () => undefined;
    this.ready = new Promise((resolve, reject) => ([begin, refuse] = [resolve, reject]));
    this.#thread.on('message', (message: FromThread) => {
      if (message.kind === 'ready') {
        // It waits for questions, not the process for it; but while it starts, nothing else may keep the process.
        this.#thread.unref();
        begin();
      } else if (message.kind === 'sign') watch.sign(message.sign);
      else {
        watch.stop();
        this.#settle?.resolve(message.answer);
      }
    });
    const fail = (error: Error) => {
      watch.stop();
      refuse(error);
      this.#over(error);
    };
    this.#thread.on('error', (error) =>
      fail(/memory/i.test(error.message) ? new ReadFailure({ reason: 'engine-memory' }) : error),
    );
    this.#thread.on('exit', () => fail(new Error('GDAL ended')));
  }

  #over(error: Error): void {
    this.isOver = true;
    const settle = this.#settle;
    this.#settle = null;
    settle?.reject(error);
    void this.#thread.terminate();
  }

  /** @throws Error with what GDAL said, RasterOnly, ReadFailure where the thread had to be ended */
  ask(question: GdalQuestion): Promise<GdalAnswer & { ok: true }> {
    const asked = this.#last.then(() => this.#askNow(question));
    this.#last = asked.catch(() => undefined);
    return asked;
  }

  async #askNow(question: GdalQuestion): Promise<GdalAnswer & { ok: true }> {
    if (this.isOver) throw new Error('GDAL ended');
    this.#thread.ref();
    try {
      const answer = await new Promise<GdalAnswer>((resolve, reject) => {
        this.#settle = { resolve, reject };
        this.#thread.postMessage(question);
      });
      if (answer.ok) return answer;
      if (answer.broken) {
        this.#over(new Error(answer.message));
        throw new ReadFailure({ reason: 'engine-memory' });
      }
      throw answer.raster ? new RasterOnly(answer.message) : new Error(answer.message);
    } finally {
      this.#settle = null;
      this.#thread.unref();
    }
  }
}

let thread: GdalThread | null = null;

/** GDAL on files of the disk, in a thread of its own that is started on first use, and anew when it had to be ended. */
export async function gdalInNode(patience = gdalPatience): Promise<GdalPort> {
  if (thread === null || thread.isOver) thread = new GdalThread(patience);
  const current = thread;
  await current.ready;
  return {
    open: async (files, drivers, options) => {
      const real = await workFolder();
      const fileBytes = bytesOf(files);
      try {
        // Folders of the real disk, each shown to GDAL alone: what lies beside them, GDAL cannot name.
        for (const [extension, source] of files)
          await placeSource(source, join(real.path, `input.${extension}`));
        const [extension = ''] = files.keys();
        const question = { ask: 'open', folder: real.path, extension, drivers, options, fileBytes } as const;
        const opened = await current.ask(question);
        if (!('dataset' in opened)) throw new Error('GDAL answered something else');
        const { dataset, info } = opened;
        return {
          info,
          async *convert(conversion) {
            const written = await current.ask({ ask: 'convert', dataset, options: conversion, fileBytes });
            if (!('real' in written)) throw new Error('GDAL answered something else');
            try {
              for await (const piece of createReadStream(written.real))
                if (piece instanceof Uint8Array) yield piece;
            } finally {
              await rm(written.real, { force: true });
            }
          },
          close: async () => {
            // Of a thread that had to be ended only the folder is left.
            if (!current.isOver) await current.ask({ ask: 'close', dataset });
            await real.remove();
          },
        };
      } catch (error) {
        await real.remove();
        throw error;
      }
    },
  };
}
