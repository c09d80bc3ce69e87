import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MapBudget } from '../../src/embed/data/map-budget.js';
import { openingView } from '../../src/embed/data/opening-view.js';
import { SharedClients } from '../../src/embed/data/shared-client.js';
import { sourceLines } from '../../src/embed/data/source-lines.js';
import type { DataClient } from '../../src/thread/client.js';

afterEach(() => vi.useRealTimers());

describe('shared worker', () => {
  const start = () => {
    const client = { load: vi.fn(() => Promise.resolve({ ok: true })), close: vi.fn() };
    return { client, begin: vi.fn(() => client as unknown as DataClient) };
  };

  it('is started once for all who read the same files', () => {
    const { client, begin } = start();
    const clients = new SharedClients(begin);
    const leases = Array.from({ length: 10 }, () => clients.lease('https://map.example/tiles'));
    expect(begin).toHaveBeenCalledTimes(1);
    expect(client.load).toHaveBeenCalledTimes(1);
    expect(new Set(leases.map((lease) => lease.client)).size).toBe(1);
  });

  it('ends some time after the last has left, and not while somebody came back', () => {
    vi.useFakeTimers();
    const { client, begin } = start();
    const clients = new SharedClients(begin);
    const first = clients.lease('t');
    const second = clients.lease('t');
    first.release();
    first.release();
    vi.advanceTimersByTime(60_000);
    expect(client.close).not.toHaveBeenCalled();
    second.release();
    const third = clients.lease('t');
    vi.advanceTimersByTime(60_000);
    expect(client.close).not.toHaveBeenCalled();
    third.release();
    vi.advanceTimersByTime(60_000);
    expect(client.close).toHaveBeenCalledTimes(1);
    expect(clients.size).toBe(0);
  });
});

describe('budget of live maps', () => {
  it('drops the ones longest out of sight, never one in sight, and forgets none', () => {
    const moves = fc.array(
      fc.tuple(fc.constantFrom('enter', 'hide', 'show', 'leave'), fc.integer({ min: 0, max: 11 })),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(moves, (script) => {
        const budget = new MapBudget(3);
        const maps = new Map<number, { visible: boolean; handle: ReturnType<MapBudget['enter']> }>();
        for (const [move, id] of script) {
          const map = maps.get(id);
          if (move === 'enter' && !map) {
            const handle = budget.enter(() => {
              expect(maps.get(id)?.visible).toBe(false);
              maps.delete(id);
            });
            maps.set(id, { visible: true, handle });
          } else if (map && move === 'leave') {
            maps.delete(id);
            map.handle.leave();
          } else if (map && move !== 'enter') {
            map.visible = move === 'show';
            map.handle.seen(map.visible);
          }
          expect(budget.live).toBe(maps.size);
          const visible = [...maps.values()].filter((one) => one.visible).length;
          expect(maps.size).toBeLessThanOrEqual(Math.max(3, visible));
        }
      }),
    );
  });
});

describe('opening view', () => {
  const whole = { centre: [130.4, 33.59] as const, zoom: 11.6 };
  it('shows the same place, never closer than the whole map, farther the smaller the frame', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 120, max: 3000 }),
        fc.integer({ min: 100, max: 3000 }),
        (width, height) => {
          const view = openingView(whole, { width, height });
          expect(view.centre).toBe(whole.centre);
          expect(view.zoom).toBeLessThanOrEqual(whole.zoom);
          expect(view.zoom).toBeGreaterThan(whole.zoom - 4);
          expect(openingView(whole, { width, height: height + 50 }).zoom).toBeGreaterThanOrEqual(view.zoom);
        },
      ),
    );
  });
});

describe('source lines', () => {
  const layer = (sources: string[], asOf: string, pages: number[]) => ({
    file: '',
    bytes: 0,
    sha256: '',
    features: 0,
    placed: 0,
    bbox: null,
    asOf,
    methods: [],
    accuracyMeters: null,
    sources,
    pages,
  });
  it('name each document once with all its dates, and pass over layers that are not built', () => {
    const manifest = {
      layers: {
        a: layer(['年報'], '2025-10-01', [22, 23]),
        b: layer(['年報', '国土数値情報'], '2025-03-31', [40]),
        c: layer(['年報'], '2025-03-31', [9, 22]),
      },
    };
    expect(sourceLines(manifest, ['a', 'b', 'c', 'ghost', 'constructor'])).toEqual([
      { source: '年報', pages: [9, 22, 23], dates: ['2025-03-31', '2025-10-01'] },
      { source: '国土数値情報', pages: [], dates: ['2025-03-31'] },
    ]);
  });
});
