import { writeWithGdal, type GdalWrite, type GdalWriteResult } from '../export/write-with-gdal.js';
import { blobSource } from '../../formats/browser/blob-source.js';
import { loadGdal } from '../../formats/browser/gdal-in-browser.js';
import type { Gdal3 } from '../../formats/gdal/gdal3.js';
import { gdalPort } from '../../formats/gdal/gdal-port.js';
import { GdalSigns, type GdalSign } from '../../formats/gdal/gdal-watch.js';
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
  /** The set to begin with; those before it were read by a thread that had to be ended. */
  from: number;
}
export interface WriteRequest {
  kind: 'write';
  request: GdalWrite;
}
/** Progress while files are read and each result as it comes, then the end of either job. */
export type ReadReply =
  | { kind: 'progress'; progress: ReadProgress }
  | { kind: 'sign'; sign: GdalSign }
  | { kind: 'result'; result: ReadResult; next: number }
  | { kind: 'done' }
  | { kind: 'written'; result: GdalWriteResult };

const reply = (message: ReadReply) => self.postMessage(message);

self.addEventListener('message', (event: MessageEvent<ReadRequest | WriteRequest>) => {
  if (event.data?.kind === 'read') void read(event.data);
  else if (event.data?.kind === 'write') void write(event.data);
});

let signs: GdalSigns | null = null;
/** Reading and writing are watched alike. */
const signsOf = (engine: Gdal3) => (signs ??= new GdalSigns(engine, (sign) => reply({ kind: 'sign', sign })));

async function read({ files, city, from }: ReadRequest): Promise<void> {
  // Read where they lie: only what is needed of them is taken into memory.
  const sources = files.map((file) => blobSource(file.name, file));
  await readFiles(sources, {
    city,
    from,
    loadGdal: async (onFraction) => {
      const engine = await loadGdal(
        (received, total) => onFraction(Math.min(1, received / total)),
        patientFetch(),
      );
      return gdalPort(engine, memoryDisk(engine), signsOf(engine));
    },
    onProgress: (progress) => reply({ kind: 'progress', progress }),
    onResult: (result, next) => reply({ kind: 'result', result, next }),
  });
  reply({ kind: 'done' });
}

async function write({ request }: WriteRequest): Promise<void> {
  try {
    const gdal = await loadGdal(() => undefined, patientFetch());
    const result = await signsOf(gdal).during(request.geoJson.length, () => writeWithGdal(gdal, request));
    reply({ kind: 'written', result });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    reply({ kind: 'written', result: { ok: false, problem: { reason: 'engine-failed', detail } } });
  }
}
