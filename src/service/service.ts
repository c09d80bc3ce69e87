import type { Feature, FeatureCollection } from 'geojson';
import type { LayerEntry } from '../catalog/layer-entry.js';
import type { City } from '../catalog/city-entry.js';
import type { sharedAreas } from '../geometry/shared-area.js';
import { areaReport, type AreaReportResult } from '../report/area-report.js';
import { siteReport } from '../report/site-report.js';
import type { LayerSource } from '../report/layer-set.js';
import { createSiteIndex, siteRoles, type SiteIndex } from '../report/site-index.js';
import type { SiteReportResult } from '../report/site-report-types.js';
import type { Candidate, SearchResult } from '../search/candidate.js';
import { parseSearchDocument } from '../search/document.js';
import { nationalQuery } from '../search/national-query.js';
import { refineOnline, type FetchJson } from '../search/refine-online.js';
import { search } from '../search/search.js';
import { createSearchIndex, type SearchIndex } from '../search/search-index.js';
import type { Manifest } from '../catalog/manifest.js';
import { DataSet } from './data-set.js';
import type { LoadProgress } from './load-layers.js';
import { readAhead, type ReadFile } from './read-file.js';

/** How loading went: what answers now, and which parts do not. */
export type LoadResult =
  | {
      ok: true;
      dataVersion: string;
      asOf: string;
      /** Layer id (or `search`) → reason */
      failures: Record<string, string>;
      manifest: Manifest;
      /** The files that match the manifest, by name. */
      files: ReadonlyMap<string, Uint8Array>;
    }
  | { ok: false; reason: string };

export type ReplaceResult = { ok: true } | { ok: false; reason: string };

export type RefineResult =
  { kind: 'found'; candidate: Candidate } | { kind: 'not-asked' | 'refused' | 'none' | 'unreachable' };

/** A feature as a table shows it. */
export interface TableRow {
  id: string;
  /** false: 位置未公表 */
  placed: boolean;
  properties: Record<string, unknown>;
}

/**
 * Everything the page or the command line asks of the data: a facade over report and search.
 * Methods other than `load` throw before a load has succeeded (misuse).
 */
export class Service {
  readonly #city: City;
  readonly #catalogue: readonly LayerEntry[];
  readonly #builtIn: Manifest | null;
  /** As loaded, without what replaces it. */
  #loadedLayers: Record<string, LayerSource> = {};
  /** Layers imported on this device, by id. */
  #replaced: Record<string, FeatureCollection> = {};
  #manifest: Manifest | null = null;
  #layers: Record<string, LayerSource> = {};
  #site: SiteIndex | null = null;
  #search: SearchIndex | null = null;
  #sharedAreas: typeof sharedAreas | null = null;

  /** @param builtIn vouches for the files when the manifest itself does not come */
  constructor(city: City, catalogue: readonly LayerEntry[], builtIn: Manifest | null = null) {
    this.#city = city;
    this.#catalogue = catalogue;
    this.#builtIn = builtIn;
  }

