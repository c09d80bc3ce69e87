import type { FeatureCollection } from 'geojson';
import { untrack } from 'svelte';
import type { MapOverlay } from '../state/map-host.js';
import { change, emptySketch, redo, undo, type SketchHistory } from './measure/sketch.js';
import { defaultStyle, paintedFeatures, toMapOverlay, type OverlayStyle } from './overlay/overlay-style.js';
import {
  isPlaced,
  type OverlayLayer,
  type OverlayProblem,
  type ReadResult,
  type UnplacedLayer,
} from './overlay/overlay.js';
import { unplaceLayer, type CityFrame } from './overlay/place-layer.js';
import { readInWorker } from './file-worker/read-in-worker.js';
import type { ReadProgress } from './overlay/read-files.js';
import type { LegendEntry } from './print/map-layout.js';
import type { WorkbenchStore } from './project/workbench-store.js';
import { emptyWorkbench } from './project/empty-workbench.js';
import { KeptWork } from './project/kept-work.svelte.js';
import { ordered, type Contents } from './project/merge.js';
import {
  restParts,
  type WorkbenchRest,
  type OverlayRecord,
  type Project,
  type SketchFeature,
} from './project/project-file.js';

/** What one panel draws beside the overlays. */
interface Shown {
  owner: string;
  overlays: readonly MapOverlay[];
  legend: readonly LegendEntry[];
}

/**
 * Everything on the workbench. Overlays are kept in the store one by one, the rest in one piece; both only on this
 * device.
 */
export class WorkbenchState {
  /** How it is kept, and what other tabs do with it. */
  readonly kept: KeptWork;
  #overlays = $state.raw<readonly OverlayRecord[]>([]);
  #questions = $state.raw<readonly UnplacedLayer[]>([]);
  #problems = $state.raw<readonly { fileName: string; problem: OverlayProblem }[]>([]);
  #history = $state.raw<SketchHistory>(emptySketch);
  #shown = $state.raw<readonly Shown[]>([]);
  /** Painting an overlay costs a walk over its features; styles that did not change are not painted again. */
  readonly #painted = new WeakMap<OverlayLayer, { key: string; data: FeatureCollection }>();
  #abort: AbortController | null = null;
  reading = $state.raw<ReadProgress | null>(null);
  /** terra-draw shows the sketch itself while somebody draws. */
  drawing = $state(false);
  /** The overlay feature clicked last on the map. */
  picked = $state.raw<{ overlay: string; row: number } | null>(null);
  /** The forms, as a project file keeps them. */
  runoff = $state(emptyWorkbench().runoff);
  sites = $state(emptyWorkbench().sites);
  network = $state(emptyWorkbench().network);
  trunk = $state(emptyWorkbench().trunk);
  print = $state(emptyWorkbench().print);

  /** What the map shows, lowest first. */
  readonly drawn: readonly MapOverlay[] = $derived([
    ...this.#overlays.filter(({ visible }) => visible).flatMap((record) => this.#paint(record) ?? []),
    ...this.#shown.flatMap(({ overlays }) => overlays),
  ]);

