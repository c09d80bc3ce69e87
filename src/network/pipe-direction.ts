import type { ManholeRecord, PipeRecord } from './read-network.js';

/** A place where pipes meet, as far as a direction asks. */
interface MeetingPlace {
  manhole: ManholeRecord | null;
}

/**
 * Why a pipe flows the way it does:
 * - `manholes`: the file names its upstream or downstream manhole
 * - `levels`: the levels at its ends agree with its neighbours' (or its manholes') only this way round
 * - `digitised`: nothing says; the direction it was drawn in is taken
 */
export type DirectionBasis = 'manholes' | 'levels' | 'digitised';
export interface Direction {
  reversed: boolean;
  basis: DirectionBasis;
}

/** A fit must be better by this much to turn a pipe round. */
const clearMeters = 0.05;
const passes = 4;
/** Where more lines end on one spot, it is no manhole, and their levels are not held against each other. */
const mostPipesAtNode = 100;

/**
 * The direction of every pipe. "Reversed" compares the line as drawn with the fields called upstream and
 * downstream: a ledger's fields are trusted, its digitising is not.
 */
export function decideDirections(
  pipes: readonly PipeRecord[],
  ends: readonly (readonly [number, number])[],
  nodes: readonly MeetingPlace[],
): Direction[] {
  const directions = pipes.map((pipe, index) => byManholes(pipe, ends[index] ?? [0, 0], nodes));
  const meeting = pipesAtNodes(ends, nodes.length);
  // A pipe turned round changes what its neighbours compare with, so the levels settle over a few passes.
  for (let pass = 0; pass < passes; pass++) {
    let changed = false;
    for (const [index, pipe] of pipes.entries()) {
      if (directions[index]?.basis === 'manholes') continue;
      const next = byLevels(index, pipe, ends, pipes, directions, meeting, nodes);
      const before = directions[index];
      if (before?.basis === next.basis && before.reversed === next.reversed) continue;
      directions[index] = next;
      changed = true;
    }
    if (!changed) break;
  }
  return directions;
}

function byManholes(
  pipe: PipeRecord,
  [start, end]: readonly [number, number],
  nodes: readonly MeetingPlace[],
): Direction {
  const [first, last] = [nodes[start]?.manhole?.name ?? null, nodes[end]?.manhole?.name ?? null];
  const { upstreamManhole: up, downstreamManhole: down } = pipe;
  const forward = (up !== null && up === first) || (down !== null && down === last);
  const backward = (up !== null && up === last) || (down !== null && down === first);
  if (forward !== backward) return { reversed: backward, basis: 'manholes' };
  return { reversed: false, basis: 'digitised' };
}

function pipesAtNodes(ends: readonly (readonly [number, number])[], count: number): number[][] {
  const meeting: number[][] = Array.from({ length: count }, () => []);
  for (const [index, [start, end]] of ends.entries()) {
    meeting[start]?.push(index);
    if (end !== start) meeting[end]?.push(index);
  }
  return meeting;
}

function byLevels(
  index: number,
  pipe: PipeRecord,
  ends: readonly (readonly [number, number])[],
  pipes: readonly PipeRecord[],
  directions: readonly Direction[],
  meeting: readonly number[][],
  nodes: readonly MeetingPlace[],
): Direction {
  const [start, end] = ends[index] ?? [0, 0];
  const misfit = (level: number | null, node: number): number | null => {
    if (level === null) return null;
    const here = meeting[node] ?? [];
    const others = (here.length > mostPipesAtNode ? [] : here).flatMap((other) =>
      other === index ? [] : (levelAt(other, node, ends, pipes, directions) ?? []),
    );
    const invert = nodes[node]?.manhole?.invertMeters ?? null;
    if (invert !== null) others.push(invert);
    return others.length > 0 ? Math.min(...others.map((value) => Math.abs(value - level))) : null;
  };
  const { upstreamInvertMeters: up, downstreamInvertMeters: down } = pipe;
  const forward = sum(misfit(up, start), misfit(down, end));
  const backward = sum(misfit(up, end), misfit(down, start));
  if (forward !== null && backward !== null && Math.abs(forward - backward) > clearMeters)
    return { reversed: backward < forward, basis: 'levels' };
  return byManholeInverts(pipe, start, end, nodes) ?? { reversed: false, basis: 'digitised' };
}

/** Without levels of its own a pipe runs from the higher manhole to the lower one. */
function byManholeInverts(
  pipe: PipeRecord,
  start: number,
  end: number,
  nodes: readonly MeetingPlace[],
): Direction | null {
  if (pipe.upstreamInvertMeters !== null || pipe.downstreamInvertMeters !== null) return null;
  const [first, last] = [
    nodes[start]?.manhole?.invertMeters ?? null,
    nodes[end]?.manhole?.invertMeters ?? null,
  ];
  if (first === null || last === null || first === last) return null;
  return { reversed: first < last, basis: 'levels' };
}

function levelAt(
  index: number,
  node: number,
  ends: readonly (readonly [number, number])[],
  pipes: readonly PipeRecord[],
  directions: readonly Direction[],
): number | null {
  const [start] = ends[index] ?? [0, 0];
  const atStart = start === node;
  const reversed = directions[index]?.reversed ?? false;
  const pipe = pipes[index];
  return (atStart !== reversed ? pipe?.upstreamInvertMeters : pipe?.downstreamInvertMeters) ?? null;
}

function sum(one: number | null, other: number | null): number | null {
  if (one === null && other === null) return null;
  return (one ?? 0) + (other ?? 0);
}
