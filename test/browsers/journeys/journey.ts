import type { WindowDriver } from '../page-driver.js';
import type { Site } from '../site.js';

/** Where a journey begins: a window, and a site nobody has been to. */
export interface Start {
  window: WindowDriver;
  site: Site;
  /** The window looks as it should be looked at: a picture, where they are asked for. */
  picture(): Promise<void>;
}

/** A way through the page, as a person goes it, the same in every engine. */
export interface Journey {
  id: string;
  /** For docs/browsers.md. */
  title: string;
  go(start: Start): Promise<void>;
}