  /**
   * Loads or loads again; what failed before gets another chance. The layers a report is answered from come first:
   * `onAnswerable` is called as soon as `report` may be asked, while names and the other layers are still to come.
   */
  async load(
    read: ReadFile,
    onProgress?: (progress: LoadProgress) => void,
    onAnswerable?: () => void,
  ): Promise<LoadResult> {
    const [first, later] = [true, false].map((wanted) =>
      this.#catalogue.filter(({ role }) => siteRoles.has(role) === wanted),
    ) as [LayerEntry[], LayerEntry[]];
    const sure = first.filter(({ optional }) => !optional);
    const names = ['manifest.json', ...sure.map(({ id }) => `${id}.geojson`)];
    const reading = readAhead(read, names);
    const opened = await DataSet.open(reading, this.#builtIn);
    if (!opened.ok) return opened;
    const { set } = opened;
    const load = (entries: readonly LayerEntry[]) => set.layers(entries, this.#catalogue.length, onProgress);

    let answering = await load(first);
    if (set.stale) {
      await set.renew();
      answering = await load(first);
    }
    this.#take(set.manifest, answering);
    onAnswerable?.();

    let [others, searchFailure] = await Promise.all([load(later), this.#loadSearch(set)]);
    if (set.stale) {
      // Found late that two versions were mixed: all of it again, under one manifest.
      await set.renew();
      answering = await load(first);
      [others, searchFailure] = await Promise.all([load(later), this.#loadSearch(set)]);
    }
    const site = this.#take(set.manifest, { ...answering, ...others });
    const failures: Record<string, string> = {};
    for (const [id, source] of Object.entries(this.#layers))
      if ('failed' in source) failures[id] = source.failed;
    for (const { layer, reason } of site.unavailable) failures[layer] = reason;
    if (searchFailure) failures['search'] = searchFailure;
    const { manifest, files } = set;
    const { dataVersion, asOf } = manifest;
    return { ok: true, dataVersion, asOf, failures, manifest, files };
  }

  /** From here on answers come from these layers; one imported meanwhile stands above what it replaced. */
  #take(manifest: Manifest, layers: Record<string, LayerSource>): SiteIndex {
    const known = this.#site !== null && this.#manifest === manifest && !changed(this.#loadedLayers, layers);
    this.#loadedLayers = layers;
    this.#manifest = manifest;
    this.#layers = { ...layers, ...this.#replaced };
    this.#site = known && this.#site ? this.#site : this.#indexOf(manifest, this.#layers);
    return this.#site;
  }

  /**
   * Answers from `collection` instead of the layer that was loaded, until it is taken back with null.
   * A collection that breaks the layer's schema is refused and changes nothing.
   */
  replaceLayer(layer: string, collection: FeatureCollection | null): ReplaceResult {
    this.#loaded();
    if (!this.#catalogue.some(({ id }) => id === layer)) return { ok: false, reason: 'unknown-layer' };
    const { [layer]: _former, ...others } = this.#replaced;
    const replaced = collection ? { ...others, [layer]: collection } : others;
    const layers = { ...this.#loadedLayers, ...replaced };
    const site = this.#indexOf(this.#manifest as Manifest, layers);
    const refused = collection && site.unavailable.find((each) => each.layer === layer);
    if (refused) return { ok: false, reason: refused.reason };
    this.#replaced = replaced;
    this.#layers = layers;
    this.#site = site;
    return { ok: true };
  }

  #indexOf(manifest: Manifest, layers: Record<string, LayerSource>): SiteIndex {
    return createSiteIndex({ city: this.#city, catalogue: this.#catalogue, manifest, layers });
  }

  /** null, or why names cannot be searched. */
  async #loadSearch(set: DataSet): Promise<string | null> {
    this.#search = null;
    const file = await set.document('search');
    if (!file.ok) return file.reason;
    const parsed = parseSearchDocument(file.value);
    if (!parsed.ok) return parsed.reason;
    try {
      this.#search = createSearchIndex(parsed.document);
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** @param position [longitude, latitude] in degrees */
  report(position: readonly unknown[]): SiteReportResult {
    return siteReport(this.#loaded(), position);
  }

  /** Cutting areas weighs a quarter of the script: it comes after the first answer. Rejects when it does not. */
  async loadSharedAreas(): Promise<void> {
    this.#sharedAreas ??= (await import('../geometry/shared-area.js')).sharedAreas;
  }

  /**
   * What holds for a whole town or ward, by feature id; several towns are taken as one area. Before
   * `loadSharedAreas()` has succeeded, shares are unknown and said to be.
   */
  areaReport(ids: string | readonly string[]): AreaReportResult {
    return areaReport(this.#loaded(), ids, this.#sharedAreas);
  }

  /** Candidates for a name, an address or written coordinates, best first; null when there is no search document. */
  search(query: string, limit = 10): SearchResult | null {
    this.#loaded();
    return this.#search && search(this.#search, query, { limit });
  }

  /**
   * Where the national address search puts the house number that was not used offline. `not-asked`: nothing to ask;
   * `refused`: it answered with other places only; `none`: it knows no such address; `unreachable`.
   */
  async refine(offline: Candidate, fetchJson: FetchJson): Promise<RefineResult> {
    this.#loaded();
    const query = nationalQuery(offline, this.#city.name.ja);
    if (query === null || this.#search === null) return { kind: 'not-asked' };
    const answer = await refineOnline(this.#search, query, offline, fetchJson);
    if (!answer.ok) return { kind: 'unreachable' };
    const candidate = answer.candidates.find(({ matchLevel }) => matchLevel === 'block');
    if (candidate) return { kind: 'found', candidate };
    return { kind: answer.rejected.length > 0 ? 'refused' : 'none' };
  }

  /** All features of a layer, placed or not; null when the layer failed or does not exist. */
  table(layer: string): TableRow[] | null {
    this.#loaded();
    const source = this.#layers[layer];
    if (!source || 'failed' in source) return null;
    return source.features.map(({ geometry, properties }) => ({
      id: String(properties?.['id'] ?? ''),
      placed: geometry !== null,
      properties: properties ?? {},
    }));
  }

  /** One feature with its geometry, or null. */
  feature(layer: string, id: string): Feature | null {
    this.#loaded();
    const source = this.#layers[layer];
    if (!source || 'failed' in source) return null;
    return source.features.find(({ properties }) => properties?.['id'] === id) ?? null;
  }

  /** What a layer of the catalogue is for the report, or undefined. */
  roleOf(layer: string): string | undefined {
    return this.#catalogue.find(({ id }) => id === layer)?.role;
  }

  #loaded(): SiteIndex {
    if (!this.#site) throw new Error('ask after load() has succeeded');
    return this.#site;
  }
}

/** Whether a layer a report is answered from is another than before. */
function changed(
  before: Readonly<Record<string, LayerSource>>,
  after: Readonly<Record<string, LayerSource>>,
): boolean {
  return Object.entries(before).some(([id, source]) => after[id] !== source);
}
