/**
 * CONTRACT of the overlay worker: one read at a time, cancelled by ending the worker.
 *   in   { kind: 'read', files: File[], city }
 *   out  { kind: 'progress', progress } …  { kind: 'done', results }
 */
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
export type ReadReply =
  { kind: 'progress'; progress: ReadProgress } | { kind: 'done'; results: ReadResult[] };

const reply = (message: ReadReply) => self.postMessage(message);

self.addEventListener('message', (event: MessageEvent<ReadRequest>) => {
  if (event.data?.kind === 'read') void read(event.data);
});

async function read({ files, city }: ReadRequest): Promise<void> {
  const results: ReadResult[] = [];
  const small: { name: string; bytes: Uint8Array }[] = [];
  for (const file of files) {
    // Refused before it is taken into memory.
    if (file.size > limits.fileBytes)
      results.push({
        ok: false,
        fileName: file.name,
        problem: {
          reason: 'file-too-large',
          megabytes: megabytes(file.size),
          limitMegabytes: megabytes(limits.fileBytes),
        },
      });
    else small.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  }
  const read = await readFiles(small, {
    city,
    loadGdal: (onFraction) => loadGdal((received, total) => onFraction(Math.min(1, received / total))),
    onProgress: (progress) => reply({ kind: 'progress', progress }),
  });
  reply({ kind: 'done', results: [...results, ...read] });
}
