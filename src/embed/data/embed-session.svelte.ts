import type { FeatureReference } from '../../catalog/feature-reference.js';
import type { Position } from '../../geometry/position.js';
import type { LayerEntry } from '../../catalog/layer-entry.js';
import { catalogue } from '../../catalog/layers.js';
import type { Manifest } from '../../catalog/manifest.js';
import { city } from '../../catalog/city.js';
import { boundingBox } from '../../geometry/bounding-box.js';
import type { Locale } from '../../i18n/locale.js';
import { catalogMessages } from '../../i18n/generated/catalog/index.js';
import { embedMessages } from '../../i18n/generated/embed/index.js';
import { loadMessages } from '../../i18n/load-messages.js';
import type { CatalogMessages, EmbedMessages } from '../../i18n/messages.js';
import { textIn, type Translation } from '../../i18n/translation.js';
import type { SiteReport } from '../../report/site-report-types.js';
import type { SearchResult } from '../../search/candidate.js';
import { AppState } from '../../state/app-state.svelte.js';
import { DataSession, placeZoom, type ChosenPlace } from '../../state/data-session.js';
import type { LayerChoice } from '../../state/layer-state.svelte.js';
import type { SelectionSource } from '../../state/selection-state.svelte.js';
import type { DroppedPart } from '../../state/url-state.js';
import type { View } from '../../state/view-state.svelte.js';
import type { DataClient } from '../../thread/client.js';
import type { EmbedOptions } from '../options/embed-options.js';
import type { EmbedSite } from './embed-site.js';
import { sharedClients, type ClientLease } from './shared-client.js';
import { readManifest } from './shared-manifest.js';

/** What an embed tells the page around it. */
export type EmbedEvent =
  | { type: 'ready'; dataVersion: string; asOf: string }
  | { type: 'report'; report: SiteReport }
  | { type: 'layerschange'; layers: LayerChoice[] };

export interface SessionStart {
  site: EmbedSite;
  options: EmbedOptions;
  dropped?: readonly DroppedPart[];
  opening: View;
  /** Used while the options name none. */
  readerLocale: Locale;
  emit?: (event: EmbedEvent) => void;
}

/** The embed's own words, and the catalogue's, in one language. */
export interface EmbedWords {
  locale: Locale;
  t: EmbedMessages;
  catalog: CatalogMessages;
  text: Translation['text'];
}

/** One embedded map at work: options in, words and answers out. It needs no map and no worker to begin with. */
export class EmbedSession extends DataSession<DataClient> {
  readonly site: EmbedSite;
  /** The right half of a comparison. */
  readonly other: AppState;
  readonly #emit: (event: EmbedEvent) => void;
  readonly #readerLocale: Locale;
  #options = $state.raw<EmbedOptions>({ route: 'map' });
  /** The layers this embed is about now: the options' own, or those shown since. */
  #layers = $state.raw<readonly LayerChoice[] | undefined>();
  #words = $state.raw<EmbedWords | null>(null);
  #manifest = $state.raw<Manifest | null>(null);
  #manifestFailed = $state(false);
  #lease: ClientLease | null = null;
  #layersTold = '';
  #closed = false;
  #spoken: Promise<void> | null = null;

  constructor({ site, options, dropped = [], opening, readerLocale, emit = () => undefined }: SessionStart) {
    super(new AppState({ catalogue, opening }));
    this.site = site;
    this.#emit = emit;
    this.#readerLocale = readerLocale;
    this.other = new AppState({ catalogue, opening });
    this.apply(options, dropped);
    void this.#readManifest();
  }

