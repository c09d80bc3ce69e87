import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReadReply } from '../../../src/workbench/file-worker/file.worker.js';
import { writeInWorker } from '../../../src/workbench/file-worker/write-in-worker.js';
import { gdalPatience } from '../../../src/formats/gdal/gdal-watch.js';

/** A worker that says what it is given, once it is asked to write. */
function written(...replies: ReadReply[]) {
  const heard: Record<string, (event: { data: ReadReply }) => void> = {};
  const worker = {
    addEventListener: (kind: string, listener: (event: { data: ReadReply }) => void) => {
      heard[kind] = listener;
    },
    postMessage: () => replies.forEach((data) => heard['message']?.({ data })),
    terminate: vi.fn(),
  };
  const request = { geoJson: new Uint8Array(10), name: 'a', epsg: 6668, format: 'gpkg' as const };
  const result = writeInWorker(request, async () => worker as unknown as Worker);
  return { result, worker };
}
const begins: ReadReply = { kind: 'sign', sign: { kind: 'begins', fileBytes: 10 } };
const works = (writtenBytes: number): ReadReply => ({ kind: 'sign', sign: { kind: 'works', writtenBytes } });
const done: ReadReply = {
  kind: 'written',
  result: { ok: true, file: { name: 'a.gpkg', bytes: new Uint8Array(1), mime: '' } },
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('GDAL that writes in the worker', () => {
  it('is ended where it computes for ever', async () => {
    const { result, worker } = written(begins);
    await vi.advanceTimersByTimeAsync(gdalPatience.silentSeconds * 1000 + 1);
    expect(await result).toEqual({
      ok: false,
      problem: { reason: 'engine-silent', seconds: gdalPatience.silentSeconds },
    });
    expect(worker.terminate).toHaveBeenCalled();
  });

  it('is ended where it writes without end', async () => {
    const limit = gdalPatience.writtenBytes(10);
    const { result, worker } = written(begins, works(limit), works(limit + 1));
    expect(await result).toMatchObject({ ok: false, problem: { reason: 'engine-too-much' } });
    expect(worker.terminate).toHaveBeenCalled();
  });

  it('that is done is no longer waited for', async () => {
    const { result } = written(begins, works(5), done);
    expect(await result).toMatchObject({ ok: true });
    expect(vi.getTimerCount()).toBe(0);
  });
});
