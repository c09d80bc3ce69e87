import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from '@playwright/test';

/** What a tab holds after its garbage was collected. */
export interface Held {
  /**
   * JavaScript heap of the page's main thread, bytes; without compiled code, of which the driver adds some with every
   * step it takes.
   */
  heapBytes: number;
  /** Nodes of its documents, attached or not. */
  nodes: number;
  listeners: number;
  documents: number;
  /** Workers that run. */
  workers: number;
}

export async function measurer(page: Page): Promise<() => Promise<Held>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    // Twice: what the first round frees lets go of more.
    for (let turn = 0; turn < 2; turn++) await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    return {
      heapBytes: await heapBytes(session),
      nodes: of('Nodes'),
      listeners: of('JSEventListeners'),
      documents: of('Documents'),
      workers: page.workers().length,
    };
  };
}

/** Resident bytes of the browser's processes that draw pages (Linux). */
export function residentBytes(processes: readonly { type: string; id: number }[]): number {
  const pages = processes.filter(({ type }) => type === 'renderer');
  return pages.reduce((sum, { id }) => {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
    return sum + Number(kilobytes ?? 0) * 1024;
  }, 0);
}

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[values.length >> 1] ?? Number.NaN;

/** How much of a measure there is in the last quarter of the rounds, as a share of that of the first. */
export function growth(rounds: readonly Held[], measure: keyof Held): number {
  const quarter = Math.max(1, rounds.length >> 2);
  const of = (part: readonly Held[]) => median(part.map((held) => held[measure]));
  return of(rounds.slice(-quarter)) / of(rounds.slice(0, quarter));
}

export const measures = ['heapBytes', 'nodes', 'listeners', 'documents', 'workers'] as const;

interface Snapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } };
  nodes: number[];
  strings: string[];
}

async function heapBytes(session: CDPSession): Promise<number> {
  const pieces: string[] = [];
  const take = ({ chunk }: { chunk: string }) => pieces.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', take);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', take);
  const { snapshot, nodes, strings } = JSON.parse(pieces.join('')) as Snapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size, name] = ['type', 'self_size', 'name'].map((field) => fields.indexOf(field)) as [
    number,
    number,
    number,
  ];
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = types[0][nodes[at + type] ?? 0] ?? '';
    // The browser's own things are counted by the measures beside this one; what arrays hold is ours.
    const isOwn = kind !== 'native' || strings[nodes[at + name] ?? 0] === 'system / JSArrayBufferData';
    if (kind !== 'code' && kind !== 'synthetic' && isOwn) bytes += nodes[at + size] ?? 0;
  }
  return bytes;
}
