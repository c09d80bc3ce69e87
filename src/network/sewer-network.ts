import { PointIndex } from '../geometry/point-index.js';
import { planeDistanceMeters, planePathMeters, type PlanePosition } from '../geometry/plane-rectangular.js';
import { decideDirections, type DirectionBasis } from './pipe-direction.js';
import type { ManholeRecord, PipeRecord } from './read-network.js';

/** A place where pipes meet: a manhole of the file, or the bare end of a pipe. */
export interface NetworkNode {
  index: number;
  /** Plane metres [east, north]. */
  at: [number, number];
  manhole: ManholeRecord | null;
  incoming: number[];
  outgoing: number[];
}

/** A pipe in the direction of flow. */
export interface NetworkPipe {
  index: number;
  record: PipeRecord;
  from: number;
  to: number;
  /** Path in the direction of flow. */
  path: [number, number][];
  /** Stated length, or the drawn one. */
  lengthMeters: number;
  lengthStated: boolean;
  basis: DirectionBasis;
  /** The line was drawn against the flow. */
  reversed: boolean;
  /** Levels at the flow's beginning and end. */
  upstreamInvertMeters: number | null;
  downstreamInvertMeters: number | null;
  /** 伏越し: a siphon, whose levels need not fall. */
  siphon: boolean;
}

export interface SewerNetwork {
  nodes: NetworkNode[];
  pipes: NetworkPipe[];
}

/** Names and kinds that mean a siphon. */
export const siphonPattern = /伏越|伏せ越|siphon|syphon/i;

/**
 * Pipes and manholes → a directed network. Ends closer than `snapMeters` meet; a manhole named by a pipe is
 * taken before a nearer stranger. Direction: by named manholes, else by levels, else as digitised (and said so).
 */
export function buildNetwork(
  pipes: readonly PipeRecord[],
  manholes: readonly ManholeRecord[],
  snapMeters = 0.5,
): SewerNetwork {
  const places = new Places(manholes, snapMeters);
  const ends = pipes.map((pipe) => {
    const first = pipe.path[0] ?? [NaN, NaN];
    const last = pipe.path.at(-1) ?? [NaN, NaN];
    return places.endsOf(pipe, first, last);
  });
  const nodes: NetworkNode[] = places.nodes.map(({ at, manhole }, index) => ({
    index,
    at,
    manhole,
    incoming: [],
    outgoing: [],
  }));
  const directions = decideDirections(pipes, ends, nodes);
  const built = pipes.map((record, index): NetworkPipe => {
    const [start, end] = ends[index] ?? [0, 0];
    const { reversed, basis } = directions[index] ?? { reversed: false, basis: 'digitised' as const };
    const [from, to] = reversed ? [end, start] : [start, end];
    nodes[from]?.outgoing.push(index);
    nodes[to]?.incoming.push(index);
    return {
      index,
      record,
      from,
      to,
      path: reversed ? [...record.path].reverse() : record.path,
      lengthMeters: record.lengthMeters ?? planePathMeters(record.path.map(inPlane)),
      lengthStated: record.lengthMeters !== null,
      basis,
      reversed,
      upstreamInvertMeters: record.upstreamInvertMeters,
      downstreamInvertMeters: record.downstreamInvertMeters,
      siphon: siphonPattern.test(`${record.kind ?? ''} ${record.name ?? ''}`),
    };
  });
  return { nodes, pipes: built };
}

function inPlane([eastMeters, northMeters]: readonly [number, number]): PlanePosition {
  return { eastMeters, northMeters };
}

export function nameOfNode(node: NetworkNode): string | null {
  return node.manhole?.name ?? null;
}

/** The distance asked for in the form is taken up to this. */
export const farthestSnapMeters = 50;

/**
 * Finds or makes the node at a position. Manholes lie as a file has them, thousands on one spot perhaps: an index finds
 * them. Bare ends are never nearer to each other than the snapping distance: a grid of such cells holds few in each.
 */
class Places {
  readonly nodes: { at: [number, number]; manhole: ManholeRecord | null }[] = [];
  readonly #byName = new Map<string, number>();
  readonly #manholes: PointIndex;
  readonly #cells = new Map<string, number[]>();
  readonly #snap: number;

  constructor(manholes: readonly ManholeRecord[], snapMeters: number) {
    // Ends farther apart are not one manhole; and one cell must not hold the whole network.
    this.#snap = Math.min(Math.max(snapMeters, 1e-6), farthestSnapMeters);
    this.#manholes = new PointIndex(manholes.map(({ at }) => at));
    for (const manhole of manholes) {
      const index = this.nodes.push({ at: manhole.at, manhole }) - 1;
      if (manhole.name !== null && !this.#byName.has(manhole.name)) this.#byName.set(manhole.name, index);
    }
  }

  /** Nodes at the first and last vertex. Named manholes count when the pipe really ends near them. */
  endsOf(pipe: PipeRecord, first: [number, number], last: [number, number]): [number, number] {
    const named = [pipe.upstreamManhole, pipe.downstreamManhole].map((name) =>
      name === null ? undefined : this.#byName.get(name),
    );
    // A pipe drawn to the manhole's wall ends up to a few metres off its centre.
    const reach = Math.max(this.#snap, 3);
    const pick = (at: [number, number]) =>
      named.find((index) => index !== undefined && this.#distance(index, at) <= reach) ?? this.#find(at);
    return [pick(first), pick(last)];
  }

  #find(at: [number, number]): number {
    const [column, row] = [Math.floor(at[0] / this.#snap), Math.floor(at[1] / this.#snap)];
    let best = this.#manholes.nearest(at, this.#snap);
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const index of this.#cells.get(`${column + dx},${row + dy}`) ?? [])
          if (
            this.#distance(index, at) <= this.#snap &&
            (best === null || this.#distance(index, at) < this.#distance(best, at))
          )
            best = index;
    return best ?? this.#addEnd(at);
  }

  #addEnd(at: [number, number]): number {
    const index = this.nodes.push({ at, manhole: null }) - 1;
    const key = `${Math.floor(at[0] / this.#snap)},${Math.floor(at[1] / this.#snap)}`;
    const cell = this.#cells.get(key);
    if (cell) cell.push(index);
    else this.#cells.set(key, [index]);
    return index;
  }

  #distance(index: number, at: [number, number]): number {
    const node = this.nodes[index];
    return node ? planeDistanceMeters(inPlane(node.at), inPlane(at)) : Infinity;
  }
}
