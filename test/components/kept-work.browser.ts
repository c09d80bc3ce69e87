/** The workbench's store in a real IndexedDB. Two states on one database are two tabs that hear nothing of each other. */
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { KeptDatabase } from '../../src/state/kept-database.js';
import type { OverlayLayer } from '../../src/workbench/overlay/overlay.js';
import type { OverlayRecord } from '../../src/workbench/project/project-file.js';
import { emptyWorkbench } from '../../src/workbench/project/empty-workbench.js';
import { readableContents } from '../../src/workbench/project/readable.js';
import { WorkbenchStore } from '../../src/workbench/project/workbench-store.js';
import { WorkbenchState } from '../../src/workbench/workbench-state.svelte.js';

const layer = (name: string): OverlayLayer => ({
  ...{ name, fileName: `${name}.geojson`, format: 'geojson', notes: [], fields: [] },
  crs: { epsg: 4326, swapped: false, unit: 1, how: 'format', declared: null, accuracyMeters: null },
  features: [
    { type: 'Feature', id: 0, geometry: { type: 'Point', coordinates: [130.4, 33.59] }, properties: {} },
  ],
  counts: { point: 1, line: 0, polygon: 0, none: 0 },
  box: [130.4, 33.59, 130.4, 33.59],
});
let count = 0;
const newName = () => `kept-work-${count++}`;
async function openTab(name: string): Promise<WorkbenchState> {
  const tab = new WorkbenchState(new WorkbenchStore(name));
  await tab.load();
  return tab;
}
/** Every text that is kept somewhere: on the workbench or in a version put aside. */
async function everywhere(name: string): Promise<string> {
  return JSON.stringify(await new WorkbenchStore(name).everything());
}
const names = ({ overlays }: WorkbenchState) => overlays.map((record) => record.layer.name).sort();

afterEach(() => vi.restoreAllMocks());

describe('two tabs', () => {
  it('put together what they changed apart', async () => {
    const name = newName();
    const [one, other] = [await openTab(name), await openTab(name)];
    one.add(layer('一'));
    other.add(layer('二'));
    one.runoff.name = '第1排水区';
    other.sites.text = '天神1-8-1';
    await Promise.all([one.kept.save(), other.kept.save()]);
    await Promise.all([one.kept.sync(), other.kept.sync()]);
    for (const tab of [one, other, await openTab(name)]) {
      expect(names(tab)).toEqual(['一', '二']);
      expect([tab.runoff.name, tab.sites.text, tab.kept.conflict]).toEqual(['第1排水区', '天神1-8-1', false]);
    }
    one.remove(one.overlays.find((record) => record.layer.name === '二')?.id ?? '');
    await one.kept.save();
    await other.kept.sync();
    expect([names(other), other.kept.news]).toEqual([['一'], true]);
  });

  it.each(['mine', 'theirs', 'both'] as const)(
    'ask where both changed the same, and keep the one not chosen: %s',
    async (which) => {
      const name = newName();
      const [one, other] = [await openTab(name), await openTab(name)];
      one.runoff.name = 'いち';
      one.add(layer('一'));
      await one.kept.save();
      other.runoff.name = 'に';
      other.add(layer('二'));
      await other.kept.save();
      expect([one.kept.conflict, other.kept.conflict]).toEqual([false, true]);
      // What is changed while nobody has chosen is kept, too, and survives this tab.
      other.runoff.name = 'に、あとで';
      await other.kept.save();
      expect(await everywhere(name)).toContain('に、あとで');
      await other.kept.choose(which);
      expect(other.kept.conflict).toBe(false);
      expect(other.runoff.name).toBe(which === 'theirs' ? 'いち' : 'に、あとで');
      expect(names(other)).toEqual({ mine: ['二'], theirs: ['一'], both: ['一', '二'] }[which]);
      const kept = await everywhere(name);
      for (const text of ['いち', 'に、あとで', '一.geojson', '二.geojson']) expect(kept).toContain(text);
      // The version put aside comes on the workbench, and what was there takes its place.
      await other.kept.openVersion(other.kept.versions[0]?.id ?? '');
      expect(other.runoff.name).toBe(which === 'theirs' ? 'に、あとで' : 'いち');
      await one.kept.sync();
      expect([one.runoff.name, names(one)]).toEqual([other.runoff.name, names(other)]);
    },
  );

  it('lose nothing in six rounds of both writing at once, some parts the same, some not', async () => {
    const name = newName();
    const written: string[] = [];
    for (let round = 0; round < 6; round++) {
      const [one, other] = [await openTab(name), await openTab(name)];
      for (const [who, tab] of [
        ['甲', one],
        ['乙', other],
      ] as const) {
        const text = `${who}${round}`;
        written.push(`${text}の図`, `${text}の住所`);
        tab.add(layer(`${text}の図`));
        tab.sites.text = `${tab.sites.text}\n${text}の住所`;
      }
      await Promise.all([one.kept.save(), other.kept.save()]);
      const asking = [one, other].filter(({ kept }) => kept.conflict);
      expect(asking).toHaveLength(1);
      await asking[0]?.kept.choose((['mine', 'theirs', 'both'] as const)[round % 3] ?? 'both');
    }
    const kept = await everywhere(name);
    expect(written.filter((text) => !kept.includes(text))).toEqual([]);
  });

  it('take what the other one emptied for emptied, and a store that was deleted for no reason to lose anything', async () => {
    const name = newName();
    const [one, other] = [await openTab(name), await openTab(name)];
    one.add(layer('一'));
    await one.kept.save();
    await other.kept.sync();
    await one.clearEverything();
    await other.kept.sync();
    expect(names(other)).toEqual([]);
    other.add(layer('二'));
    await other.kept.save();
    await deleteDB(name);
    await other.kept.sync();
    expect(names(await openTab(name))).toEqual(['二']);
  });
});

