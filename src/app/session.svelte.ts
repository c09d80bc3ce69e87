import type { FeatureReference } from '../catalog/feature-reference.js';
import type { Position } from '../geometry/position.js';
import type { Feature } from 'geojson';
import * as v from 'valibot';
import type { LayerEntry } from '../catalog/layer-entry.js';
import type { Manifest } from '../catalog/manifest.js';
import { networkLayer } from '../catalog/network.js';
import { boundingBox } from '../geometry/bounding-box.js';
import { circleAround } from '../geometry/circle.js';
import type { PositionProblem } from '../report/site-report-types.js';
import type { BatchAnswer, BatchInput } from '../service/batch.js';
import type { AppState } from '../state/app-state.svelte.js';
import { DataSession, placeZoom, type ChosenPlace, type DataInUse } from '../state/data-session.js';
import type { SelectionSource } from '../state/selection-state.svelte.js';
import type { LocatorLayer } from '../ui/print/locator-map.js';
import type { TownChoice } from '../ui/search/town-choice.js';
import type { DataClient } from '../thread/client.js';
import type { TableRow } from '../service/service.js';
import { SelectionDetails } from './selection-details.svelte.js';
import type { DataLoad } from '../thread/data-load.js';
import type { FeaturePlace } from './feature-place.js';
import type { ImportedLayers } from '../importer/imported-layers.js';
import { NationalServices } from './national-services.js';

/** As much of GeoJSON as tells a layer file from an error page. */
const featureCollection = v.object({ type: v.literal('FeatureCollection'), features: v.array(v.object({})) });

/** One reader at work: takes what was picked to the worker, and what the worker says to the state. */
export class Session extends DataSession<DataClient> {
  /** What else is known of the place asked about. */
  readonly details: SelectionDetails;
  /** What national services say, while the reader allows it. */
  readonly nationalServices: NationalServices;
  readonly #client: DataClient;
  readonly #data: DataLoad;
  #importedLayers: Promise<ImportedLayers> | null = null;
  /** Reports may be asked. */
  readonly #answerable: Promise<void>;
  /** Names and tables, too. */
  readonly #loaded: Promise<void>;
  #typedProblem = $state<PositionProblem | null>(null);
  #broken = $state(false);

