import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { arrive, importPart } from '../../src/thread/import-part.js';
import { patientFetch } from '../../src/thread/patient-fetch.js';
import { Stalled } from '../../src/thread/silence.js';

/** A server that gives some files, and is silent about others as long as it is told to. */
function server() {
  const silent = new Set<string>();
  const asked: string[] = [];
  const fetchFile = patientFetch((input: unknown) => {
    const name = String(input).split('/').at(-1) ?? '';
    asked.push(name);
    return silent.has(name) ? new Promise(() => undefined) : Promise.resolve(new Response(name));
  });
  return { silent, asked, fetchFile };
}
let turn = 0;
/** What has come once is not asked for again: every test has a folder of its own. */
const base = () => `https://map.test/${turn++}/index.js`;

describe('a part of the program', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => vi.useRealTimers());
  const wait = () => vi.advanceTimersByTimeAsync(21_000);

  it('is imported when all its files are there, which are asked for once', async () => {
    const { asked, fetchFile } = server();
    const [here, load] = [base(), vi.fn(async () => 'the part')];
    expect(await importPart(load, ['./a.js', './a.css'], here, fetchFile)).toBe('the part');
    expect(await importPart(load, ['./b.js', './a.css'], here, fetchFile)).toBe('the part');
    expect(asked).toEqual(['a.js', 'a.css', 'b.js']);
  });

  it('that stalls is never imported, so that it can be asked for again', async () => {
    const { silent, asked, fetchFile } = server();
    const [here, load] = [base(), vi.fn(async () => 'the part')];
    silent.add('deep.js');
    const ask = () => importPart(load, ['./a.js', './deep.js'], here, fetchFile);
    const first = ask().catch((error: unknown) => error);
    await wait();
    expect(await first).toBeInstanceOf(Stalled);
    expect(load).not.toHaveBeenCalled();
    silent.clear();
    expect(await ask()).toBe('the part');
    expect(asked).toEqual(['a.js', 'deep.js', 'deep.js']);
  });

  it('that the browser asks for itself once more and does not get is given up too', async () => {
    const { fetchFile } = server();
    const load = () => new Promise<string>(() => undefined);
    const asking = importPart(load, ['./a.js'], base(), fetchFile).catch((error: unknown) => error);
    await wait();
    expect(await asking).toBeInstanceOf(Stalled);
  });

  it('is imported at once where nothing is known of its files', async () => {
    expect(await importPart(async () => 'the part')).toBe('the part');
  });

  it('that is not there fails at once', async () => {
    const missing = (async () => new Response('', { status: 404 })) as typeof fetch;
    await expect(arrive(base(), missing)).rejects.toThrow('http-404');
  });
});
