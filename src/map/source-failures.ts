import type { ErrorEvent, GeoJSONSource, Map as EngineMap, MapSourceDataEvent } from 'maplibre-gl';
import { groundArchives } from '../catalog/basemap.js';
import type { GroundState } from '../state/ground-state.svelte.js';
import type { LoadState } from '../state/load-state.svelte.js';
import type { NationalLayers } from '../state/national-layers.svelte.js';
import { isStalled } from '../thread/silence.js';
import { nationalRasters } from '../catalog/national.js';
import { basemaps } from '../style/basemap.js';
import { groundSourceId } from '../style/ground-layers.js';
import { rasterSourceId } from '../style/style-for.js';

/** So many tiles in a row must fail before an online base map counts as unreachable. */
const tilesInARow = 4;

/**
 * Reports data files and online base maps the engine could not load to the load state, under the
 * name of their source, and loads a file again when somebody took it back with `load.retry(id)`.
 * One failure never stops the other layers.
 */
export class SourceFailures {
  readonly #failed = new Set<string>();
  readonly #missedTiles = new Map<string, number>();

  /**
   * @param national told of hazard maps whose tiles do not come; they are no data of this page
   * @param ground told of archives of the base map that do not come
   */
  constructor(
    map: EngineMap,
    load: LoadState,
    national?: Pick<NationalLayers, 'fail' | 'succeed'>,
    ground?: Pick<GroundState, 'fail'>,
  ) {
    const nationals = new Set(nationalRasters.map(({ id }) => id));
    const archives = new Map(groundArchives.map((id) => [groundSourceId(id), id]));
    const rasters = new Set([...basemaps.map(rasterSourceId), ...nationals, ...archives.keys()]);
    map.on('error', (event: ErrorEvent & { sourceId?: string; tile?: object }) => {
      const { sourceId } = event;
      if (sourceId === undefined) {
        console.warn(event.error.message);
        return;
      }
      // A single tile may fail on a shaky line; the base map is given up only when none comes.
      // An archive without its directory has no tiles at all.
      if (rasters.has(sourceId) && !(archives.has(sourceId) && event.tile === undefined)) {
        const missed = (this.#missedTiles.get(sourceId) ?? 0) + 1;
        this.#missedTiles.set(sourceId, missed);
        if (missed < tilesInARow) return;
      }
      if (nationals.has(sourceId)) {
        national?.fail(sourceId);
        return;
      }
      const archive = archives.get(sourceId);
      if (archive !== undefined) {
        this.#missedTiles.delete(sourceId);
        console.warn(`${sourceId}: ${event.error.message}`);
        ground?.fail(archive);
        return;
      }
      this.#failed.add(sourceId);
      load.fail(sourceId, isStalled(event.error) ? 'stalled' : event.error.message);
    });
    map.on('sourcedata', ({ sourceId, tile }: MapSourceDataEvent) => {
      if (!tile || !rasters.has(sourceId)) return;
      this.#missedTiles.delete(sourceId);
      if (nationals.has(sourceId)) national?.succeed(sourceId);
    });
  }

  /** Call when the failures of the load state changed. */
  reload(map: EngineMap, failures: ReadonlyMap<string, string>, addressOf: (id: string) => string): void {
    for (const id of this.#failed) {
      if (failures.has(id)) continue;
      this.#failed.delete(id);
      this.#missedTiles.delete(id);
      const source = map.getSource(id);
      if (source?.type === 'geojson') void (source as GeoJSONSource).setData(addressOf(id));
    }
  }
}
