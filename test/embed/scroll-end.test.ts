import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followScrollEnd } from '../../src/embed/story/scroll-end.js';

const page = (more: object) => Object.assign(new EventTarget(), more) as unknown as Window;

describe('followScrollEnd', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('hears the event where there is one', () => {
    const settled = vi.fn();
    const young = page({ onscrollend: null });
    const stop = followScrollEnd(young, settled);
    young.dispatchEvent(new Event('scroll'));
    vi.runAllTimers();
    expect(settled).not.toHaveBeenCalled();
    young.dispatchEvent(new Event('scrollend'));
    expect(settled).toHaveBeenCalledOnce();
    stop();
    young.dispatchEvent(new Event('scrollend'));
    expect(settled).toHaveBeenCalledOnce();
  });

  it('waits for rest where there is none', () => {
    const settled = vi.fn();
    const older = page({});
    const stop = followScrollEnd(older, settled);
    older.dispatchEvent(new Event('scroll'));
    vi.advanceTimersByTime(100);
    older.dispatchEvent(new Event('scroll'));
    vi.advanceTimersByTime(100);
    expect(settled).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(settled).toHaveBeenCalledOnce();
    older.dispatchEvent(new Event('scroll'));
    stop();
    vi.runAllTimers();
    expect(settled).toHaveBeenCalledOnce();
  });
});
