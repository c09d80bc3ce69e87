import type { Feature, FeatureCollection } from 'geojson';
import { blocksPart, placesDocumentId } from '../catalog/block-files.js';
import type { LayerEntry } from '../catalog/layer-entry.js';
import type { City } from '../catalog/city-entry.js';
import type { sharedAreas } from '../geometry/shared-area.js';
import { areaReport, type AreaReportResult } from '../report/area-report.js';
import { siteReport } from '../report/site-report.js';
import type { LayerSource } from '../report/layer-set.js';
import { createSiteIndex, siteRoles, type SiteIndex } from '../report/site-index.js';
import type { SiteReportResult } from '../report/site-report-types.js';
import type { Candidate, SearchResult } from '../search/candidate.js';
import { parseSearchDocument, type SearchDocument } from '../search/document.js';
import { withMovedPlaces } from '../search/moved-places.js';
import { parsePlacesDocument, type PlacesDocument } from '../search/places-document.js';
import { nationalQuery } from '../search/national-query.js';
import { refineOnline, type FetchJson } from '../search/refine-online.js';
import { search } from '../search/search.js';
import { createSearchIndex, type SearchIndex } from '../search/search-index.js';
import type { Manifest } from '../catalog/manifest.js';
import type { Position } from '../geometry/position.js';
import { townOf, type BlockLookup } from '../search/blocks.js';
import { BlockBook, readBeside } from './block-book.js';
import { DataSet, type VerifiedRead } from './data-set.js';
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
  #lookup: BlockLookup | null = null;
  #names: SearchDocument | null = null;
  #places: PlacesDocument | null = null;
  #namedPlaces: Promise<string | null> | null = null;
  #blocks: BlockBook | null = null;
  #readBeside: ((id: string) => Promise<VerifiedRead | null>) | null = null;
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
    this.#blocks = new BlockBook(read, set.manifest);
    this.#namedPlaces = null;
    this.#readBeside = (id) => readBeside(read, set.manifest, id);
    this.#lookup = this.#search && this.#blocks.lookup(wardsByTown(this.#search));
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
    if (this.#names) this.#indexNames(this.#names);
    return { ok: true };
  }

  /** Things are found where the layers that answer have them. */
  #indexNames(names: SearchDocument): void {
    this.#search = createSearchIndex(withMovedPlaces(names, this.#replaced), this.#places);
  }

  #indexOf(manifest: Manifest, layers: Record<string, LayerSource>): SiteIndex {
    return createSiteIndex({ city: this.#city, catalogue: this.#catalogue, manifest, layers });
  }

  /** null, or why names cannot be searched. */
  async #loadSearch(set: DataSet): Promise<string | null> {
    this.#search = null;
    this.#lookup = null;
    const file = await set.document('search');
    if (!file.ok) return file.reason;
    const parsed = parseSearchDocument(file.value);
    if (!parsed.ok) return parsed.reason;
    try {
      this.#search = createSearchIndex(withMovedPlaces(parsed.document, this.#replaced));
      this.#names = parsed.document;
      this.#places = null;
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  /**
   * @param position [longitude, latitude] in degrees
   * @param positionMeters how far off it may be itself: added to the accuracy of every layer
   */
  report(position: readonly unknown[], positionMeters = 0): SiteReportResult {
    const blocks = this.#blocks;
    const answer = siteReport(this.#loaded(), position, {
      positionMeters,
      ...(blocks && { nearestBlock: (place) => blocks.nearest(place) }),
    });
    const failed = answer.ok && answer.report.inCity && blocks?.failureNear(answer.report.position);
    if (failed) answer.report.unavailable.push({ unavailable: true, layer: blocksPart, reason: failed });
    return answer;
  }

  /**
   * Adds the places people name to what is found; the search works without them until they are here.
   * @returns null, or why they are not to be had; a later call tries again
   */
  async loadNamedPlaces(): Promise<string | null> {
    this.#namedPlaces ??= this.#addNamedPlaces();
    const failure = await this.#namedPlaces;
    if (failure !== null) this.#namedPlaces = null;
    return failure;
  }

  async #addNamedPlaces(): Promise<string | null> {
    const names = this.#names;
    const file = await this.#readBeside?.(placesDocumentId);
    // A city that declares none lacks nothing.
    if (!names || !file) return null;
    if (!file.ok) return file.reason;
    const parsed = parsePlacesDocument(file.value);
    if (!parsed.ok) return parsed.reason;
    if (this.#names !== names) return null;
    this.#places = parsed.document;
    this.#indexNames(names);
    return null;
  }

  /** Reads the blocks of the whole city. @returns layer ids of what could not be read, with the reason */
  async loadAllBlocks(): Promise<Record<string, string>> {
    await this.#blocks?.loadAll();
    return this.#blocks?.failures ?? {};
  }

  /** Reads the blocks around a position. @returns whether something came that was not there: ask again */
  async loadBlocksNear(position: Position): Promise<boolean> {
    return (await this.#blocks?.loadNear(position)) ?? false;
  }

  /** Reads the blocks of the wards that an address with a number may lie in. */
  async loadBlocksFor(query: string): Promise<void> {
    if (!this.#search || !this.#blocks || !/[0-9０-９一二三四五六七八九十]/u.test(query)) return;
    const { candidates } = search(this.#search, query, { limit: 5 });
    const names = new Set(candidates.flatMap((each) => (townOf(each) === null ? [] : (each.ward ?? []))));
    const wards = this.#search.wards.filter(({ name }) => names.has(name));
    await this.#blocks.loadWards(wards.map(({ nameEn }) => nameEn));
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
    return (
      this.#search && search(this.#search, query, { limit, ...(this.#lookup && { blocks: this.#lookup }) })
    );
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

/** English name of the ward of each town. */
function wardsByTown({ groups }: SearchIndex): (town: string) => string | undefined {
  const wards = new Map(
    groups.flatMap(({ ward, towns }) => towns.map(({ id }) => [id, ward.nameEn] as const)),
  );
  return (town) => wards.get(town);
}
