import { afterEach, describe, expect, it, vi } from 'vitest';
import { writeOfficial } from '../../geodata/import/official-file.js';
import { commandLine, supportedLayers } from '../../src/importer/supported-layers.js';
import { ImportedLayers } from '../../src/importer/imported-layers.js';
import { mergeStoredImport } from '../../src/importer/merge-stored-import.js';
import { ImportedState } from '../../src/state/imported-state.svelte.js';

const square = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [130, 33],
      [131, 33],
      [131, 34],
      [130, 33],
    ],
  ],
};
const zone = (id: string, method: string) => ({
  type: 'Feature' as const,
  properties: { id, name: id, method, source: `credit of ${id}` },
  geometry: square,
});
const text = writeOfficial({
  layer: 'inundation-zones',
  imports: [
    {
      ...{ driver: 'a51', file: 'A51.geojson', sha256: 'b'.repeat(64), asOf: '2025-04-01' },
      ...{ crs: 'EPSG:6668', coverage: ['40130'] },
    },
  ],
  features: [zone('a51-1', 'official')],
});
const built = async () => ({ type: 'FeatureCollection' as const, features: [zone('tenjin', 'constructed')] });

type Row = { layer: string; text: string; stamp: number };
/** The store of one browser; every tab of it has the same. */
function sharedStore(kept: { layer: string; text: string }[] = [], storing = true) {
  const rows = new Map<string, Row>(kept.map((record) => [record.layer, { ...record, stamp: 0 }]));
  let last = 0;
  const isExpected = (layer: string, expected: number | null) =>
    (rows.get(layer)?.stamp ?? null) === expected;
  return {
    rows,
    list: async () =>
      storing ? [...rows.values()].map(({ layer, stamp }) => ({ layer, stamp })) : ('unavailable' as const),
    read: async (layer: string) => rows.get(layer) ?? null,
    raw: async (layer: string) => rows.get(layer)?.text ?? null,
    save: async (record: { layer: string; text: string }, expected: number | null) => {
      if (!storing) return 'unavailable' as const;
      if (!isExpected(record.layer, expected)) return { kind: 'changed' as const };
      rows.set(record.layer, { ...record, stamp: ++last });
      return { kind: 'saved' as const, stamp: last };
    },
    remove: async (layer: string, expected: number | null) => {
      if (!storing) return 'unavailable' as const;
      if (!isExpected(layer, expected)) return { kind: 'changed' as const };
      rows.delete(layer);
      return { kind: 'saved' as const, stamp: ++last };
    },
  };
}

function setUp(kept: { layer: string; text: string }[] = [], refuse = false, storing = true) {
  return openTab(sharedStore(kept, storing), refuse);
}

function openTab(store: ReturnType<typeof sharedStore>, refuse = false) {
  const answered: (string | null)[] = [];
  const [closed, tell] = [vi.fn(), vi.fn()];
  const state = new ImportedState();
  const imported = new ImportedLayers({
    state,
    client: {
      replaceLayer: async (_layer, address) => {
        if (refuse) return { ok: false, reason: 'invalid' };
        answered.push(address);
        return { ok: true };
      },
    },
    store,
    startImport: () => ({ merge: (kept) => mergeStoredImport(kept, built), close: closed }),
    tilesUrl: 'https://example.jp/tiles',
    tell,
  });
  return { imported, state, records: store.rows, answered, closed, tell };
}
afterEach(() => vi.restoreAllMocks());

describe('Imported', () => {
  it('applies: the worker answers from the merged layer, the store saves it, the state names it', async () => {
    const { imported, state, records, answered, closed } = setUp();
    expect(await imported.apply(text)).toEqual({ ok: true, stored: true });
    expect(state.of('inundation-zones')).toMatchObject({
      ...{ file: 'A51.geojson', asOf: '2025-04-01', credit: 'credit of a51-1', features: 1, stored: true },
    });
    const merged = (await (await fetch(String(answered[0]))).json()) as {
      features: { properties: { id: string } }[];
    };
    expect(merged.features.map(({ properties }) => properties.id)).toEqual(['tenjin', 'a51-1']);
    expect(state.urls.get('inundation-zones')).toBe(answered[0]);
    expect([...records.keys()]).toEqual(['inundation-zones']);
    expect(closed).toHaveBeenCalledOnce();
  });

  it('comes back after a reload and goes when it is taken away', async () => {
    const { imported, state, records, answered } = setUp([{ layer: 'inundation-zones', text }]);
    await imported.restore();
    expect(state.layers).toHaveLength(1);
    await imported.remove('inundation-zones');
    expect([state.layers, answered.at(-1), records.size]).toEqual([[], null, 0]);
  });

  it('changes nothing when the worker refuses or the stored text is damaged', async () => {
    const { imported, state, records } = setUp([], true);
    expect(await imported.apply(text)).toEqual({ ok: false, reason: 'refused', detail: 'invalid' });
    expect([state.layers, records.size]).toEqual([[], 0]);
    const damaged = setUp([{ layer: 'shelters', text: '{}' }]);
    await damaged.imported.restore();
    expect([damaged.state.damaged, damaged.answered]).toEqual([['shelters'], [null]]);
    expect(await damaged.imported.raw('shelters')).toBe('{}');
    // Left where it is until the reader takes it away.
    expect(damaged.records.size).toBe(1);
  });

  it('says when the browser stores nothing', async () => {
    const { imported, state } = setUp([], false, false);
    expect(await imported.apply(text)).toEqual({ ok: true, stored: false });
    expect(state.layers[0]?.stored).toBe(false);
  });
});

