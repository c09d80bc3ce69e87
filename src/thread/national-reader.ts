import { nationalRasters } from '../catalog/national.js';
import type { HazardReading } from '../report/hazard-reading.js';
import type { ElevationReading } from '../report/national-answers.js';
import type { Position } from '../report/site-report-types.js';
import type { FetchJson } from '../search/refine-online.js';
import { readElevation, readHazard } from './national-tiles.js';
import { TimeLimit } from './time-limit.js';

/**
 * Questions to the national services, in turns: a question of a newer turn aborts all of older ones, so a reader
 * who clicks on never waits behind tiles nobody looks at any more. An aborted question answers `unreachable`.
 */
export class NationalReader {
  #turn = -1;
  #abort = new AbortController();

  /** @throws when no national layer has the id (misuse) */
  hazard(turn: number, id: string, position: Position): Promise<HazardReading> {
    const layer = nationalRasters.find((raster) => raster.id === id);
    if (!layer) throw new Error(`no national layer "${id}"`);
    return readHazard(layer, position, this.#signal(turn));
  }

  elevation(turn: number, position: Position): Promise<ElevationReading> {
    return readElevation(position, this.#signal(turn));
  }

  /** Drops what is still under way. */
  stop(turn: number): void {
    this.#signal(turn);
  }

  #signal(turn: number): AbortSignal {
    if (turn > this.#turn) {
      this.#turn = turn;
      this.#abort.abort();
      this.#abort = new AbortController();
    }
    return turn === this.#turn ? this.#abort.signal : AbortSignal.abort();
  }
}

/** JSON of a national service; nothing of this page but the question travels, and nothing is stored. */
export const fetchNationalJson: FetchJson = async (url) => {
  const limit = new TimeLimit();
  try {
    const response = await fetch(url, {
      signal: limit.signal,
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return (await response.json()) as unknown;
  } finally {
    limit.stop();
  }
};
