import { describe, expect, it } from 'vitest';
import { anySignal } from '../../src/thread/any-signal.js';

describe('anySignal', () => {
  it('is raised with the first, by its reason', () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const signal = anySignal(first.signal, second.signal);
    expect(signal.aborted).toBe(false);
    second.abort('late');
    first.abort('later');
    expect(signal.aborted).toBe(true);
    expect(signal.reason).toBe('late');
  });

  it('is raised where one already was', () => {
    const signal = anySignal(new AbortController().signal, AbortSignal.abort('before'));
    expect(signal.reason).toBe('before');
  });
});
