import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readInWorker } from '../../../src/workbench/file-worker/read-in-worker.js';
import type { ReadReply, ReadRequest } from '../../../src/workbench/file-worker/file.worker.js';
import type { ReadResult } from '../../../src/workbench/overlay/overlay.js';
import { cityFrame } from '../../fuzz/seeds.js';

/** Each worker that is started does what the next entry says, given the set it is to begin with. */
type Behaviour = (say: (reply: ReadReply) => void, fail: (message: string) => void, from: number) => void;
let behaviours: Behaviour[] = [];
let ended = 0;

class FakeWorker {
  readonly #heard: Record<string, (event: unknown) => void> = {};
  #over = false;
  addEventListener(kind: string, listener: (event: unknown) => void): void {
    this.#heard[kind] = listener;
  }
  postMessage(request: ReadRequest): void {
    const behave = behaviours.shift();
    const say = (kind: string) => (event: unknown) => {
      if (!this.#over) this.#heard[kind]?.(event);
    };
    behave?.(
      (data) => say('message')({ data }),
      (message) => say('error')({ message }),
      request.from,
    );
  }
  terminate(): void {
    this.#over = true;
    ended++;
  }
}

const file = (name: string) => new File(['x'], name);
const read = (fileName: string): ReadResult => ({ ok: false, fileName, problem: { reason: 'truncated' } });
const reading = (fileName: string): ReadReply => ({
  kind: 'progress',
  progress: { stage: 'reading', fileName, fraction: 0 },
});
const begins: ReadReply = { kind: 'sign', sign: { kind: 'begins', fileBytes: 1 } };
const ask = () =>
  readInWorker(
    ['a', 'b', 'c'].map(file),
    cityFrame,
    { signal: new AbortController().signal, onProgress: () => undefined },

    async () => new FakeWorker() as unknown as Worker,
  );

beforeEach(() => {
  vi.useFakeTimers();
  ended = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

describe('files read in a worker', () => {
  /** Reads a, then is silent over b; another goes on with c. */
  const first: Behaviour = (say) => {
    say(reading('a'));
    say({ kind: 'result', result: read('a'), next: 1 });
    say(reading('b'));
    say(begins);
  };
  const second: Behaviour = (say, _fail, from) => {
    expect(from).toBe(2);
    say(reading('c'));
    say({ kind: 'result', result: read('c'), next: 3 });
    say({ kind: 'done' });
  };

  it('one that keeps GDAL busy for ever is named, those before and behind it are read', async () => {
    behaviours = [first, second];
    const results = ask();
    await vi.advanceTimersByTimeAsync(61_000);
    expect(await results).toEqual([
      read('a'),
      { ok: false, fileName: 'b', problem: { reason: 'engine-silent', seconds: 60 } },
      read('c'),
    ]);
    expect(ended).toBe(2);
  });

  it('one that takes the worker with it likewise', async () => {
    behaviours = [(say, fail, from) => (first(say, fail, from), fail('out of memory')), second];
    const problem = { reason: 'engine-failed', detail: 'out of memory' };
    expect(await ask()).toEqual([read('a'), { ok: false, fileName: 'b', problem }, read('c')]);
  });

  it('an engine without memory is replaced before the next file', async () => {
    const memory: ReadResult = { ok: false, fileName: 'b', problem: { reason: 'engine-memory' } };
    behaviours = [
      (say, fail, from) => (first(say, fail, from), say({ kind: 'result', result: memory, next: 2 })),
      second,
    ];
    expect(await ask()).toEqual([read('a'), memory, read('c')]);
  });

  it('a worker that does not start leaves no file without an answer', async () => {
    behaviours = [(_say, fail) => fail('gone')];
    const results = await ask();
    expect(results.map((result) => (result.ok ? null : result.problem.reason))).toEqual(
      Array.from({ length: 3 }, () => 'engine-failed'),
    );
  });
});
