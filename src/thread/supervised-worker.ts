import { wrap, type Endpoint, type Remote } from 'comlink';

/** A thread as it was started: where it listens, and how it ends. */
export interface StartedWorker {
  endpoint: Endpoint & Pick<EventTarget, 'addEventListener'>;
  /** Resolves when its script can be had, rejects when it cannot; on a slow line that takes longer than a thread may be silent. */
  arrives?: () => Promise<unknown>;
  end(): void;
}
/** What every supervised worker answers at once, whatever else it does. */
interface Pinged {
  ping(): boolean;
}

/** The thread broke down (or never started) and so did the ones started in its place. */
export class WorkerFailed extends Error {}

interface Running<Api> {
  remote: Remote<Api>;
  /** Rejects when the thread has broken down; never resolves. */
  broken: Promise<never>;
  /** Resolves when the thread knows again what its predecessor knew. */
  ready: Promise<void>;
  pending: number;
  /** `starting` until it has answered something; `arrived`: its script can be had, it only did not start in time. */
  life: 'starting' | 'arrived' | 'alive';
  /** Resolves when its script can be had. */
  arrives: () => Promise<unknown>;
  timer: ReturnType<typeof setTimeout> | null;
  fail(reason: string): void;
}

/** A question is asked at most so often: one that kills every thread must not do so for ever. */
const attempts = 2;
/** While answers are awaited, the worker is pinged this often. */
const heartbeatMilliseconds = 4_000;
/** A thread may be busy with one piece of work for so long; a browser tells nobody that a thread was killed. */
const timeoutMilliseconds = 15_000;

/**
 * A worker that is replaced when it dies, silently or with an error, and whose open questions are then asked
 * again.
 */
export class SupervisedWorker<Api extends Pinged> {
  readonly #start: (startless: boolean) => StartedWorker;
  readonly #restore: (remote: Remote<Api>) => Promise<unknown>;
  #started: StartedWorker | null = null;
  #running: Running<Api> | null = null;
  #replaced = false;
  #startless = false;

  /**
   * @param start is told whether the one before never started: then there is no use in another of its kind
   * @param restore gives a worker in the place of a dead one what that one was given
   */
  constructor(
    start: (startless: boolean) => StartedWorker,
    restore: (remote: Remote<Api>) => Promise<unknown>,
  ) {
    this.#start = start;
    this.#restore = restore;
  }

  /** @throws WorkerFailed when the second thread breaks down, too; whatever the question itself rejects with */
  async ask<Answer extends Promise<unknown>>(
    question: (remote: Remote<Api>) => Answer,
  ): Promise<Awaited<Answer>> {
    for (let attempt = 1; ; attempt++) {
      const running = (this.#running ??= this.#begin());
      try {
        running.pending++;
        this.#watch(running);
        await Promise.race([running.ready, running.broken]);
        const answer = await Promise.race([question(running.remote), running.broken]);
        running.life = 'alive';
        return answer;
      } catch (error) {
        if (!(error instanceof WorkerFailed) || attempt === attempts) throw error;
      } finally {
        running.pending--;
      }
    }
  }

  /** Begins a thread without asking it anything. */
  begin(): void {
    this.#running ??= this.#begin();
  }

  end(): void {
    if (this.#running?.timer) clearTimeout(this.#running.timer);
    this.#started?.end();
    this.#running = null;
  }

  #begin(): Running<Api> {
    const started = this.#start(this.#startless);
    const { endpoint } = started;
    let reject: (error: Error) => void = () => undefined;
    const broken = new Promise<never>((_, refuse) => (reject = refuse));
    broken.catch(() => undefined);
    const remote = wrap<Api>(endpoint);
    const running: Running<Api> = {
      remote,
      broken,
      ready: Promise.resolve(),
      pending: 0,
      life: 'starting',
      arrives: started.arrives ?? (() => Promise.reject(new Error('nothing is known of its script'))),
      timer: null,
      fail: (reason) => {
        this.#startless = running.life === 'starting';
        if (running.timer) clearTimeout(running.timer);
        if (this.#running === running) this.#running = null;
        started.end();
        reject(new WorkerFailed(reason));
      },
    };
    endpoint.addEventListener('error', (event) =>
      running.fail((event as ErrorEvent).message || 'the thread did not start'),
    );
    if (this.#replaced) running.ready = this.#restore(remote).then(() => undefined);
    running.ready.catch(() => undefined);
    this.#replaced = true;
    this.#started = started;
    return running;
  }

  /** One heartbeat at a time, and none while nothing is awaited. */
  #watch(running: Running<Api>): void {
    if (running.timer !== null) return;
    running.timer = setTimeout(() => {
      running.timer = null;
      if (running.pending === 0) return;
      let answered = false;
      const giveUp = async () => {
        // On a slow line its script may still be on its way; where it is there, another thread starts from it.
        if (running.life === 'starting')
          await running.arrives().then(
            () => running.life === 'starting' && (running.life = 'arrived'),
            () => undefined,
          );
        if (!answered && this.#running === running) running.fail('the thread is silent');
      };
      running.timer = setTimeout(() => void giveUp(), timeoutMilliseconds);
      void (running.remote.ping as () => Promise<boolean>)().then(() => {
        answered = true;
        running.life = 'alive';
        if (running.timer) clearTimeout(running.timer);
        running.timer = null;
        if (running.pending > 0 && this.#running === running) this.#watch(running);
      });
    }, heartbeatMilliseconds);
  }
}
