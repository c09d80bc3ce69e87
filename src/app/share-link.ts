import type { AppState } from '../state/app-state.svelte.js';
import { shareHash } from '../state/url-sync.svelte.js';

/** The permanent address of what is on screen: everything spelled out, with the data version. */
export function shareLink(app: AppState, location: Pick<Location, 'href'> = window.location): string {
  return `${location.href.split('#')[0] ?? ''}${shareHash(app)}`;
}
