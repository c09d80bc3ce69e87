import type { Map as EngineMap } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { SourceFailures } from '../../src/map/source-failures.js';
import { GroundState } from '../../src/state/ground-state.svelte.js';
import { LoadState } from '../../src/state/load-state.svelte.js';
import { NationalLayers } from '../../src/state/national-layers.svelte.js';

/** The engine as far as failures go: events in, data out. */
function fakeMap() {
  const listeners = new Map<string, (event: object) => void>();
  const loaded: [string, string][] = [];
  const map = {
    on: (type: string, listener: (event: object) => void) => void listeners.set(type, listener),
    getSource: (id: string) => ({
      type: id.startsWith('basemap') ? 'raster' : 'geojson',
      setData: (data: string) => void loaded.push([id, data]),
    }),
  } as unknown as EngineMap;
  return { map, loaded, fire: (type: string, event: object) => listeners.get(type)?.(event) };
}
const missing = (sourceId: string) => ({ sourceId, error: new Error('HTTP 404') });

describe('failures of sources', () => {
  it('are named by layer and leave the others alone', () => {
    const { map, fire } = fakeMap();
    const load = new LoadState();
    new SourceFailures(map, load);
    fire('error', missing('rivers'));
    expect([...load.failures]).toEqual([['rivers', 'HTTP 404']]);
  });

  it('are tried again when somebody asks for it, and only then', () => {
    const { map, fire, loaded } = fakeMap();
    const load = new LoadState();
    const failures = new SourceFailures(map, load);
    const reload = () => failures.reload(map, load.failures, (id) => `tiles/${id}.geojson`);
    fire('error', missing('rivers'));
    reload();
    expect(loaded).toEqual([]);
    load.retry('rivers');
    reload();
    reload();
    expect(loaded).toEqual([['rivers', 'tiles/rivers.geojson']]);
  });

  it('do not give up an online base map for one lost tile', () => {
    const { map, fire } = fakeMap();
    const load = new LoadState();
    new SourceFailures(map, load);
    for (let tile = 0; tile < 3; tile++) fire('error', missing('basemap-gsi-pale'));
    fire('sourcedata', { sourceId: 'basemap-gsi-pale', tile: {} });
    fire('error', missing('basemap-gsi-pale'));
    expect(load.failed).toBe(false);
    for (let tile = 0; tile < 3; tile++) fire('error', missing('basemap-gsi-pale'));
    expect([...load.failures.keys()]).toEqual(['basemap-gsi-pale']);
  });

  it('of an archive of the base map: at once without its directory, else after four tiles in a row', () => {
    const { map, fire } = fakeMap();
    const load = new LoadState();
    const ground = new GroundState();
    new SourceFailures(map, load, undefined, ground);
    for (let tile = 0; tile < 3; tile++) fire('error', { ...missing('ground-basemap'), tile: {} });
    expect(ground.failed.size).toBe(0);
    fire('error', missing('ground-block-numbers'));
    expect([...ground.failed]).toEqual(['block-numbers']);
    fire('error', { ...missing('ground-basemap'), tile: {} });
    expect([...ground.failed]).toEqual(['block-numbers', 'basemap']);
    expect(load.failed).toBe(false);
    ground.retry();
    expect(ground.failed.size).toBe(0);
  });

  it('of a national hazard map are told apart from those of this page', () => {
    const { map, fire } = fakeMap();
    const load = new LoadState();
    const national = new NationalLayers();
    new SourceFailures(map, load, national);
    for (let tile = 0; tile < 4; tile++) fire('error', missing('national-river'));
    expect(load.failed).toBe(false);
    expect([...national.failures]).toEqual(['national-river']);
    fire('sourcedata', { sourceId: 'national-river', tile: {} });
    expect([...national.failures]).toEqual([]);
  });
});
