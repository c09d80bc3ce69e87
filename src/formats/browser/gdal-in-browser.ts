import dataUrl from 'gdal3.js/dist/package/gdal3WebAssembly.data?url';
import wasmUrl from 'gdal3.js/dist/package/gdal3WebAssembly.wasm?url';
import { asGdal3, gdalEnvironment, type Gdal3 } from '../gdal/gdal3.js';

/** How much of GDAL has come. */
type OnBytes = (received: number, total: number) => void;

let engine: Promise<Gdal3> | null = null;

/**
 * GDAL inside a worker. About 40 MB come over the network the first time, from this site itself. Rejects when they do
 * not come; asked again, it tries again. Call it in a worker only.
 * @param fetchFile what notices when nothing comes any more
 */
export function loadGdal(onBytes: OnBytes, fetchFile: typeof fetch): Promise<Gdal3> {
  engine ??= start(onBytes, fetchFile).catch((error: unknown) => {
    engine = null;
    throw error;
  });
  return engine;
}

async function start(onBytes: OnBytes, fetchFile: typeof fetch): Promise<Gdal3> {
  const messageHandler = self.onmessage;
  const { default: initialise } = await import('gdal3.js');
  // On import the library installs its own handler of worker messages, which would answer ours with errors.
  self.onmessage = messageHandler;
  const files = await fetched([wasmUrl, dataUrl], onBytes, fetchFile);
  const restore = handOver(files);
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
    for (const inMemory of files.values()) URL.revokeObjectURL(inMemory);
  }
}

/** Where the files lie in this thread's memory, by their address. */
async function fetched(
  addresses: readonly string[],
  onBytes: OnBytes,
  fetchFile: typeof fetch,
): Promise<Map<string, string>> {
  const sum = { received: 0, total: 0 };
  const one = async (address: string) => {
    const response = await fetchFile(address);
    if (!response.ok || !response.body) throw new Error(`${address}: http-${response.status}`);
    const length = Number(response.headers.get('content-length') ?? 0);
    sum.total += length;
    const counter = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        sum.received += chunk.byteLength;
        // A compressed answer has another length than its content.
        if (length > 0) onBytes(Math.min(sum.received, sum.total), sum.total);
        controller.enqueue(chunk);
      },
    });
    const { headers } = response;
    const blob = await new Response(response.body.pipeThrough(counter), { headers }).blob();
    return [address, URL.createObjectURL(blob)] as const;
  };
  return new Map(await Promise.all(addresses.map(one)));
}

/**
 * The library downloads by itself and takes no address in memory. It tells nobody how far it is, waits for ever where
 * nothing comes, and asks again for what failed in a way that stops the thread: while it starts it gets what is here.
 */
function handOver(files: ReadonlyMap<string, string>): () => void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on its owner, and put back as it was
  const { fetch } = self;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- the same
  const { open } = XMLHttpRequest.prototype;
  const here = (address: RequestInfo | URL) =>
    (address instanceof Request ? undefined : files.get(address.toString())) ?? address;
  self.fetch = (input, init) => fetch.call(self, here(input), init);
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, method: string, address: string | URL) {
    Reflect.apply(open, this, [method, here(address)]);
  };
  return () => {
    self.fetch = fetch;
    XMLHttpRequest.prototype.open = open;
  };
}
