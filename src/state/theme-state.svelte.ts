/**
 * CONTRACT ThemeState: light or dark.
 *   .choice    'system' | 'light' | 'dark' (assignable)
 *   .resolved  'light' | 'dark'     what is drawn
 *   .follow(matchMedia('(prefers-color-scheme: dark)')) → stop()    keeps `system` up to date
 */
import type { Theme } from '../style/flavour.js';

export type { Theme };
export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

/** The part of `MediaQueryList` that is needed, so that tests need no window. */
export interface MediaQuery {
  readonly matches: boolean;
  addEventListener(type: 'change', listener: () => void): void;
  removeEventListener(type: 'change', listener: () => void): void;
}

export class ThemeState {
  choice = $state<ThemeChoice>('system');
  #systemDark = $state(false);
  readonly resolved: Theme = $derived.by(() => {
    if (this.choice === 'system') return this.#systemDark ? 'dark' : 'light';
    return this.choice;
  });

  follow(query: MediaQuery): () => void {
    const read = () => {
      this.#systemDark = query.matches;
    };
    read();
    query.addEventListener('change', read);
    return () => query.removeEventListener('change', read);
  }
}
