import { SilenceClock, Stalled } from './silence.js';

/**
 * `fetch` that notices silence: neither headers nor a further piece of the body for the time of `silence.ts`, and the
 * request is broken off. The call, or the reading of the body, then rejects with {@link Stalled}. Everything of this
 * project that asks the network asks through it. Whatever comes from the same server ends the silence of all that
 * wait for it: a browser asks for six files at a time and a server may send one after another, so on a slow line the
 * last of twenty files waits for minutes and nothing is wrong with it.
 * @param fetchFile replaced in tests, and where `fetch` itself is to be replaced by this
 */
export function patientFetch(fetchFile: typeof fetch = (input, init) => fetch(input, init)): typeof fetch {
  return async (input, init) => {
    const address = typeof input === 'string' || input instanceof URL ? String(input) : input.url;
    // What lies in this device's memory needs no patience.
    if (address.startsWith('blob:')) return fetchFile(input, init);
    const given = init?.signal ?? (input instanceof Request ? input.signal : null);
    const controller = new AbortController();
    const stalled = new Stalled(address);
    const clock = new SilenceClock(() => controller.abort(stalled));
    const server = serverOf(address);
    const forward = () => controller.abort(given?.reason);
    if (given?.aborted) forward();
    given?.addEventListener('abort', forward, { once: true });
    const over = () => {
      rest(server, clock);
      given?.removeEventListener('abort', forward);
    };
    /** What is awaited, or why it was given up: a server's own stream may not hear that it was. */
    const awaited = <Value>(step: Promise<Value>): Promise<Value> => {
      wait(server, clock);
      const { signal } = controller;
      return new Promise<Value>((resolve, reject) => {
        const end = () => reject(reasonOf(signal));
        if (signal.aborted) end();
        signal.addEventListener('abort', end, { once: true });
        step
          .then((value) => {
            hear(server);
            resolve(value);
          }, reject)
          .finally(() => {
            rest(server, clock);
            signal.removeEventListener('abort', end);
          });
      });
    };
    try {
      const response = await awaited(fetchFile(input, { ...init, signal: controller.signal }));
      if (!response.body) {
        over();
        return response;
      }
      return rewritten(response, patientBody(response.body, awaited, over), controller.signal);
    } catch (error) {
      over();
      throw error;
    }
  };
}

/** Clocks that run, by the server they wait for. */
const waiting = new Map<string, Set<SilenceClock>>();

function serverOf(address: string): string {
  return /^[a-z]+:\/\/[^/]*/i.exec(address)?.[0] ?? '';
}

function wait(server: string, clock: SilenceClock): void {
  const clocks = waiting.get(server) ?? new Set();
  waiting.set(server, clocks.add(clock));
  clock.restart();
}

function rest(server: string, clock: SilenceClock): void {
  clock.stop();
  const clocks = waiting.get(server);
  clocks?.delete(clock);
  if (clocks?.size === 0) waiting.delete(server);
}

/** Something came from it. */
function hear(server: string): void {
  for (const clock of waiting.get(server) ?? []) clock.restart();
}

/** The same response around another body; its address stays known to those who ask for it. */
function rewritten(
  { status, statusText, headers, url }: Response,
  body: BodyInit,
  signal: AbortSignal,
): Response {
  const response = new Response(body, { status, statusText, headers });
  Object.defineProperty(response, 'url', { value: url });
  for (const name of ['arrayBuffer', 'blob', 'json', 'text'] as const) {
    const read = async (): Promise<unknown> => {
      try {
        return (await Response.prototype[name].call(response)) as unknown;
      } catch (error) {
        // Chromium calls whatever breaks off a body a failure of the network.
        throw signal.aborted ? reasonOf(signal) : error;
      }
    };
    Object.defineProperty(response, name, { value: read });
  }
  return response;
}

function patientBody(
  body: ReadableStream<Uint8Array>,
  awaited: <Value>(step: Promise<Value>) => Promise<Value>,
  over: () => void,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>(
    {
      // Asked only when somebody reads: who takes their time is no silence of the server.
      async pull(controller) {
        try {
          const { done, value } = await awaited(reader.read());
          if (!done) return controller.enqueue(value);
          over();
          controller.close();
        } catch (error) {
          over();
          controller.error(error);
          reader.cancel(error).catch(() => undefined);
        }
      },
      cancel(reason) {
        over();
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new DOMException('aborted', 'AbortError');
}

/** Why a transfer failed, in the words of a layer's failure: `stalled` or `unreachable`. */
export function failureOf(error: unknown): 'stalled' | 'unreachable' {
  return error instanceof Stalled ? 'stalled' : 'unreachable';
}
