/**
 * CONTRACT of the overlay worker: one job at a time, cancelled by ending the worker.
 *   in   { kind: 'read', files: File[], city }      out  { kind: 'progress', progress } … { kind: 'done', results }
 *   in   { kind: 'write', request }                 out  { kind: 'written', result }
 */
import { writeWithGdal, type GdalWrite, type GdalWriteResult } from '../export/write-with-gdal.js';
import { loadGdal } from './load-gdal-browser.js';
import { limits, megabytes } from './limits.js';
import type { ReadResult } from './overlay.js';
import type { CityFrame } from './place-layer.js';
import { readFiles, type ReadProgress } from './read-files.js';

export interface ReadRequest {
  kind: 'read';
  files: File[];
  city: CityFrame;
}
export interface WriteRequest {
  kind: 'write';
  request: GdalWrite;
}
export type ReadReply =
  | { kind: 'progress'; progress: ReadProgress }
  | { kind: 'done'; results: ReadResult[] }
  | { kind: 'written'; result: GdalWriteResult };

const reply = (message: ReadReply) => self.postMessage(message);

self.addEventListener('message', (event: MessageEvent<ReadRequest | WriteRequest>) => {
  if (event.data?.kind === 'read') void read(event.data);
  else if (event.data?.kind === 'write') void write(event.data);
});

async function read({ files, city }: ReadRequest): Promise<void> {
  const tooLarge = files.filter(({ size }) => size > limits.fileBytes);
  const results = tooLarge.map(({ name, size }): ReadResult => ({
    ok: false,
    fileName: name,
    problem: {
      reason: 'file-too-large',
      megabytes: megabytes(size),
      limitMegabytes: megabytes(limits.fileBytes),
    },
  }));
  // Only what may be read is taken into memory.
  const usable = files.filter((file) => !tooLarge.includes(file));
  const named = await Promise.all(
    usable.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const done = await readFiles(named, {
    city,
    loadGdal: (onFraction) => loadGdal((received, total) => onFraction(Math.min(1, received / total))),
    onProgress: (progress) => reply({ kind: 'progress', progress }),
  });
  reply({ kind: 'done', results: [...results, ...done] });
}

async function write({ request }: WriteRequest): Promise<void> {
  try {
    const gdal = await loadGdal(() => undefined);
    reply({ kind: 'written', result: await writeWithGdal(gdal, request) });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    reply({ kind: 'written', result: { ok: false, detail } });
  }
}