describe('a store that another page made', () => {
  it('of version 1 is taken over whole', async () => {
    const name = newName();
    const former = await openDB(name, 1, {
      upgrade(database) {
        database.createObjectStore('overlays', { keyPath: 'id' });
        database.createObjectStore('rest');
      },
    });
    const record: OverlayRecord = {
      id: 'a',
      layer: { ...layer('前から'), box: [130.4, 33.59, 130.4, 33.59] },
      style: {
        colour: '#0072b2',
        by: null,
        label: null,
        opacity: 1,
        lineWidthPixels: 2,
        pointRadiusPixels: 5,
      },
      visible: true,
    };
    await former.put('overlays', record);
    await former.put('rest', { ...emptyWorkbench(), order: ['a'], sites: { text: '天神' } }, 'rest');
    former.close();
    const [one, other] = [await openTab(name), await openTab(name)];
    expect([names(one), one.sites.text]).toEqual([['前から'], '天神']);
    one.rename('a', '改めた');
    await one.kept.save();
    await other.kept.sync();
    expect(names(other)).toEqual(['改めた']);
  });

  it('of a newer version is left alone, and said so', async () => {
    const name = newName();
    (await openDB(name, 99)).close();
    const tab = await openTab(name);
    expect([tab.kept.problem, tab.kept.loaded]).toEqual(['newer', true]);
  });

  it('that is held by an older page is said so, and used as soon as it is let go', async () => {
    const name = newName();
    const former = await openDB(name, 1, {
      upgrade(database) {
        database.createObjectStore('overlays', { keyPath: 'id' });
        database.createObjectStore('rest');
      },
    });
    const tab = await openTab(name);
    expect(tab.kept.problem).toBe('blocked');
    tab.add(layer('待つ'));
    former.close();
    await vi.waitFor(() => expect(tab.kept.problem).toBeNull());
    expect(names(await openTab(name))).toEqual(['待つ']);
  });

  it('lets a newer page in', async () => {
    const name = newName();
    const database = new KeptDatabase(name, 1, (created) => void created.createObjectStore('a'));
    expect(await database.run(async () => true)).toBe(true);
    (await openDB(name, 2)).close();
    expect(await database.run(async () => true)).toBe('newer');
  });

  it('that failed half-way keeps nothing of that half', async () => {
    const name = newName();
    const tab = await openTab(name);
    await tab.kept.save();
    const put = Reflect.get(IDBObjectStore.prototype, 'put') as (...given: unknown[]) => IDBRequest;
    const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...given: unknown[]
    ) {
      // The overlay goes in; the forms that belong to it do not.
      if (given[1] === 'rest') throw new DOMException('no room', 'QuotaExceededError');
      return Reflect.apply(put, this, given);
    } as typeof IDBObjectStore.prototype.put);
    tab.add(layer('半分'));
    await tab.kept.save();
    expect([tab.kept.problem, spy.mock.calls.length > 1]).toEqual(['full', true]);
    vi.restoreAllMocks();
    expect(await everywhere(name)).not.toContain('半分');
    // With room again everything is kept, and the word goes.
    await tab.kept.save();
    expect([tab.kept.problem, (await everywhere(name)).includes('半分')]).toEqual([null, true]);
  });
});

