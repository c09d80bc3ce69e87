/**
 * A signal that is raised with the first of several, and with its reason: what `AbortSignal.any` is in browsers younger
 * than the oldest this page runs in.
 */
export function anySignal(...signals: readonly AbortSignal[]): AbortSignal {
  const together = new AbortController();
  for (const signal of signals) {
    const raise = () => together.abort(signal.reason);
    if (signal.aborted) raise();
    else signal.addEventListener('abort', raise, { once: true, signal: together.signal });
  }
  return together.signal;
}
