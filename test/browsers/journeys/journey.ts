import type { EngineId } from '../../../scripts/engines.mjs';
import type { WindowDriver } from '../page-driver.js';
import type { Site } from '../site.js';

/** Where a journey begins: a window, and a site nobody has been to. */
export interface Start {
  window: WindowDriver;
  site: Site;
  /**
   * The page is as somebody should see it: on a phone and on a desk nothing sticks out at its side. Pictures of it,
   * where they are asked for.
   * @param ours false for the page of somebody else, whose width is not ours to keep
   */
  look(ours?: boolean): Promise<void>;
}

/** A way through the page, as a person goes it, the same in every engine. */
export interface Journey {
  id: string;
  /** For docs/browsers.md. */
  title: string;
  /** Where an engine cannot be led all the way, and how far it goes. */
  limits?: Partial<Record<EngineId, string>>;
  go(start: Start): Promise<void>;
}