/** Records as they must never be, each with something in it that a reader would miss. */
const good = layer('良い図');
const strange: Record<string, unknown> = {
  'no layer': { id: 'x' },
  'a number that is none': { id: 'x', layer: { ...good, box: [NaN, 0, 0, 0] }, style: {}, visible: true },
  'an endless number': {
    ...{ id: 'x', layer: good, visible: true },
    style: {
      colour: '#000000',
      by: null,
      label: null,
      opacity: 1,
      lineWidthPixels: Infinity,
      pointRadiusPixels: 1,
    },
  },
  'a row without geometry and properties': {
    ...{
      id: 'x',
      layer: { ...good, features: [...good.features, { type: 'Feature', id: 1 }] },
      style: {},
      visible: true,
    },
  },
  'rows of one number': {
    ...{
      id: 'x',
      layer: { ...good, features: [...good.features, ...good.features] },
      visible: true,
      style: {},
    },
  },
  'a cell with an object in it': {
    ...{ id: 'x', style: {}, visible: true },
    layer: { ...good, features: [{ ...good.features[0], properties: { a: { b: 1 } } }] },
  },
  'columns of one name': {
    ...{ id: 'x', style: {}, visible: true },
    layer: {
      ...good,
      fields: [
        { name: 'a', kind: 'text' },
        { name: 'a', kind: 'text' },
      ],
    },
  },
  'a system that is no number': { id: 'x', layer: { ...good, crs: { epsg: 'x' } }, style: {}, visible: true },
  'a text': { id: 'x', layer: 'good', style: 'good', visible: 'good' },
};

describe('kept records that make no sense', () => {
  it.each(Object.keys(strange))(
    '%s: the others are shown, it is counted, saved and cleared',
    async (kind) => {
      const name = newName();
      const first = await openTab(name);
      first.add(layer('ほかの図'));
      await first.kept.save();
      const database = await openDB(name);
      await database.put('overlays', strange[kind]);
      database.close();
      const tab = await openTab(name);
      expect([names(tab), tab.kept.unreadable]).toEqual([['ほかの図'], 1]);
      // Emptying the workbench is not clearing what nobody could look at.
      await tab.clear();
      const raw = await tab.kept.store.unreadable();
      if (typeof raw === 'string') throw new Error(raw);
      expect(raw).toHaveLength(1);
      const { contents, broken } = readableContents({ overlays: raw, rest: undefined });
      expect(broken).toEqual(raw);
      const hasRows = JSON.stringify(strange[kind]).includes('良い図');
      expect(contents.overlays.map((record) => record.layer.name)).toEqual(hasRows ? ['良い図'] : []);
      await tab.kept.dropUnreadable();
      expect([tab.kept.unreadable, (await openTab(name)).kept.unreadable]).toEqual([0, 0]);
    },
  );

  const rest = emptyWorkbench();
  const shape = {
    id: 's',
    name: '線',
    kind: 'point',
    geometry: { type: 'Point', coordinates: [130.4, 33.59] },
  };
  it.each<[string, unknown]>([
    ['a form that is a text', { ...rest, runoff: 'x', sites: { text: '残る' } }],
    [
      'a figure that is none',
      { ...rest, network: { ...rest.network, horizontal: NaN }, sites: { text: '残る' } },
    ],
    ['no year', { ...rest, trunk: { year: 2e9, alignments: [] }, sites: { text: '残る' } }],
    ['two shapes of one id', { ...rest, sketch: [shape, shape], sites: { text: '残る' } }],
    [
      'a shape nowhere on earth',
      {
        ...rest,
        sketch: [shape, { ...shape, id: 't', geometry: { type: 'Point', coordinates: [1e300, 0] } }],
        sites: { text: '残る' },
      },
    ],
    ['names of prototypes', JSON.parse(`{"__proto__":{"sites":1},"constructor":1,"sites":{"text":"残る"}}`)],
  ])('%s: every other part is there, and the whole is put aside before anybody writes', async (_, broken) => {
    const name = newName();
    await openTab(name);
    const database = await openDB(name);
    await database.put('rest', broken, 'rest');
    database.close();
    const tab = await openTab(name);
    expect(tab.sites.text).toBe('残る');
    expect(tab.sketch.length).toBeLessThanOrEqual(1);
    expect(tab.kept.versions.map(({ why }) => why)).toEqual(['unreadable']);
    const version = await tab.kept.store.version(tab.kept.versions[0]?.id ?? '');
    expect(version).toMatchObject({ rest: { sites: { text: '残る' } } });
    await tab.kept.dropVersion(tab.kept.versions[0]?.id ?? '');
    expect((await openTab(name)).kept.versions).toEqual([]);
  });
});
