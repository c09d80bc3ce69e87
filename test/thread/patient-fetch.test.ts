import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failureOf, patientFetch } from '../../src/thread/patient-fetch.js';
import { isStalled, silenceMilliseconds, Stalled } from '../../src/thread/silence.js';

const second = 1000;
const bytes = (length: number) => new Uint8Array(length).fill(97);

/** A server whose answer the test gives piece by piece; what it is asked with stays known. */
function server() {
  let body: ReadableStreamDefaultController<Uint8Array> | null = null;
  let answer: (response: Response) => void = () => undefined;
  const asked: { input: unknown; init: RequestInit | undefined }[] = [];
  let cancelled: unknown = null;
  const fetchFile = ((input: unknown, init?: RequestInit) => {
    asked.push({ input, init });
    return new Promise<Response>((resolve) => (answer = resolve));
  }) as typeof fetch;
  return {
    fetchFile,
    asked,
    headers: (init: ResponseInit = {}) =>
      answer(
        new Response(
          new ReadableStream<Uint8Array>({
            start: (controller) => void (body = controller),
            cancel: (reason) => void (cancelled = reason),
          }),
          init,
        ),
      ),
    send: (length: number) => body?.enqueue(bytes(length)),
    end: () => body?.close(),
    get cancelled() {
      return cancelled;
    },
  };
}

describe('a fetch that notices silence', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => vi.useRealTimers());
  const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * second);

  it('ends when the headers never come', async () => {
    const { fetchFile, asked } = server();
    const reading = patientFetch(fetchFile)('https://map.test/a').catch((error: unknown) => error);
    await pass(19);
    expect(asked[0]?.init?.signal?.aborted).toBe(false);
    await pass(2);
    expect(await reading).toBeInstanceOf(Stalled);
    expect(asked[0]?.init?.signal?.aborted).toBe(true);
  });

  it('ends when half the body came and then nothing, and lets the server go', async () => {
    const from = server();
    const reading = patientFetch(from.fetchFile)('https://map.test/a').then((response) =>
      response.text().catch((error: unknown) => error),
    );
    from.headers();
    await pass(1);
    from.send(500);
    await pass(19);
    from.send(500);
    await pass(21);
    const error = await reading;
    expect(error).toBeInstanceOf(Stalled);
    expect(isStalled(error)).toBe(true);
    expect(failureOf(error)).toBe('stalled');
    expect(from.cancelled).toBeInstanceOf(Stalled);
  });

  it('goes on for as long as something comes, however little', async () => {
    const from = server();
    const reading = patientFetch(from.fetchFile)('https://map.test/a').then((response) => response.text());
    await pass(19);
    from.headers();
    for (let i = 0; i < 60; i++) {
      await pass(19);
      from.send(1);
    }
    await pass(1);
    from.end();
    expect(await reading).toBe('a'.repeat(60));
  });

  it('waits behind others on a slow line, and ends once the server itself has fallen silent', async () => {
    const [first, second, elsewhere] = [server(), server(), server()];
    const endOf = (from: ReturnType<typeof server>, address: string) => {
      let end: unknown = null;
      void patientFetch(from.fetchFile)(address)
        .then((response) => response.text())
        .then(
          (text) => (end = text),
          (error: unknown) => (end = error),
        );
      return () => end;
    };
    const ends = [endOf(first, 'https://map.test/a'), endOf(second, 'https://map.test/b')];
    const other = endOf(elsewhere, 'https://tiles.test/a');
    first.headers();
    // Two minutes for the first file, of which no byte is the second's.
    for (let i = 0; i < 12; i++) {
      await pass(10);
      first.send(1);
    }
    await pass(1);
    expect(ends.map((end) => end())).toEqual([null, null]);
    // Another server's bytes are no sign of life of this one.
    expect(other()).toBeInstanceOf(Stalled);
    await pass(20);
    for (const end of ends) expect(end()).toBeInstanceOf(Stalled);
  });

  it('does not take a reader who takes their time for silence', async () => {
    const from = server();
    const asking = patientFetch(from.fetchFile)('https://map.test/a');
    from.headers();
    const response = await asking;
    await pass(600);
    from.send(3);
    from.end();
    expect(await response.text()).toBe('aaa');
  });

  it('hands on what it was given, and gives the answer as it was', async () => {
    const from = server();
    const own = new AbortController();
    const asking = patientFetch(from.fetchFile)('https://map.test/a', {
      cache: 'reload',
      headers: { range: 'bytes=0-1' },
      signal: own.signal,
    });
    from.headers({ status: 206, statusText: 'Partial', headers: { etag: '"x"' } });
    const response = await asking;
    expect(from.asked[0]?.init).toMatchObject({ cache: 'reload', headers: { range: 'bytes=0-1' } });
    expect([response.status, response.statusText, response.headers.get('etag')]).toEqual([
      206,
      'Partial',
      '"x"',
    ]);
    const read = response.text().catch((error: unknown) => error);
    own.abort(new Error('another question'));
    expect(await read).toMatchObject({ message: 'another question' });
    expect(failureOf(await read)).toBe('unreachable');
  });

  it('lets a request be given up before it is sent, and reads an answer without a body', async () => {
    const gone = AbortSignal.abort(new Error('too late'));
    const empty = patientFetch(async () => new Response(null, { status: 204 }));
    await expect(empty('https://map.test/a', { signal: gone })).rejects.toThrow('too late');
    expect((await empty('https://map.test/a')).status).toBe(204);
    await pass(60);
  });

  it('passes on what failed by itself', async () => {
    const offline = patientFetch(() => Promise.reject(new TypeError('fetch failed')));
    const error: unknown = await offline('https://map.test/a').catch((reason: unknown) => reason);
    expect(failureOf(error)).toBe('unreachable');
  });
});

describe('how long is waited', () => {
  const page = (content: string | null) => ({
    document: { querySelector: () => (content === null ? null : { getAttribute: () => content }) },
  });
  it.each([
    ['nothing is said', page(null), 20],
    ['the page says so', page('45'), 45],
    ['the page says nonsense', page('soon'), 20],
    ['the page says nothing at all', page('0'), 20],
    ['the page says more than an hour', page('86400'), 20],
    ['a thread is told', { name: 'silence 3' }, 3],
    ['a thread has another name', { name: 'importer' }, 20],
    ['a thread has none', {}, 20],
  ])('where %s', (_what, scope, seconds) => {
    expect(silenceMilliseconds(scope)).toBe(seconds * second);
  });
});
