/** The store of imported layers in a real IndexedDB. */
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { ImportStore } from '../../src/importer/import-store.js';

let count = 0;
const newName = () => `imports-${count++}`;

describe('kept imports', () => {
  it('of two tabs at once are both there, each with its stamp', async () => {
    const name = newName();
    const [one, other] = [new ImportStore(name), new ImportStore(name)];
    const [first, second] = await Promise.all([
      one.save({ layer: 'shelters', text: 'a' }, null),
      other.save({ layer: 'ponds', text: 'b' }, null),
    ]);
    const list = await one.list();
    expect(list).toEqual(await other.list());
    expect(list).toEqual([
      { layer: 'ponds', stamp: Reflect.get(Object(second), 'stamp') },
      { layer: 'shelters', stamp: Reflect.get(Object(first), 'stamp') },
    ]);
    expect(await other.read('shelters')).toEqual({ layer: 'shelters', text: 'a' });
  });

  it('of one layer: one of the two is kept, and the other is told', async () => {
    for (let round = 0; round < 6; round++) {
      const name = newName();
      const stores = [new ImportStore(name), new ImportStore(name)];
      const results = await Promise.all(
        stores.map((store, tab) => store.save({ layer: 'shelters', text: `tab ${tab}` }, null)),
      );
      const kinds = results.map((result) => (typeof result === 'string' ? result : result.kind));
      expect([...kinds].sort()).toEqual(['changed', 'saved']);
      expect(await stores[0]?.read('shelters')).toMatchObject({ text: `tab ${kinds.indexOf('saved')}` });
    }
  });

  it('are taken away only as they were known', async () => {
    const store = new ImportStore(newName());
    const first = await store.save({ layer: 'shelters', text: 'a' }, null);
    const stamp = typeof first !== 'string' && first.kind === 'saved' ? first.stamp : -1;
    const again = await store.save({ layer: 'shelters', text: 'b' }, stamp);
    expect(again).toMatchObject({ kind: 'saved' });
    expect(await store.remove('shelters', stamp)).toEqual({ kind: 'changed' });
    const now = typeof again !== 'string' && again.kind === 'saved' ? again.stamp : -1;
    expect(await store.remove('shelters', now)).toMatchObject({ kind: 'saved' });
    expect(await store.list()).toEqual([]);
  });

  it('of version 1, and records that are no imports, are listed; what lies there can be saved', async () => {
    const name = newName();
    const former = await openDB(name, 1, {
      upgrade: (database) => void database.createObjectStore('layers', { keyPath: 'layer' }),
    });
    await former.put('layers', { layer: 'shelters', text: 'from before' });
    await former.put('layers', { layer: 'ponds', text: { not: 'a text' } });
    former.close();
    const store = new ImportStore(name);
    expect(await store.list()).toEqual([
      { layer: 'ponds', stamp: 0 },
      { layer: 'shelters', stamp: 0 },
    ]);
    expect([await store.read('shelters'), await store.read('ponds')]).toEqual([
      { layer: 'shelters', text: 'from before' },
      null,
    ]);
    expect(await store.raw('ponds')).toContain('not');
    expect(await store.save({ layer: 'ponds', text: 'new' }, 0)).toMatchObject({ kind: 'saved' });
  });

  it('of a newer page are left alone', async () => {
    const name = newName();
    (await openDB(name, 99)).close();
    expect(await new ImportStore(name).list()).toBe('newer');
  });
});
