import { expose } from 'comlink';

const answered = Symbol.for('mizumichi.answered');

/**
 * Answers what a worker is asked, once a thread: WebKit runs a worker's script again for a part that imports from it, and
 * the second, which knows nothing yet, would answer every question too.
 * @param make makes what answers; not called where something does
 * @param answer replaced in tests
 */
export function exposeOnce(make: () => unknown, answer: (api: unknown) => void = expose): void {
  const thread = globalThis as unknown as Record<symbol, boolean | undefined>;
  if (thread[answered]) return;
  thread[answered] = true;
  answer(make());
}
