import { describe, expect, it } from 'vitest';
import { UrlHistory } from '../../src/state/url-history.js';

/** A browser window of which only the history and one timer exist. */
function fakeWindow(hash = '#/') {
  const entries = [hash];
  let timer: (() => void) | null = null;
  const window = {
    location: {
      get hash() {
        return entries.at(-1) ?? '';
      },
    },
    history: {
      pushState: (_: unknown, __: string, url: string) => void entries.push(url),
      replaceState: (_: unknown, __: string, url: string) => void entries.splice(-1, 1, url),
    },
    setTimeout: (callback: () => void) => {
      timer = callback;
      return 1;
    },
    clearTimeout: () => {
      timer = null;
    },
  };
  return { window, entries, tick: () => timer?.() };
}

describe('UrlHistory', () => {
  it('writes many moves once', () => {
    const { window, entries, tick } = fakeWindow();
    const history = new UrlHistory(window);
    for (let step = 0; step < 50; step++) history.replace(`#/?z=${step}`);
    expect(entries).toEqual(['#/']);
    expect(history.current).toBe('#/?z=49');
    tick();
    expect(entries).toEqual(['#/?z=49']);
  });

  it('starts a new entry for a selection, keeping the view of the former one', () => {
    const { window, entries } = fakeWindow();
    const history = new UrlHistory(window);
    history.replace('#/?z=12');
    history.push('#/?p=1,2&z=12');
    expect(entries).toEqual(['#/?z=12', '#/?p=1,2&z=12']);
  });

  it('does not write the same address twice', () => {
    const { window, entries, tick } = fakeWindow('#/?z=1');
    const history = new UrlHistory(window);
    history.push('#/?z=1');
    history.replace('#/?z=1');
    tick();
    expect(entries).toEqual(['#/?z=1']);
  });

  it('forgets what waited after "back"', () => {
    const { window, entries, tick } = fakeWindow();
    const history = new UrlHistory(window);
    history.replace('#/?z=9');
    history.discard();
    tick();
    expect(entries).toEqual(['#/']);
    expect(history.current).toBe('#/');
  });
});
