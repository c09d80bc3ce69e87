import * as v from 'valibot';
import { layerById } from '../catalog/layers.js';
import { manifestSchema, type Manifest } from '../catalog/manifest.js';
import type { AreaReport } from '../report/area-report.js';
import type { PositionProblem } from '../report/site-report.js';
import type { Candidate, SearchResult } from '../search/candidate.js';
import type { AppState } from '../state/app-state.svelte.js';
import type { FeatureReference, SelectionSource } from '../state/selection-state.svelte.js';
import type { LongitudeLatitude } from '../state/view-state.svelte.js';
import type { TownChoice } from '../ui/town-choice.js';
import type { DataClient } from '../worker/client.js';
import type { TableRow } from '../worker/service.js';
import { featurePlace } from './feature-place.js';

/** Closer than this a chosen place is not shown from farther away. */
const placeZoom = 14;

/** One reader at work: takes what was picked to the worker, and what the worker says to the state. */
export class Session {
  readonly app: AppState;
  readonly #client: DataClient;
  readonly #tilesUrl: string;
  #loaded: Promise<void>;
  #area = $state.raw<AreaReport | null>(null);
  #typedProblem = $state<PositionProblem | null>(null);
  #broken = $state(false);

  /** @param tilesUrl absolute address of the folder of data files */
  constructor(app: AppState, client: DataClient, tilesUrl: string) {
    this.app = app;
    this.#client = client;
    this.#tilesUrl = tilesUrl;
    this.#loaded = this.#load();
    this.#loaded.catch(() => undefined);
  }

  /** The answer for the whole town or ward that was chosen. */
  get area(): AreaReport | null {
    return this.#area;
  }
  /** Why the coordinates typed into the form are none. */
  get typedProblem(): PositionProblem | null {
    return this.#typedProblem;
  }
  /** Nothing can be answered: the worker or the list of files did not come. */
  get broken(): boolean {
    return this.#broken;
  }

  /** A layer that fails is told in `app.load`; rejects only when nothing can be answered. */
  async #load(): Promise<void> {
    const { load, layers } = this.app;
    load.expect(layers.catalogue.map(({ id }) => id));
    try {
      const result = await this.#client.load(this.#tilesUrl, ({ layer, reason }) => {
        if (reason === null) load.succeed(layer);
        else load.fail(layer, reason);
      });
      if (!result.ok) throw new Error(result.reason);
      for (const [id, reason] of Object.entries(result.failures)) load.fail(id, reason);
      load.dataVersion = result.dataVersion;
    } catch (error) {
      this.#broken = true;
      console.error(error);
      throw error;
    }
  }

  /** Asks for the report of the selected point; call it whenever the selection changes. */
  ask(): void {
    const { position, feature } = this.app.selection;
    if (position === null) this.app.report.clear();
    else {
      void this.app.report.ask(position, async () => {
        await this.#loaded;
        return this.#client.report(position);
      });
    }
    void this.#askArea(feature);
  }

  async #askArea(feature: FeatureReference | null): Promise<void> {
    this.#area = null;
    const role = feature === null ? null : layerById(feature.layer)?.role;
    if (feature === null || (role !== 'town' && role !== 'ward')) return;
    await this.#loaded;
    const answer = await this.#client.areaReport(feature.id);
    if (this.app.selection.feature?.id === feature.id && answer.ok) this.#area = answer.report;
  }

  /** Rejects when names cannot be searched. */
  async search(query: string, limit = 8): Promise<SearchResult> {
    await this.#loaded;
    const result = await this.#client.search(query, limit);
    if (result === null) throw new Error('the search document could not be read');
    return result;
  }

  /** The best result of a search, taken at once. */
  async chooseFirst(query: string): Promise<void> {
    const { candidates } = await this.search(query, 1);
    if (candidates[0]) this.choose(candidates[0], 'search');
  }

  /** Takes a search result or a line of a list as the selection and shows it on the map. */
  choose(candidate: Pick<Candidate, 'position' | 'featureRef'>, source: SelectionSource): void {
    const { selection, view } = this.app;
    this.#typedProblem = null;
    if (candidate.position !== null) {
      selection.select(candidate.position, source, candidate.featureRef);
      view.goTo({ centre: candidate.position, zoom: Math.max(view.zoom, placeZoom) });
    } else if (candidate.featureRef !== null) {
      selection.selectFeature(candidate.featureRef, source);
    }
  }

  /** Takes a feature of a table as the selection and shows all of it. */
  async chooseFeature(reference: FeatureReference): Promise<void> {
    await this.#loaded;
    const feature = await this.#client.feature(reference.layer, reference.id);
    const place = feature && featurePlace(feature);
    this.app.selection.selectFeature(reference, 'list', place?.position ?? null);
    if (!place) return;
    if (feature.geometry.type === 'Point') this.app.view.goTo({ centre: place.position, zoom: placeZoom });
    else this.app.view.fit(place.box);
  }

  /** Coordinates as typed: judged first, so that the form can say what is wrong with them. */
  async typed(longitude: number, latitude: number): Promise<boolean> {
    await this.#loaded;
    const answer = await this.#client.report([longitude, latitude]);
    this.#typedProblem = answer.ok ? null : answer.problem;
    if (answer.ok) this.choose({ position: [longitude, latitude], featureRef: null }, 'list');
    return answer.ok;
  }

  /** Every town with its ward, in the order of the file, for those who choose from a list. */
  async towns(): Promise<TownChoice[]> {
    const layers = this.app.layers.catalogue.filter(({ role }) => role === 'town');
    const tables = await Promise.all(
      layers.map(async ({ id }) => (await this.table(id)).map((row) => ({ layer: id, ...row }))),
    );
    return tables.flat().map(({ layer, id, properties }) => ({
      id,
      name: String(properties['name']),
      ward: String(properties['ward']),
      position: labelPosition(properties),
      feature: { layer, id },
    }));
  }

  /** Rejects when the layer could not be read. */
  async table(layer: string): Promise<readonly TableRow[]> {
    await this.#loaded;
    const rows = await this.#client.table(layer);
    if (rows === null) throw new Error(`layer ${layer} could not be read`);
    return rows;
  }

  /** What was built, for the page about the data; rejects when its file cannot be read. */
  async manifest(): Promise<Manifest> {
    const response = await fetch(`${this.#tilesUrl}/manifest.json`);
    return v.parse(manifestSchema, await response.json());
  }
}

function labelPosition({ labelLongitude, labelLatitude }: TableRow['properties']): LongitudeLatitude | null {
  return typeof labelLongitude === 'number' && typeof labelLatitude === 'number'
    ? [labelLongitude, labelLatitude]
    : null;
}