  get options(): EmbedOptions {
    return this.#options;
  }
  /** null until the first language has arrived. */
  get words(): EmbedWords | null {
    return this.#words;
  }
  /** Resolves when there are words; rejects when none came. */
  get spoken(): Promise<void> {
    return this.#spoken ?? Promise.resolve();
  }
  get manifest(): Manifest | null {
    return this.#manifest;
  }
  get manifestFailed(): boolean {
    return this.#manifestFailed;
  }
  /** Layers of this embed, drawn or switched off by the reader, lowest first. */
  get chosen(): readonly LayerEntry[] {
    return chosenEntries(this.app, this.#layers);
  }

  /**
   * Takes over what is to be shown. Called again, it touches only what differs from the last time:
   * a reader's own moves and switches survive a change of theme.
   */
  apply(options: EmbedOptions, dropped: readonly DroppedPart[] = []): void {
    const before = this.#options;
    const first = this.#words === null && this.#layersTold === '';
    const changed = (...keys: (keyof EmbedOptions)[]) =>
      first || keys.some((key) => JSON.stringify(before[key]) !== JSON.stringify(options[key]));
    this.#options = options;
    const { app, other } = this;
    app.linkProblems = dropped;
    app.load.linkedVersion = options.dataVersion ?? null;
    for (const side of [app, other]) side.layers.palette = options.palette ?? 'official';
    if (changed('locale', 'theme')) this.setAppearance(options);
    if (changed('layers')) this.#showLayers(options.layers);
    if (changed('compare')) other.layers.applyChoices(options.compare ?? []);
    if (options.view && changed('view')) {
      app.view.record(options.view);
      app.view.goTo({ ...options.view, animate: false });
    }
    if (changed('position', 'feature', 'report')) this.#applyPlace(options);
  }

  /** Opens with another view than was thought, as the frame got its size late; what a reader moved stays. */
  openAt(opening: View): void {
    for (const { view } of [this.app, this.other]) view.openAt(opening);
  }

  setAppearance({
    locale = this.#readerLocale,
    theme = 'system',
  }: Pick<EmbedOptions, 'locale' | 'theme'>): void {
    for (const side of [this.app, this.other]) {
      side.locale.locale = locale;
      side.theme.choice = theme;
    }
    const spoken = this.#speak(locale);
    this.#spoken ??= spoken;
    spoken.catch(() => undefined);
  }

  /** The page around shows other layers; they become the embed's own. */
  show(layers: readonly LayerChoice[]): void {
    this.#showLayers(layers);
  }

  #showLayers(layers: readonly LayerChoice[] | undefined): void {
    this.#layers = layers;
    if (layers) this.app.layers.applyChoices(layers);
    else this.app.layers.reset();
    this.#layersTold = JSON.stringify(this.app.layers.choices());
  }

  #applyPlace({ position, feature, view }: EmbedOptions): void {
    const { selection } = this.app;
    if (position) {
      selection.select(position, 'url', feature ?? null);
      if (!view) this.app.view.goTo({ centre: position, zoom: placeZoom, animate: false });
      this.ask(position);
    } else if (feature) {
      selection.selectFeature(feature, 'url');
      if (!view) void this.#showFeature(feature);
    } else {
      selection.clear();
      this.app.report.clear();
    }
  }

  async #showFeature(reference: FeatureReference): Promise<void> {
    const found = await this.feature(reference);
    const box = found && boundingBox(found.geometry);
    if (box) this.app.view.fit(box, false);
  }

  async #speak(locale: Locale): Promise<void> {
    const words = await Promise.all([
      loadMessages(locale, embedMessages),
      loadMessages(locale, catalogMessages),
    ]);
    if (this.app.locale.locale !== locale) return;
    const [t, catalog] = words;
    this.#words = { locale, t, catalog, text: textIn(catalog) };
  }

  async #readManifest(): Promise<void> {
    try {
      const manifest = await readManifest(this.site.tilesUrl);
      if (this.#closed) return;
      this.#manifest = manifest;
      this.app.load.describe(manifest);
      for (const side of [this.app, this.other]) side.ground.archives = manifest.archives ?? {};
      this.other.load.official = this.app.load.official;
      this.#emit({ type: 'ready', dataVersion: manifest.dataVersion, asOf: manifest.asOf });
    } catch {
      this.#manifestFailed = true;
    }
  }

  /** Starts the worker when something has to be asked, not before. */
  protected data(): ClientLease {
    return (this.#lease ??= sharedClients.lease(this.site.tilesUrl));
  }

  /** The reader picked a point. */
  pick(position: Position, source: SelectionSource): void {
    if (!this.#options.report) return;
    this.app.selection.select(position, source);
    this.ask(position);
  }

  /** Answers in the embed, if it shows answers at all. */
  ask(position: Position): void {
    if (!this.#options.report) return;
    void this.app.report.ask(position, async () => {
      const result = await this.report(position);
      if (result.ok) this.#emit({ type: 'report', report: result.report });
      return result;
    });
  }

  override search(query: string, limit = 6): Promise<SearchResult> {
    return super.search(query, limit);
  }

  override choose(candidate: ChosenPlace, source: SelectionSource = 'search'): void {
    super.choose(candidate, source);
    if (candidate.position !== null) this.ask(candidate.position);
  }

  fly(target: { centre: Position; zoom?: number }): void {
    this.app.view.goTo({ centre: target.centre, zoom: target.zoom ?? this.app.view.zoom });
  }

  /** Call when the layers may have changed; tells the page around only when they did. */
  tellLayers(): void {
    const layers = this.app.layers.choices();
    const now = JSON.stringify(layers);
    if (now === this.#layersTold) return;
    this.#layersTold = now;
    this.#emit({ type: 'layerschange', layers });
  }

  close(): void {
    this.#closed = true;
    this.#lease?.release();
    this.#lease = null;
  }
}

/** The catalogue's entries that an embed with these options is about. */
export function chosenEntries(app: AppState, layers: readonly LayerChoice[] | undefined): LayerEntry[] {
  return app.layers.panel.filter((entry) =>
    layers ? layers.some(({ id }) => id === entry.id) : entry.visible,
  );
}

/** Where the city's map opens. */
export const wholeCity: View = { centre: city.centre, zoom: city.zoom };
