import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { EmbedSession } from '../../src/embed/data/embed-session.svelte.js';
import {
  openParentChannel,
  type ChannelMessage,
  type ChannelWindow,
} from '../../src/embed/message/parent-channel.js';

const city = 'https://www.city.example';
const stranger = 'https://stranger.example';
const ready = { type: 'ready', dataVersion: '0123456789ab', asOf: '2025-03-31' } as const;

function stage(list: unknown = { origins: [city] }) {
  const said: { message: Record<string, unknown>; to: string }[] = [];
  const parent = {
    postMessage: (message: unknown, to: string) =>
      said.push({ message: message as Record<string, unknown>, to }),
  };
  let listener: (event: ChannelMessage) => void = () => undefined;
  const fetched = vi.fn(() => Promise.resolve({ ok: list !== null, json: () => Promise.resolve(list) }));
  const window: ChannelWindow = {
    parent,
    location: { origin: 'https://map.example' },
    addEventListener: (_type, given) => (listener = given),
    fetch: fetched,
  };
  const session = {
    fly: vi.fn(),
    show: vi.fn(),
    setAppearance: vi.fn(),
    report: vi.fn(() => Promise.resolve({ ok: false, problem: 'swapped', position: [] })),
    app: {
      layers: { panel: [{ id: 'wards' }, { id: 'ponds' }] },
      locale: { locale: 'ja' },
      theme: { choice: 'system' },
    },
  };
  const channel = openParentChannel(window, { listUrl: 'list.json', height: () => 480 });
  channel.serve(session as unknown as EmbedSession);
  const hear = async (data: unknown, origin = city, source: unknown = parent) => {
    listener({ data, origin, source });
    for (let turn = 0; turn < 8; turn++) await Promise.resolve();
  };
  return { channel, session, said, hear, fetched };
}
const hello = { mizumichi: 1, type: 'hello' };

describe('conversation with the page around', () => {
  it('is silent until somebody says hello', async () => {
    const { channel, said, fetched } = stage();
    channel.tell(ready);
    channel.measure();
    expect(said).toEqual([]);
    expect(fetched).not.toHaveBeenCalled();
  });

  it('greets a listed page with what it missed, and tells it what happens', async () => {
    const { channel, said, hear } = stage();
    channel.tell(ready);
    await hear(hello);
    channel.tell({ type: 'layerschange', layers: [{ id: 'wards' }] });
    expect(said).toEqual([
      { message: { mizumichi: 1, ...ready }, to: city },
      { message: { mizumichi: 1, type: 'size', heightPixels: 480 }, to: city },
      { message: { mizumichi: 1, type: 'layerschange', layers: [{ id: 'wards' }] }, to: city },
    ]);
  });

  it('tells a stranger the height and nothing else, and obeys it in nothing', async () => {
    const { channel, session, said, hear } = stage();
    channel.tell(ready);
    await hear(hello, stranger);
    channel.tell({ type: 'layerschange', layers: [] });
    await hear({ mizumichi: 1, type: 'fly', centre: [130, 33] }, stranger);
    await hear({ mizumichi: 1, type: 'report', id: 1, position: [130, 33] }, stranger);
    expect(said.map(({ message }) => message['type'])).toEqual(['size', 'refused', 'refused']);
    expect(said.every(({ to }) => to === stranger)).toBe(true);
    expect(session.fly).not.toHaveBeenCalled();
    expect(session.report).not.toHaveBeenCalled();
  });

  it('trusts nobody when the list cannot be read', async () => {
    const { session, hear } = stage(null);
    await hear(hello);
    await hear({ mizumichi: 1, type: 'fly', centre: [130, 33] });
    expect(session.fly).not.toHaveBeenCalled();
  });

  it('does not listen to frames inside it, nor to pages without a name', async () => {
    const { session, said, hear } = stage();
    await hear(hello, city, {});
    await hear(hello, 'null');
    await hear({ mizumichi: 1, type: 'fly', centre: [130, 33] }, 'null');
    expect(said).toEqual([]);
    expect(session.fly).not.toHaveBeenCalled();
  });

  it('obeys a listed page', async () => {
    const { session, said, hear } = stage();
    await hear({ mizumichi: 1, type: 'fly', centre: [130.4, 33.59], zoom: 14 });
    expect(session.fly).toHaveBeenCalledWith({ centre: [130.4, 33.59], zoom: 14 });
    await hear({ mizumichi: 1, type: 'layers', layers: [{ id: 'ponds', opacity: 0.3 }] });
    expect(session.show).toHaveBeenCalledWith([{ id: 'ponds', opacity: 0.3 }]);
    await hear({ mizumichi: 1, type: 'look', theme: 'dark' });
    expect(session.setAppearance).toHaveBeenCalledWith({ locale: 'ja', theme: 'dark' });
    await hear({ mizumichi: 1, type: 'report', id: 7, position: [33, 33] });
    expect(said.at(-1)).toEqual({
      message: {
        mizumichi: 1,
        type: 'answer',
        id: 7,
        answer: { ok: false, problem: 'swapped', position: [] },
      },
      to: city,
    });
    await hear({ mizumichi: 1, type: 'layers', layers: [{ id: 'ghost' }] });
    expect(said.at(-1)?.message).toEqual({ mizumichi: 1, type: 'refused', reason: 'unknown-layer' });
    await hear({ mizumichi: 1, type: 'flie' });
    expect(said.at(-1)?.message).toEqual({ mizumichi: 1, type: 'refused', reason: 'malformed' });
  });

  it('survives anything, and answers only to the one who spoke', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(fc.oneof(fc.constant(hello), fc.anything()), fc.constantFrom(city, stranger, 'null')),
          {
            maxLength: 6,
          },
        ),
        async (messages) => {
          const { session, said, hear } = stage();
          for (const [data, origin] of messages) await hear(data, origin);
          expect(session.fly).not.toHaveBeenCalled();
          expect(said.every(({ to }) => to === city || to === stranger)).toBe(true);
        },
      ),
    );
  });

  it('does not open at all where no page is around', () => {
    const alone = { addEventListener: vi.fn() } as unknown as ChannelWindow;
    Object.assign(alone, { parent: alone });
    openParentChannel(alone, { listUrl: '', height: () => 1 }).measure();
    expect(alone.addEventListener).not.toHaveBeenCalled();
  });
});
