import type { SewerNetwork } from './sewer-network.js';
import type { Route } from './trace.js';

/** The shortest way of flow from one node to another (Dijkstra), or null when water does not get there. */
export function pathBetween(network: SewerNetwork, from: number, to: number): Route | null {
  const best = new Map<number, { length: number; pipe: number | null }>([[from, { length: 0, pipe: null }]]);
  const queue = new NearestFirst();
  queue.push(from, 0);
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (next.node === to) break;
    // A node may stand in the queue several times; only its best entry counts.
    if (next.length > (best.get(next.node)?.length ?? Infinity)) continue;
    for (const pipeIndex of network.nodes[next.node]?.outgoing ?? []) {
      const pipe = network.pipes[pipeIndex];
      if (!pipe) continue;
      const length = next.length + pipe.lengthMeters;
      if (length >= (best.get(pipe.to)?.length ?? Infinity)) continue;
      best.set(pipe.to, { length, pipe: pipeIndex });
      queue.push(pipe.to, length);
    }
  }
  const arrived = best.get(to);
  if (!arrived) return null;
  const pipes: number[] = [];
  for (let pipe = arrived.pipe; pipe !== null; pipe = best.get(network.pipes[pipe]?.from ?? -1)?.pipe ?? null)
    pipes.push(pipe);
  return { pipes: pipes.reverse(), lengthMeters: arrived.length, cut: [] };
}

/** A binary heap of nodes by length. */
class NearestFirst {
  readonly #items: { node: number; length: number }[] = [];

  push(node: number, length: number): void {
    const items = this.#items;
    let at = items.push({ node, length }) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((items[parent]?.length ?? 0) <= length) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  pop(): { node: number; length: number } | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (!first || !last || items.length === 0) return first;
    items[0] = last;
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = at;
      for (const child of [left, right])
        if ((items[child]?.length ?? Infinity) < (items[least]?.length ?? Infinity)) least = child;
      if (least === at) return first;
      this.#swap(at, least);
      at = least;
    }
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#items[one], this.#items[other]];
    if (!a || !b) return;
    this.#items[one] = b;
    this.#items[other] = a;
  }
}
