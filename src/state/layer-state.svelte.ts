/* eslint-disable svelte/prefer-svelte-reactivity -- snapshots replaced as a whole, never mutated */
/**
 * CONTRACT LayerState: which layers are drawn, how strongly, in which palette.
 *   new LayerState(catalogue, brought)      brought(id): official data of that layer is here; without it an
 *                                           optional layer is not offered (not in .panel, .offered, .visible)
 *   .catalogue      readonly LayerEntry[]   array order = draw order (first is lowest)
 *   .offered        LayerEntry[]            the catalogue without optional layers that nobody brought in
 *   .panel          LayerEntry[]            entries a reader may switch (not `base`)
 *   .hasOfficial(id)                        official data of the layer is here (for the legend)
 *   .visible        ReadonlySet<string>     ids drawn now (never contains base ids)
 *   .shown          LayerEntry[]            visible panel entries in catalogue order (for the legend)
 *   .palette        'official' | 'safe'     assignable; 'safe' = colour-vision-safe colours + patterns
 *   .isVisible(id)  .toggle(id)  .setVisible(id, on)
 *   .opacityOf(id)  0–1   .setOpacity(id, value)   clamped to 0–1, rounded to whole percents
 *   .showOnly(ids)  .reset()                back to the catalogue's own choice
 *   .namable        string[]                ids a link may name: an optional layer may still be on its way
 *   .absent         string[]                ids somebody asked for whose data nobody brought in
 *   .isDefault      true when nothing differs from the catalogue (palette aside)
 * Unknown ids are misuse and throw.
 */
import type { LayerEntry } from '../catalog/layer-entry.js';
import { palettes, type Palette } from '../style/palette.js';

export { palettes, type Palette };

/** One visible layer as the address bar keeps it. */
export interface LayerChoice {
  id: string;
  /** 0–1; absent = the catalogue's own. */
  opacity?: number;
}

export class LayerState {
  readonly catalogue: readonly LayerEntry[];
  readonly #entries: ReadonlyMap<string, LayerEntry>;
  #visible = $state.raw<ReadonlySet<string>>(new Set());
  #opacities = $state.raw<ReadonlyMap<string, number>>(new Map());
  palette = $state<Palette>('official');
  readonly hasOfficial: (id: string) => boolean;
  readonly offered: readonly LayerEntry[] = $derived.by(() =>
    this.catalogue.filter(({ id, optional }) => !optional || this.hasOfficial(id)),
  );
  readonly panel: readonly LayerEntry[] = $derived(this.offered.filter((entry) => !entry.base));
  readonly shown: readonly LayerEntry[] = $derived(this.panel.filter((entry) => this.#visible.has(entry.id)));
  readonly visible: ReadonlySet<string> = $derived(new Set(this.shown.map(({ id }) => id)));

  constructor(catalogue: readonly LayerEntry[], brought: (id: string) => boolean = () => false) {
    this.catalogue = catalogue;
    this.hasOfficial = brought;
    const switched = catalogue.filter((entry) => !entry.base);
    this.#entries = new Map(switched.map((entry) => [entry.id, entry]));
    this.reset();
  }

  isVisible(id: string): boolean {
    return this.visible.has(id);
  }

  setVisible(id: string, on: boolean): void {
    this.#entry(id);
    if (this.#visible.has(id) === on) return;
    const next = new Set(this.#visible);
    if (on) next.add(id);
    else next.delete(id);
    this.#visible = next;
  }

  toggle(id: string): void {
    this.setVisible(id, !this.isVisible(id));
  }

  /** 0–1; the catalogue's own opacity until somebody changes it. */
  opacityOf(id: string): number {
    return this.#opacities.get(id) ?? this.#entry(id).opacity;
  }

  setOpacity(id: string, value: number): void {
    const entry = this.#entry(id);
    const opacity = Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;
    if (Number.isNaN(opacity)) throw new RangeError(`opacity of ${id} is not a number`);
    const next = new Map(this.#opacities);
    if (opacity === entry.opacity) next.delete(id);
    else next.set(id, opacity);
    this.#opacities = next;
  }

  showOnly(ids: Iterable<string>): void {
    this.#visible = new Set([...ids].map((id) => this.#entry(id).id));
  }

  reset(): void {
    this.#visible = new Set(
      this.catalogue.filter((entry) => entry.visible && !entry.base).map(({ id }) => id),
    );
    this.#opacities = new Map();
  }

  get isDefault(): boolean {
    const defaults = [...this.#entries.values()].filter((entry) => entry.visible);
    return (
      this.#visible.size === defaults.length &&
      defaults.every(({ id }) => this.#visible.has(id) && !this.#opacities.has(id))
    );
  }

  get namable(): string[] {
    return [...this.#entries.keys()];
  }

  get absent(): string[] {
    return this.#wished.filter(({ id }) => !this.visible.has(id)).map(({ id }) => id);
  }

  /** Switched on, whether its data is here yet or not; what the catalogue alone wishes for is not waited for. */
  get #wished(): LayerEntry[] {
    return [...this.#entries.values()].filter(
      ({ id, visible }) => this.#visible.has(id) && (!visible || this.visible.has(id)),
    );
  }

  /** The layers switched on in draw order, with the opacities that differ from the catalogue. */
  choices(): LayerChoice[] {
    return this.#wished.map(({ id }) => {
      const opacity = this.#opacities.get(id);
      return opacity === undefined ? { id } : { id, opacity };
    });
  }

  /** Takes over what `choices` wrote; ids that no longer exist are passed over. */
  applyChoices(choices: readonly LayerChoice[]): void {
    const known = choices.filter(({ id }) => this.#entries.has(id));
    this.#opacities = new Map();
    this.showOnly(known.map(({ id }) => id));
    for (const { id, opacity } of known) if (opacity !== undefined) this.setOpacity(id, opacity);
  }

  #entry(id: string): LayerEntry {
    const entry = this.#entries.get(id);
    if (!entry)
      throw new Error(`no layer "${id}" in the panel; layers: ${[...this.#entries.keys()].join(', ')}`);
    return entry;
  }
}
