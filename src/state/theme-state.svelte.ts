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

/** Light or dark: the reader's choice and what is drawn. */
export class ThemeState {
  choice = $state<ThemeChoice>('system');
  #systemDark = $state(false);
  /** What is drawn. */
  readonly resolved: Theme = $derived.by(() => {
    if (this.choice === 'system') return this.#systemDark ? 'dark' : 'light';
    return this.choice;
  });

  /** Keeps `system` up to date. @param query `matchMedia('(prefers-color-scheme: dark)')` @returns stops it */
  follow(query: MediaQuery): () => void {
    const read = () => {
      this.#systemDark = query.matches;
    };
    read();
    query.addEventListener('change', read);
    return () => query.removeEventListener('change', read);
  }
}