const textOf = (layer: 'inundation-zones' | 'shelters', ids: string[]) =>
  writeOfficial({
    layer,
    imports: [
      {
        ...{ driver: 'a51', file: `${ids.join('+')}.geojson`, sha256: 'c'.repeat(64), asOf: '2025-04-01' },
        ...{ crs: 'EPSG:6668', coverage: ['40130'] },
      },
    ],
    features: ids.map((id) => zone(id, 'official')),
  });

describe('two tabs', () => {
  it('see each other’s import and its removal', async () => {
    const store = sharedStore();
    const [one, other] = [openTab(store), openTab(store)];
    await one.imported.apply(textOf('shelters', ['0']));
    // Before what is kept was restored nothing is taken over: the data may not be there yet.
    expect([await other.imported.sync(), other.answered]).toEqual([false, []]);
    await one.imported.remove('shelters');
    await other.imported.restore();
    await one.imported.apply(textOf('shelters', ['a']));
    expect(one.tell).toHaveBeenCalledTimes(3);
    expect([await other.imported.sync(), other.state.of('shelters')?.file]).toEqual([true, 'a.geojson']);
    // A second look finds nothing new, and is no reason to answer anew.
    expect([await other.imported.sync(), other.answered.length]).toEqual([false, 1]);
    await one.imported.remove('shelters');
    expect([await other.imported.sync(), other.state.layers, other.answered.at(-1)]).toEqual([
      true,
      [],
      null,
    ]);
  });

  it('that import at once keep both layers, and of the same layer the first, with a word to the second', async () => {
    const store = sharedStore();
    const [one, other] = [openTab(store), openTab(store)];
    const [first, second] = await Promise.all([
      one.imported.apply(textOf('shelters', ['a'])),
      other.imported.apply(textOf('inundation-zones', ['b'])),
    ]);
    expect([first.ok, second.ok, [...store.rows.keys()].sort()]).toEqual([
      true,
      true,
      ['inundation-zones', 'shelters'],
    ]);
    expect(await other.imported.apply(textOf('shelters', ['c']))).toMatchObject({
      ...{ ok: false, reason: 'changed-elsewhere' },
    });
    // What is in use there now is what is kept; chosen again, in full knowledge, the new file takes its place.
    expect(other.state.of('shelters')?.file).toBe('a.geojson');
    expect(await other.imported.apply(textOf('shelters', ['c']))).toEqual({ ok: true, stored: true });
    await one.imported.restore();
    expect(one.state.of('shelters')?.file).toBe('c.geojson');
  });

  it('do not take away what the other one has just replaced', async () => {
    const store = sharedStore();
    const [one, other] = [openTab(store), openTab(store)];
    await one.imported.apply(textOf('shelters', ['a']));
    await other.imported.restore();
    await one.imported.apply(textOf('shelters', ['b']));
    expect(await other.imported.remove('shelters')).toBe(false);
    expect([store.rows.size, other.state.of('shelters')?.file]).toEqual([1, 'b.geojson']);
    expect([await other.imported.remove('shelters'), store.rows.size]).toEqual([true, 0]);
  });

  it('refuse what is kept under another layer’s name, and ids used twice', async () => {
    const wrong = setUp([{ layer: 'shelters', text }]);
    await wrong.imported.restore();
    expect([wrong.state.damaged, wrong.state.layers]).toEqual([['shelters'], []]);
    const twice = setUp([{ layer: 'shelters', text: textOf('shelters', ['a', 'a']) }]);
    await twice.imported.restore();
    expect([twice.state.damaged, twice.state.layers]).toEqual([['shelters'], []]);
  });
});

describe('commandLine', () => {
  it('quotes what a shell would read', () => {
    expect(commandLine('towns', 'r2ka40133.zip')).toBe(
      'npm run -s cli -- import r2ka40133.zip --layer towns',
    );
    expect(commandLine('treatment-districts', 'my $file".gpkg')).toBe(
      'npm run -s cli -- import "my \\$file\\".gpkg" --layer treatment-districts --mapping mapping.json',
    );
  });
  it('keeps layers that others are built from off the page', () => {
    for (const layer of ['wards', 'towns', 'treatment-districts', 'priority-districts'] as const)
      expect(supportedLayers).not.toContain(layer);
  });
});
