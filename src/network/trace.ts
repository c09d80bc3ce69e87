import type { SewerNetwork } from './sewer-network.js';

export interface Trace {
  /** Pipes reached, nearest first. */
  pipes: number[];
  /** Nodes reached, the starting one included. */
  nodes: number[];
  /** Nodes where the way ends: outlets downstream, heads upstream. */
  ends: number[];
  /** The way comes back to a node it has passed from: water could go round. */
  loops: number[];
  lengthMeters: number;
}

/** Everything upstream or downstream of a node, each pipe once, however the network loops or branches. */
export function trace(network: SewerNetwork, start: number, way: 'upstream' | 'downstream'): Trace {
  const pipes: number[] = [];
  const nodes: number[] = [];
  const ends: number[] = [];
  const seenNodes = new Set<number>([start]);
  const seenPipes = new Set<number>();
  let queue = [start];
  while (queue.length > 0) {
    const next: number[] = [];
    for (const index of queue) {
      nodes.push(index);
      const node = network.nodes[index];
      const leaving = (way === 'upstream' ? node?.incoming : node?.outgoing) ?? [];
      if (leaving.length === 0) ends.push(index);
      for (const pipeIndex of leaving) {
        const pipe = network.pipes[pipeIndex];
        if (!pipe || seenPipes.has(pipeIndex)) continue;
        seenPipes.add(pipeIndex);
        pipes.push(pipeIndex);
        const beyond = way === 'upstream' ? pipe.from : pipe.to;
        if (seenNodes.has(beyond)) continue;
        seenNodes.add(beyond);
        next.push(beyond);
      }
    }
    queue = next;
  }
  const lengthMeters = pipes.reduce((sum, index) => sum + (network.pipes[index]?.lengthMeters ?? 0), 0);
  return { pipes, nodes, ends, loops: closingPipes(network, start, way), lengthMeters };
}

/**
 * Pipes that close a circle when one walks from `start`: left out, the rest has none. Depth first without
 * recursion, because a trunk of 10,000 pipes would overflow the stack.
 */
export function closingPipes(network: SewerNetwork, start: number, way: 'upstream' | 'downstream'): number[] {
  const closing: number[] = [];
  const state = new Map<number, 'open' | 'done'>();
  const leavingOf = (index: number) => {
    const node = network.nodes[index];
    return [...((way === 'upstream' ? node?.incoming : node?.outgoing) ?? [])];
  };
  const stack: { node: number; leaving: number[] }[] = [{ node: start, leaving: leavingOf(start) }];
  state.set(start, 'open');
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const pipeIndex = top.leaving.pop();
    if (pipeIndex === undefined) {
      state.set(top.node, 'done');
      stack.pop();
      continue;
    }
    const pipe = network.pipes[pipeIndex];
    if (!pipe) continue;
    const beyond = way === 'upstream' ? pipe.from : pipe.to;
    const known = state.get(beyond);
    if (known === 'open') closing.push(pipeIndex);
    else if (known === undefined) {
      state.set(beyond, 'open');
      stack.push({ node: beyond, leaving: leavingOf(beyond) });
    }
  }
  return closing;
}

export interface Route {
  /** Pipes in the direction of flow. */
  pipes: number[];
  lengthMeters: number;
  /** Pipes left out because they close a circle. */
  cut: number[];
}

/** The longest way of flow that ends in a node. Circles are cut where they close, and the cuts are named. */
export function longestPathTo(network: SewerNetwork, outlet: number): Route {
  const cut = closingPipes(network, outlet, 'upstream');
  const without = new Set(cut);
  const order = upstreamOrder(network, outlet, without);
  const best = new Map<number, { length: number; pipe: number | null }>([
    [outlet, { length: 0, pipe: null }],
  ]);
  let [head, longest] = [outlet, 0];
  for (const index of order) {
    const here = best.get(index);
    if (!here) continue;
    if (here.length > longest) [head, longest] = [index, here.length];
    for (const pipeIndex of network.nodes[index]?.incoming ?? []) {
      const pipe = network.pipes[pipeIndex];
      if (!pipe || without.has(pipeIndex)) continue;
      const length = here.length + pipe.lengthMeters;
      if (length > (best.get(pipe.from)?.length ?? -1)) best.set(pipe.from, { length, pipe: pipeIndex });
    }
  }
  const pipes: number[] = [];
  for (
    let pipe = best.get(head)?.pipe ?? null;
    pipe !== null;
    pipe = best.get(network.pipes[pipe]?.to ?? -1)?.pipe ?? null
  )
    pipes.push(pipe);
  return { pipes, lengthMeters: longest, cut };
}

/** Nodes upstream of the outlet, each after every node its pipes lead to (the circles being cut). */
function upstreamOrder(network: SewerNetwork, outlet: number, without: ReadonlySet<number>): number[] {
  const waiting = new Map<number, number>();
  const reached = trace(network, outlet, 'upstream');
  for (const pipeIndex of reached.pipes) {
    const pipe = network.pipes[pipeIndex];
    if (pipe && !without.has(pipeIndex)) waiting.set(pipe.from, (waiting.get(pipe.from) ?? 0) + 1);
  }
  const order = [outlet];
  for (let at = 0; at < order.length; at++) {
    for (const pipeIndex of network.nodes[order[at] ?? -1]?.incoming ?? []) {
      const pipe = network.pipes[pipeIndex];
      if (!pipe || without.has(pipeIndex)) continue;
      const left = (waiting.get(pipe.from) ?? 1) - 1;
      waiting.set(pipe.from, left);
      if (left === 0) order.push(pipe.from);
    }
  }
  return order;
}
