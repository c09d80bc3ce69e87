import { writeWithGdal, type GdalWrite, type GdalWriteResult } from '../export/write-with-gdal.js';
import { blobSource } from '../../formats/browser/blob-source.js';
import { loadGdal } from '../../formats/browser/gdal-in-browser.js';
import { gdalPort } from '../../formats/gdal/gdal-port.js';
import { patientFetch } from '../../thread/patient-fetch.js';
import { memoryDisk } from '../../formats/gdal/memory-disk.js';
import type { ReadResult } from '../overlay/overlay.js';
import type { CityFrame } from '../overlay/place-layer.js';
import { readFiles, type ReadProgress } from '../overlay/read-files.js';

/** The overlay worker does one job at a time, and is cancelled by ending it. */
export interface ReadRequest {
  kind: 'read';
  files: File[];
  city: CityFrame;
}
export interface WriteRequest {
  kind: 'write';
  request: GdalWrite;
}
/** Progress while files are read, then the end of either job. */
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
  // Read where they lie: only what is needed of them is taken into memory.
  const sources = files.map((file) => blobSource(file.name, file));
  const results = await readFiles(sources, {
    city,
    loadGdal: async (onFraction) => {
      const engine = await loadGdal(
        (received, total) => onFraction(Math.min(1, received / total)),
        patientFetch(),
      );
      return gdalPort(engine, memoryDisk(engine));
    },
    onProgress: (progress) => reply({ kind: 'progress', progress }),
  });
  reply({ kind: 'done', results });
}

async function write({ request }: WriteRequest): Promise<void> {
  try {
    const gdal = await loadGdal(() => undefined, patientFetch());
    reply({ kind: 'written', result: await writeWithGdal(gdal, request) });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    reply({ kind: 'written', result: { ok: false, detail } });
  }
}
