import type { Feature } from 'geojson';
import type { FeatureReference } from '../catalog/feature-reference.js';
import type { SiteReportResult } from '../report/site-report-types.js';
import type { Candidate, SearchResult } from '../search/candidate.js';
import type { TableRow } from '../service/service.js';
import type { AppState } from './app-state.svelte.js';
import type { SelectionSource } from './selection-state.svelte.js';

/** Closer than this a chosen place is not shown from farther away. */
export const placeZoom = 14;
/** The same of a block. */
export const blockZoom = 16;

/** The data as a session asks them. */
export interface DataSource {
  report(position: readonly unknown[], positionMeters?: number): Promise<SiteReportResult>;
  search(query: string, limit?: number): Promise<SearchResult | null>;
  table(layer: string): Promise<readonly TableRow[] | null>;
  feature(layer: string, id: string): Promise<Feature | null>;
}

/** Data on their way; both promises reject when nothing can ever be answered. */
export interface DataInUse<Source extends DataSource> {
  client: Source;
  /** Reports may be asked. */
  answerable: Promise<unknown>;
  /** Names, tables and features, too. */
  loaded: Promise<unknown>;
}

/** One reader and the data: what the page and an embed have in common. */
export abstract class DataSession<Source extends DataSource = DataSource> {
  readonly app: AppState;

  constructor(app: AppState) {
    this.app = app;
  }

  /** Asked for with every question: a session may begin without data. */
  protected abstract data(): DataInUse<Source>;

  /** The answer for a point, shown nowhere. Rejects when nothing can be answered. */
  async report(position: readonly unknown[], positionMeters?: number): Promise<SiteReportResult> {
    const { client, answerable } = this.data();
    await answerable;
    return client.report(position, positionMeters);
  }

  /** Rejects when names cannot be searched. */
  async search(query: string, limit = 8): Promise<SearchResult> {
    const { client, loaded } = this.data();
    await loaded;
    const result = await client.search(query, limit);
    if (result === null) throw new Error('the search document could not be read');
    return result;
  }

  /** Rows of a layer's table, placed or not; rejects when the layer could not be read. */
  async table(layer: string): Promise<readonly TableRow[]> {
    const { client, loaded } = this.data();
    await loaded;
    const rows = await client.table(layer);
    if (rows === null) throw new Error(`layer ${layer} could not be read`);
    return rows;
  }

  /** null where there is no such feature. */
  protected async feature({ layer, id }: FeatureReference): Promise<Feature | null> {
    const { client, loaded } = this.data();
    await loaded;
    return client.feature(layer, id);
  }

  /** Takes a search result or a line of a list as the selection and shows it on the map. */
  choose(candidate: ChosenPlace, source: SelectionSource): void {
    const { selection, view } = this.app;
    if (candidate.position !== null) {
      const found = 'rest' in candidate ? candidate : null;
      selection.select(candidate.position, source, candidate.featureRef, {
        positionMeters: found?.matchLevel === 'block' ? (found.accuracyMeters ?? null) : null,
        blockNote: found?.blockNote ?? null,
      });
      const least = found?.kind === 'block' ? blockZoom : placeZoom;
      view.goTo({ centre: candidate.position, zoom: Math.max(view.zoom, least) });
    } else if (candidate.featureRef !== null) {
      selection.selectFeature(candidate.featureRef, source);
    }
  }
}

/** A search result, or as much of one as a list knows. */
export type ChosenPlace = Candidate | Pick<Candidate, 'position' | 'featureRef'>;
