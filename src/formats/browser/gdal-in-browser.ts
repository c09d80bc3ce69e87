import dataUrl from 'gdal3.js/dist/package/gdal3WebAssembly.data?url';
import wasmUrl from 'gdal3.js/dist/package/gdal3WebAssembly.wasm?url';
import { asGdal3, gdalEnvironment, type Gdal3 } from '../gdal/gdal3.js';

let engine: Promise<Gdal3> | null = null;

/**
 * GDAL inside a worker. About 40 MB come over the network the first time, from this site itself.
 * `onBytes` hears how many of the larger file have come. Call it in a worker only.
 */
export function loadGdal(onBytes: (received: number, total: number) => void): Promise<Gdal3> {
  engine ??= start(onBytes).catch((error: unknown) => {
    engine = null;
    throw error;
  });
  return engine;
}

async function start(onBytes: (received: number, total: number) => void): Promise<Gdal3> {
  const messageHandler = self.onmessage;
  const { default: initialise } = await import('gdal3.js');
  // On import the library installs its own handler of worker messages, which would answer ours with errors.
  self.onmessage = messageHandler;
  const restore = countFetches(onBytes);
  try {
    const gdal = await initialise({
      paths: { wasm: wasmUrl, data: dataUrl },
      useWorker: false,
      env: gdalEnvironment,
      logHandler: () => undefined,
      errorHandler: () => undefined,
    });
    return asGdal3(gdal);
  } finally {
    restore();
  }
}

/** The library downloads by itself and tells nobody how far it is: its `fetch` is watched while it starts. */
function countFetches(onBytes: (received: number, total: number) => void): () => void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on its owner, and put back as it was
  const original = self.fetch;
  self.fetch = async (input, init) => {
    const response = await original.call(self, input, init);
    const total = Number(response.headers.get('content-length') ?? 0);
    if (!response.body || total === 0) return response;
    let received = 0;
    const counter = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        received += chunk.byteLength;
        onBytes(received, total);
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(counter), {
      status: response.status,
      headers: response.headers,
    });
  };
  return () => {
    self.fetch = original;
  };
}
