/* eslint-disable svelte/prefer-svelte-reactivity -- snapshots replaced as a whole, never mutated */
import { groundArchives, groundCredits } from '../catalog/basemap.js';
import { networkLayer } from '../catalog/network.js';
import type { LayerEntry } from '../catalog/layer-entry.js';
import type { BoundingBox } from '../geometry/position.js';
import type { SiteReport } from '../report/site-report-types.js';
import type { AppState } from '../state/app-state.svelte.js';
import { rasterTiles } from '../style/basemap.js';
import type { GroundAddresses } from '../style/ground-layers.js';
import { rasterSourceId, styleFor } from '../style/style-for.js';
import { tilesScheme } from '../style/tiled-layers.js';
import { highlightsFor, uncertaintyMeters } from './report-overlay.js';

interface Drawn {
  app: AppState;
  /** Absolute address of the folder of the layers' GeoJSON files, without a `/` at its end. */
  tilesBase: string;
  frame: BoundingBox;
  reducedMotion: boolean;
  /** The reader's device asks for more contrast. */
  strongLines: boolean;
  /** Zoom of the map now. */
  zoom: () => number;
  report: () => SiteReport | null;
}

/** What is to be drawn, as a style of the map engine; all of it follows from the state. */
export class MapDrawing {
  readonly #drawn: Drawn;
  /** Layer id → address of its label points in memory. */
  labelUrls = $state.raw<ReadonlyMap<string, string>>(new Map());
  #seen: ReadonlySet<string> = new Set();
  /** Layers that were shown once: they stay loaded, so that switching them on again needs no wait. */
  readonly #known = $derived.by(
    () => (this.#seen = new Set([...this.#seen, ...this.#drawn.app.layers.shown.map(({ id }) => id)])),
  );
  readonly #basemap = $derived.by(() => {
    const { load, basemap } = this.#drawn.app;
    return load.failures.has(rasterSourceId(basemap.current)) ? 'embedded' : basemap.current;
  });
  /** The layers have been drawn once: they come first, the base map beneath them after. */
  layersDrawn = $state(false);
  /** Addresses of the base map's archives, of those that come. */
  readonly #ground: GroundAddresses = $derived.by(() => {
    if (!this.layersDrawn) return {};
    const { ground } = this.#drawn.app;
    return Object.fromEntries(
      groundArchives.flatMap((archive) => {
        const file = ground.failed.has(archive) ? null : ground.fileOf(archive);
        return file === null ? [] : [[archive, `${tilesScheme}${this.#drawn.tilesBase}/${file}`]];
      }),
    );
  });
  /** The base map is to be drawn, and does not come: the simple one is drawn in its place. */
  readonly groundMissing = $derived.by(
    () => this.#basemap === 'embedded' && this.#drawn.app.ground.failed.size > 0,
  );
  /** Whose maps are drawn beneath the layers. */
  readonly credits = $derived.by(() => {
    const national = this.#drawn.app.national.shown[0];
    return [
      ...(this.#basemap === 'embedded' ? groundArchives : [])
        .filter((archive) => archive in this.#ground)
        .map((archive) => groundCredits[archive]),
      rasterTiles[this.#basemap]?.credit,
      national && { text: national.credit, href: national.creditUrl },
    ].filter((credit) => credit !== undefined);
  });
  /** Checked files in memory, of one version; only a page that checks none reads the folder itself. */
  readonly #layerUrls: ReadonlyMap<string, string> = $derived.by(() => {
    const { load, imported } = this.#drawn.app;
    return new Map([
      ...(load.addresses ?? []),
      ...(load.network ? [[networkLayer, tilesScheme + load.network.tiles] as const] : []),
      ...imported.urls,
    ]);
  });
  readonly #drawable = $derived.by(() => {
    const { load, layers } = this.#drawn.app;
    return load.addresses ? layers.catalogue.filter(({ id }) => this.#layerUrls.has(id)) : layers.catalogue;
  });
  /** Ids of entries of which the base map takes only the words, from a little before these are drawn; one text, so that
   * a move of the map changes nothing. */
  readonly #wordsOnly = $derived.by(() => {
    const zoom = this.#drawn.zoom();
    const near = ({ wordsOnBasemap, label }: LayerEntry) =>
      wordsOnBasemap === true && label !== undefined && zoom >= label.minZoom - 1;
    return this.#basemap === 'embedded' && 'basemap' in this.#ground
      ? this.#drawable
          .filter(near)
          .map(({ id }) => id)
          .join(' ')
      : '';
  });
  /** Entries whose words are on the map now with the addresses of their files, the base map's too. */
  readonly labelled = $derived.by(() =>
    this.#drawable
      .filter(
        (entry) =>
          entry.base ||
          this.#drawn.app.layers.shown.includes(entry) ||
          this.#wordsOnly.split(' ').includes(entry.id),
      )
      .map((entry) => ({ entry, url: this.#layerUrls.get(entry.id) })),
  );
  readonly #options = $derived.by((): Parameters<typeof styleFor>[0] => {
    const { app, tilesBase, frame, reducedMotion, strongLines } = this.#drawn;
    const report = this.#drawn.report();
    return {
      catalogue: this.#drawable,
      tilesUrl: tilesBase,
      layerUrls: this.#layerUrls,
      frame,
      theme: app.theme.resolved,
      locale: app.locale.locale,
      basemap: this.#basemap,
      ground: this.#ground,
      strongLines,
      layers: {
        visible: app.layers.visible,
        known: this.#known,
        opacityOf: (id) => app.layers.opacityOf(id),
        palette: app.layers.palette,
      },
      labelUrls: this.labelUrls,
      nationals: app.national.shown.map((raster) => ({
        raster,
        opacity: app.national.opacityOf(raster.id),
      })),
      highlights: highlightsFor(app.layers.catalogue, app.selection.feature, report),
      selected: app.selection.position && {
        position: app.selection.position,
        uncertaintyMeters: uncertaintyMeters(report),
        accuracyMeters: app.selection.accuracyMeters,
      },
      transitionMilliseconds: reducedMotion ? 0 : 200,
    };
  });
  readonly style = $derived.by(() => styleFor(this.#options));

  constructor(drawn: Drawn) {
    this.#drawn = drawn;
  }

  /** Where a layer is read from. */
  addressOf(id: string): string {
    return this.#layerUrls.get(id) ?? `${this.#drawn.tilesBase}/${id}.geojson`;
  }

  /** The same map with other layers, for the other side of a comparison. */
  styleWith(layers: Iterable<string>): ReturnType<typeof styleFor> {
    const shown = new Set(layers);
    return styleFor({
      ...this.#options,
      layers: { ...this.#options.layers, visible: shown, known: shown },
    });
  }
}