  constructor(app: AppState, data: DataLoad) {
    super(app);
    const { client } = data;
    this.#client = client;
    this.details = new SelectionDetails(client, app.layers.catalogue);
    this.nationalServices = new NationalServices(app, client);
    this.#data = data;
    // Fetched beside the data. What this device keeps answers from the first question on; without it the built data.
    const restored = this.importedLayers().then(
      (imported) => data.answerable.then(() => imported.restore()),
      () => void (app.imported.unread = true),
    );
    this.#answerable = data.answerable.then(() => restored);
    this.#loaded = this.#follow(data);
    for (const promise of [restored, this.#answerable, this.#loaded]) promise.catch(() => undefined);
  }

  protected data(): DataInUse<DataClient> {
    return { client: this.#client, answerable: this.#answerable, loaded: this.#loaded };
  }

  /** Why the coordinates typed into the form are none. */
  get typedProblem(): PositionProblem | null {
    return this.#typedProblem;
  }
  /** Resolves when loading has ended, one way or the other. */
  get settled(): Promise<void> {
    return this.#loaded.catch(() => undefined);
  }
  /** Nothing can be answered: the worker or the list of files did not come. */
  get broken(): boolean {
    return this.#broken;
  }

  /** A layer that fails is told in `app.load`; rejects only when nothing can be answered. */
  async #follow(data: DataLoad): Promise<void> {
    const { load, layers } = this.app;
    load.expect(layers.catalogue.map(({ id }) => id));
    data.listen(({ layer, reason }) => {
      if (reason === null) load.succeed(layer);
      else load.fail(layer, reason);
    });
    try {
      const result = await data.whole;
      if (!result.ok) throw new Error(result.reason);
      for (const [id, reason] of Object.entries(result.failures)) load.fail(id, reason);
      load.addresses = result.addresses;
      load.describe(result.manifest);
      this.app.ground.archives = result.manifest.archives ?? {};
      this.#setNetwork(result.manifest.network);
      await this.#answerable;
      load.settled = true;
    } catch (error) {
      this.#broken = true;
      // eslint-disable-next-line svelte/prefer-svelte-reactivity -- never changed: nothing was checked
      load.addresses = new Map();
      console.error(error);
      throw error;
    }
  }

  #setNetwork(metadata: Manifest['network']): void {
    if (!metadata) return;
    const { load } = this.app;
    const addressOf = ({ file }: { file: string }) => `${this.tilesUrl.replace(/\/$/, '')}/${file}`;
    load.network = { tiles: addressOf(metadata.tiles), lines: addressOf(metadata.lines), metadata };
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- replaced as a whole
    load.official = new Set([...load.official, networkLayer]);
  }

  /** The nearest line of the whole network, exactly; null when none was imported. */
  async nearestSewer(position: Position) {
    const { network } = this.app.load;
    return network && this.#client.nearestSewer(network.lines, position);
  }

  /** Absolute address of the folder of data files. */
  get tilesUrl(): string {
    return this.#data.tilesUrl;
  }

  /** Layers of this device; rejects when the part of the page that keeps them does not come. */
  importedLayers(): Promise<ImportedLayers> {
    this.#importedLayers ??= import('../importer/open-imported.js').then(({ openImported }) =>
      openImported(this.app.imported, this.#client, this.tilesUrl, () => {
        this.app.imported.follow();
        this.ask();
      }),
    );
    this.#importedLayers.catch(() => (this.#importedLayers = null));
    return this.#importedLayers;
  }

  /** Asks for the report of the selected point; call it whenever the selection changes. */
  ask(): void {
    const { position, feature, accuracyMeters, positionMeters } = this.app.selection;
    const located = position !== null && accuracyMeters !== null;
    void this.#answerable.then(
      () => this.details.updateWithinAccuracy(located ? { position, accuracyMeters } : null),
      () => undefined,
    );
    if (position === null) this.app.report.clear();
    else {
      void this.app.report
        .ask(position, () => this.report(position, positionMeters ?? undefined))
        // The centre's own table is one of those that come after the answer.
        .then(() => this.settled)
        .then(() => this.details.updateCentre(this.app.report.report?.treatment ?? null));
    }
    if (position !== null) void this.#addBlock(position, positionMeters);
    void this.#loaded.then(
      () => this.details.updateFeature(feature),
      () => undefined,
    );
  }

  /** The nearest block is read when it is asked for: the report without it stands until then. */
  async #addBlock(position: Position, positionMeters: number | null): Promise<void> {
    const same = () => this.app.selection.position === position;
    try {
      await this.#loaded;
      if (!same() || !(await this.#client.loadBlocksNear(position)) || !same()) return;
      await this.app.report.ask(position, () => this.report(position, positionMeters ?? undefined));
    } catch {
      // The report itself says what is wrong.
    }
  }

  /** Reports for many rows at once, in their order. */
  async batch(rows: readonly BatchInput[]): Promise<BatchAnswer[]> {
    await this.#loaded;
    return this.#client.batch(rows);
  }

  /** The best result of a search, taken at once. */
  async chooseFirst(query: string): Promise<void> {
    const { candidates } = await this.search(query, 1);
    if (candidates[0]) this.choose(candidates[0], 'search');
  }

  /**
   * Takes a search result or a line of a list as the selection and shows it on the map. Of a search result the
   * national address search is asked where the house number lies, while the reader allows it.
   */
  override choose(candidate: ChosenPlace, source: SelectionSource): void {
    this.#typedProblem = null;
    if ('rest' in candidate) this.nationalServices.refine(candidate);
    super.choose(candidate, source);
  }

  /** Takes the device's own position, and shows the whole circle it may be in. */
  locate(position: Position, accuracyMeters: number): void {
    const { selection, view } = this.app;
    this.#typedProblem = null;
    selection.locate(position, accuracyMeters);
    const box = boundingBox(circleAround(position, accuracyMeters));
    if (box) view.fit(box);
  }

  /** Takes a feature of a table as the selection and shows all of it. */
  async chooseFeature(reference: FeatureReference): Promise<void> {
    const feature = await this.feature(reference);
    const place = feature && (await placeOf(feature));
    this.app.selection.selectFeature(reference, 'list', place?.position ?? null);
    if (!place) return;
    if (feature.geometry.type === 'Point') this.app.view.goTo({ centre: place.position, zoom: placeZoom });
    else this.app.view.fit(place.box);
  }

  /** Coordinates as typed: judged first, so that the form can say what is wrong with them. */
  async chooseTyped(longitude: number, latitude: number): Promise<boolean> {
    await this.#loaded;
    const answer = await this.report([longitude, latitude]);
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

  /** Whole layers with their geometry, for a map drawn without the engine; those that cannot be read are left out. */
  async collections(entries: readonly LayerEntry[]): Promise<LocatorLayer[]> {
    await this.settled;
    const read = await Promise.all(
      entries.map(async (entry) => {
        const address = this.addressOf(entry.id);
        const json: unknown =
          address === null
            ? null
            : await fetch(address).then(
                (answer) => answer.json(),
                () => null,
              );
        return v.is(featureCollection, json)
          ? [{ entry, collection: json as LocatorLayer['collection'] }]
          : [];
      }),
    );
    return read.flat();
  }

  /** Where a layer's checked file, or what this device uses in its place, lies in memory; null while it does not. */
  addressOf(layer: string): string | null {
    const { imported, load } = this.app;
    return imported.urls.get(layer) ?? load.addresses?.get(layer) ?? null;
  }

  /** What was built, for the page about the data; rejects when nothing could be loaded. */
  async manifest(): Promise<Manifest> {
    const result = await this.#data.whole;
    if (!result.ok) throw new Error(result.reason);
    return result.manifest;
  }
}

function labelPosition({ labelLongitude, labelLatitude }: TableRow['properties']): Position | null {
  return typeof labelLongitude === 'number' && typeof labelLatitude === 'number'
    ? [labelLongitude, labelLatitude]
    : null;
}

/**
 * Where a feature is. Finding the middle of an area is for those who choose from a list: it comes when asked for.
 * Where it does not come, the feature is chosen without a place.
 */
async function placeOf(feature: Feature): Promise<FeaturePlace | null> {
  const module = await import('./feature-place.js').catch(() => null);
  return module?.featurePlace(feature) ?? null;
}
