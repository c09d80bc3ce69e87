import type { TownBlocks, WardBlocks } from '../catalog/block-document.js';
import { EdgeIndex } from '../geometry/edge-index.js';
import type { Position } from '../geometry/position.js';
import type { AddressAnswer } from './site-report-types.js';

/** Farther off a block says nothing of a place: a mountain, the sea. */
export const blockReachMeters = 500;

/** Blocks of one ward, ready to be asked which is nearest: the index narrows, turf measures. */
export class NearestBlocks {
  readonly #edges: EdgeIndex;
  readonly #towns: TownBlocks[] = [];
  readonly #numbers: number[] = [];

  constructor({ towns }: WardBlocks) {
    const ends: number[] = [];
    for (const town of towns)
      for (const { number, position } of town.blocks) {
        ends.push(...position, ...position);
        this.#towns.push(town);
        this.#numbers.push(number);
      }
    this.#edges = new EdgeIndex(ends);
  }

  /** Null where none is within reach. Of lots that share a point the lowest number is named. */
  nearest(position: Position): AddressAnswer | null {
    const found = this.#edges.nearest(position);
    if (!found || found.meters > blockReachMeters) return null;
    const { name, nameEn, lots } = this.#towns[found.edge] as TownBlocks;
    const block = String(this.#numbers[found.edge]);
    return { town: name, townEn: nameEn, block, lot: lots, meters: Math.round(found.meters) };
  }
}
