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

function setUp(kept: { layer: string; text: string }[] = [], refuse = false, storing = true) {
  const records = new Map(kept.map((record) => [record.layer, record]));
  const answered: (string | null)[] = [];
  const closed = vi.fn();
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
    store: {
      all: async () => [...records.values()],
      save: async (record) => (storing ? Boolean(records.set(record.layer, record)) : false),
      remove: async (layer) => records.delete(layer),
    },
    startImport: () => ({ merge: (kept) => mergeStoredImport(kept, built), close: closed }),
    tilesUrl: 'https://example.jp/tiles',
  });
  return { imported, state, records, answered, closed };
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
    expect([damaged.state.damaged, damaged.answered]).toEqual([['shelters'], []]);
    // Left where it is until the reader takes it away.
    expect(damaged.records.size).toBe(1);
  });

  it('says when the browser stores nothing', async () => {
    const { imported, state } = setUp([], false, false);
    expect(await imported.apply(text)).toEqual({ ok: true, stored: false });
    expect(state.layers[0]?.stored).toBe(false);
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