  constructor(store: WorkbenchStore) {
    this.kept = new KeptWork(store, {
      contents: () => ({ overlays: this.#overlays, rest: this.rest() }),
      show: (contents) => this.#show(contents),
      isBusy: () => this.drawing,
    });
  }

  /** Lowest first. */
  get overlays(): readonly OverlayRecord[] {
    return this.#overlays;
  }
  /** Layers waiting for their coordinate system. */
  get questions(): readonly UnplacedLayer[] {
    return this.#questions;
  }
  /** Files that could not be read. */
  get problems(): readonly { fileName: string; problem: OverlayProblem }[] {
    return this.#problems;
  }
  get sketch(): readonly SketchFeature[] {
    return this.#history.present;
  }
  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }
  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  overlay(id: string | null): OverlayRecord | undefined {
    return this.#overlays.find((record) => record.id === id);
  }

  /** Reads dropped or chosen files in a worker; a second drop waits for nothing, it joins when it is done. */
  async read(files: readonly File[], city: CityFrame): Promise<OverlayRecord[]> {
    if (files.length === 0) return [];
    const abort = new AbortController();
    this.#abort = abort;
    const results = await readInWorker(files, city, {
      signal: abort.signal,
      onProgress: (progress) => {
        if (this.#abort === abort) this.reading = progress;
      },
    });
    if (this.#abort === abort) {
      this.reading = null;
      this.#abort = null;
    }
    return this.take(results);
  }

  /** Ends the read that is going on; everything that was there stays. */
  stopReading(): void {
    this.#abort?.abort();
  }

  /** What a read gave: layers join the workbench, questions and problems wait to be seen. */
  take(results: readonly ReadResult[]): OverlayRecord[] {
    const layers = results.flatMap((result) => (result.ok ? result.layers : []));
    const problems = results.flatMap((result) =>
      result.ok ? [] : [{ fileName: result.fileName, problem: result.problem }],
    );
    this.#problems = [...this.#problems, ...problems];
    this.#questions = [
      ...this.#questions,
      ...layers.filter((layer): layer is UnplacedLayer => !isPlaced(layer)),
    ];
    return layers.filter(isPlaced).map((layer) => this.add(layer));
  }

  /** Asks again which system an overlay is in; false when only GDAL can convert it. */
  askAgain(id: string): boolean {
    const record = this.overlay(id);
    const question = record && unplaceLayer(record.layer);
    if (!question) return false;
    this.remove(id);
    this.#questions = [question, ...this.#questions];
    return true;
  }

  dismissProblems(): void {
    this.#problems = [];
  }

  /** The question was answered (or put aside). */
  settle(question: UnplacedLayer): void {
    this.#questions = this.#questions.filter((other) => other !== question);
  }

  add(layer: OverlayLayer): OverlayRecord {
    const record: OverlayRecord = {
      id: crypto.randomUUID(),
      layer: { ...layer, box: layer.box && [...layer.box] },
      style: defaultStyle(this.#overlays.length),
      visible: true,
    };
    this.#overlays = [...this.#overlays, record];
    void this.kept.save();
    return record;
  }

  remove(id: string): void {
    this.#overlays = this.#overlays.filter((record) => record.id !== id);
    void this.kept.save();
  }

  restyle(id: string, style: Partial<OverlayStyle>): void {
    this.#update(id, (record) => ({ ...record, style: { ...record.style, ...style } }));
  }

  setVisible(id: string, visible: boolean): void {
    this.#update(id, (record) => ({ ...record, visible }));
  }

  rename(id: string, name: string): void {
    this.#update(id, (record) => ({ ...record, layer: { ...record.layer, name } }));
  }

  /** Takes rows out of an overlay; the file on disk is not touched. */
  dropRows(id: string, rows: ReadonlySet<number>): void {
    this.#update(id, (record) => ({
      ...record,
      layer: { ...record.layer, features: record.layer.features.filter((feature) => !rows.has(feature.id)) },
    }));
  }

  /** @param step 1 = one place up (drawn later), −1 = down */
  move(id: string, step: 1 | -1): void {
    const list = [...this.#overlays];
    const at = list.findIndex((record) => record.id === id);
    const [one, other] = [list[at], list[at + step]];
    if (!one || !other) return;
    list[at] = other;
    list[at + step] = one;
    this.#overlays = list;
  }

  #update(id: string, change: (record: OverlayRecord) => OverlayRecord): void {
    this.#overlays = this.#overlays.map((record) => (record.id === id ? change(record) : record));
    void this.kept.save();
  }

  setSketch(features: readonly SketchFeature[]): void {
    this.#history = change(this.#history, features);
  }
  undo(): void {
    this.#history = undo(this.#history);
  }
  redo(): void {
    this.#history = redo(this.#history);
  }

  /**
   * What a panel draws beside the overlays; [] takes it away. Called from effects: reading what is shown there would
   * make every panel answer to every other.
   */
  show(owner: string, overlays: readonly MapOverlay[], legend: readonly LegendEntry[] = []): void {
    const shown = untrack(() => this.#shown);
    const others = shown.filter((entry) => entry.owner !== owner);
    if (overlays.length === 0 && others.length === shown.length) return;
    this.#shown = overlays.length > 0 ? [...others, { owner, overlays, legend }] : others;
  }

  /** Legend of what the panels draw, for a printed map. */
  get legend(): readonly LegendEntry[] {
    return this.#shown.flatMap(({ legend }) => legend);
  }

  /** False where an overlay is not what it should be; the others are drawn. */
  isDrawable(record: OverlayRecord): boolean {
    return this.#paint(record) !== null;
  }

  #paint({ id, layer, style }: OverlayRecord): MapOverlay | null {
    try {
      const key = JSON.stringify([style.colour, style.by, style.label]);
      const known = this.#painted.get(layer);
      const data = known?.key === key ? known.data : paintedFeatures(layer, style);
      this.#painted.set(layer, { key, data });
      return toMapOverlay(id, layer, style, data);
    } catch {
      return null;
    }
  }

  /** Plain values of everything but the overlays, as stored and as saved in a project. */
  rest(): WorkbenchRest {
    return {
      order: this.#overlays.map(({ id }) => id),
      sketch: [...this.sketch],
      runoff: $state.snapshot(this.runoff),
      sites: $state.snapshot(this.sites),
      network: $state.snapshot(this.network),
      trunk: $state.snapshot(this.trunk),
      print: $state.snapshot(this.print),
    };
  }

  /** Brings back what was kept on this device. */
  async load(): Promise<void> {
    await this.kept.load();
    this.#history = { ...emptySketch, present: this.sketch };
  }

  /** The whole workbench becomes what a project file holds. */
  async open(project: Project): Promise<void> {
    this.#questions = [];
    this.#problems = [];
    this.#show({ ...project, overlays: ordered(project.overlays, project.rest.order) });
    this.#history = { ...emptySketch, present: this.sketch };
    await this.kept.save();
  }

  async clear(): Promise<void> {
    this.#show({ overlays: [], rest: emptyWorkbench() });
    this.#history = emptySketch;
    await this.kept.save();
  }

  /** Takes everything away, what cannot be read too. */
  async clearEverything(): Promise<void> {
    this.#questions = [];
    this.#problems = [];
    this.#show({ overlays: [], rest: emptyWorkbench() });
    this.#history = emptySketch;
    await this.kept.clearEverything();
  }

  /** There is something on it that somebody would miss. */
  get touched(): boolean {
    return this.#overlays.length > 0 || this.sketch.length > 0;
  }

  /** One part as on a workbench nobody has touched. */
  clearPart(part: Exclude<keyof WorkbenchRest, 'order'> | 'overlays'): void {
    const rest = this.rest();
    const contents = { overlays: this.#overlays, rest };
    if (part === 'overlays') this.#show({ ...contents, overlays: [] });
    else this.#show({ ...contents, rest: { ...rest, [part]: emptyWorkbench()[part] } });
    void this.kept.save();
  }

  /** What differs is put in its place; a form in which nothing changed is left alone. */
  #show({ overlays, rest }: Contents): void {
    this.#overlays = overlays;
    const now = this.rest();
    for (const part of restParts) {
      if (part === 'order' || JSON.stringify(now[part]) === JSON.stringify(rest[part])) continue;
      if (part === 'sketch') this.#history = change(this.#history, rest.sketch);
      else Object.assign(this, { [part]: structuredClone(rest[part]) });
    }
  }
}
