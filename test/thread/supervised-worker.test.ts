import { expose } from 'comlink';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WorkerFailed, SupervisedWorker, type StartedWorker } from '../../src/thread/supervised-worker.js';

type Behaviour = 'answers' | 'is silent' | 'breaks';

/** A worker as the page sees it: a port with somebody behind it, or nobody. */
class FakeThread extends EventTarget implements StartedWorker {
  readonly endpoint = this as unknown as StartedWorker['endpoint'];
  ended = false;
  readonly heard: string[] = [];
  readonly #port: MessagePort;
  readonly #listeners = new Map<unknown, (event: MessageEvent) => void>();

  constructor(behaviour: Behaviour) {
    super();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.start();
    const api = {
      ping: () => true,
      load: (name: string) => void this.heard.push(`load ${name}`),
      ask: (question: string) => {
        this.heard.push(question);
        if (behaviour === 'breaks')
          this.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
        return behaviour === 'answers' ? `answer to ${question}` : new Promise(() => undefined);
      },
      refuse: () => Promise.reject(new Error('no such layer')),
    };
    if (behaviour !== 'is silent') expose(api, port2);
  }
  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.#port.postMessage(message, transfer);
  }
  override addEventListener(type: string, listener: EventListener): void {
    if (type === 'message') this.#port.addEventListener('message', listener);
    else super.addEventListener(type, listener);
    this.#listeners.set(listener, listener);
  }
  override removeEventListener(type: string, listener: EventListener): void {
    if (type === 'message') this.#port.removeEventListener('message', listener);
    else super.removeEventListener(type, listener);
  }
  end(): void {
    this.ended = true;
    this.#port.close();
  }
}
interface Api {
  ping(): boolean;
  load(name: string): void;
  ask(question: string): string;
  refuse(): Promise<void>;
}

function watched(...behaviours: Behaviour[]) {
  const threads: FakeThread[] = [];
  const thread = new SupervisedWorker<Api>(
    () => {
      const started = new FakeThread(behaviours[threads.length] ?? 'answers');
      threads.push(started);
      return started;
    },
    (remote) => remote.load('the data'),
  );
  return { thread, threads };
}

describe('a watched thread', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('answers, and is not told again what it never knew', async () => {
    const { thread, threads } = watched('answers');
    expect(await thread.ask((remote) => remote.ask('where?'))).toBe('answer to where?');
    expect(threads.map(({ heard }) => heard)).toEqual([['where?']]);
    thread.end();
    expect(threads[0]?.ended).toBe(true);
  });

  it('that breaks is replaced, told everything, and asked again', async () => {
    const { thread, threads } = watched('breaks', 'answers');
    expect(await thread.ask((remote) => remote.ask('where?'))).toBe('answer to where?');
    expect(threads.map(({ heard, ended }) => [heard, ended])).toEqual([
      [['where?'], true],
      [['load the data', 'where?'], false],
    ]);
    thread.end();
  });

  it('that dies without a word is found out by asking it', async () => {
    const { thread, threads } = watched('is silent', 'answers');
    const answer = thread.ask((remote) => remote.ask('where?'));
    await vi.advanceTimersByTimeAsync(4_000);
    expect(threads).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await answer).toBe('answer to where?');
    expect(threads[0]?.ended).toBe(true);
    thread.end();
  });

  it('is not given up while it answers that it is alive', async () => {
    const { thread, threads } = watched('answers');
    let release: (value: string) => void = () => undefined;
    const held = thread.ask(() => new Promise<string>((resolve) => (release = resolve)));
    for (let i = 0; i < 8; i++) {
      await vi.advanceTimersByTimeAsync(4_000);
      // The ping travels through a real port.
      await new Promise((resolve) => setImmediate(resolve));
      await new Promise((resolve) => setImmediate(resolve));
    }
    release('late');
    expect(await held).toBe('late');
    expect(threads).toHaveLength(1);
    thread.end();
  });

  it('rejects when the second breaks, too, and starts anew for the next question', async () => {
    const { thread, threads } = watched('breaks', 'breaks', 'answers');
    await expect(thread.ask((remote) => remote.ask('where?'))).rejects.toThrow(WorkerFailed);
    expect(await thread.ask((remote) => remote.ask('where?'))).toBe('answer to where?');
    expect(threads).toHaveLength(3);
    thread.end();
  });

  it('passes a refusal on without asking twice', async () => {
    const { thread, threads } = watched('answers');
    await expect(thread.ask((remote) => remote.refuse())).rejects.toThrow('no such layer');
    expect(threads).toHaveLength(1);
    thread.end();
  });

  /** Threads that never start, whose script can be had or not; what each start was told. */
  function startless(arrives: () => Promise<unknown>) {
    const told: boolean[] = [];
    const threads: FakeThread[] = [];
    const thread = new SupervisedWorker<Api>(
      (before) => {
        told.push(before);
        const started = new FakeThread(threads.length === 0 ? 'is silent' : 'answers');
        threads.push(started);
        return Object.assign(started, { arrives });
      },
      (remote) => remote.load('the data'),
    );
    return { thread, threads, told };
  }

  it('whose script comes late is not given up before it is there, and another starts from it', async () => {
    let come: () => void = () => undefined;
    const { thread, threads, told } = startless(() => new Promise<void>((resolve) => (come = resolve)));
    const answer = thread.ask((remote) => remote.ask('where?'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(threads.map(({ ended }) => ended)).toEqual([false]);
    come();
    expect(await answer).toBe('answer to where?');
    expect(told).toEqual([false, false]);
    thread.end();
  });

  it('whose script never comes is followed by one that is told so', async () => {
    const { thread, told } = startless(() => Promise.reject(new Error('nothing came for 20 s')));
    const answer = thread.ask((remote) => remote.ask('where?'));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await answer).toBe('answer to where?');
    expect(told).toEqual([false, true]);
    thread.end();
  });

  it('that breaks before it has answered anything is followed by one that is told so', async () => {
    const { thread, threads, told } = startless(() => Promise.resolve());
    const answer = thread.ask((remote) => remote.ask('where?'));
    threads[0]?.dispatchEvent(Object.assign(new Event('error'), { message: 'refused by the policy' }));
    expect(await answer).toBe('answer to where?');
    expect(told).toEqual([false, true]);
    thread.end();
  });
});
