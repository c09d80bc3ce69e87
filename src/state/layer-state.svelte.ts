/* eslint-disable svelte/prefer-svelte-reactivity -- snapshots replaced as a whole, never mutated */
import type { LayerEntry } from '../catalog/layer-entry.js';
import { palettes, type Palette } from '../style/palette.js';
import type { LayerChoice } from './layer-choice.js';

export { palettes, type LayerChoice, type Palette };

/** Which layers are drawn, how strongly, in which palette. Unknown ids are misuse and throw. */
export class LayerState {
  /** Array order is draw order: the first is lowest. */
  readonly catalogue: readonly LayerEntry[];
  readonly #entries: ReadonlyMap<string, LayerEntry>;
  #visible = $state.raw<ReadonlySet<string>>(new Set());
  #opacities = $state.raw<ReadonlyMap<string, number>>(new Map());
  /** `safe`: colour-vision-safe colours and patterns. */
  palette = $state<Palette>('official');
  /** Whether official data of the layer is here; without it an optional layer is not offered. */
  readonly hasOfficial: (id: string) => boolean;
  /** The catalogue without optional layers whose data nobody imported. */
  readonly offered: readonly LayerEntry[] = $derived.by(() =>
    this.catalogue.filter(({ id, optional }) => !optional || this.hasOfficial(id)),
  );
  /** What a reader may switch: no base layers. */
  readonly panel: readonly LayerEntry[] = $derived(this.offered.filter((entry) => !entry.base));
  /** Visible layers of the panel in catalogue order, for the legend. */
  readonly shown: readonly LayerEntry[] = $derived(this.panel.filter((entry) => this.#visible.has(entry.id)));
  /** Ids drawn now; never base layers. */
  readonly visible: ReadonlySet<string> = $derived(new Set(this.shown.map(({ id }) => id)));

  constructor(catalogue: readonly LayerEntry[], hasOfficial: (id: string) => boolean = () => false) {
    this.catalogue = catalogue;
    this.hasOfficial = hasOfficial;
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

  /** @param value clamped to 0–1, rounded to whole percents; throws where it is not a number */
  setOpacity(id: string, value: number): void {
    const entry = this.#entry(id);
    const opacity = Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;
    if (Number.isNaN(opacity)) throw new RangeError(`opacity of ${id} is not a number`);
    const next = new Map(this.#opacities);
    if (opacity === entry.opacity) next.delete(id);
    else next.set(id, opacity);
    this.#opacities = next;
  }

  /** Switches every other layer off. */
  showOnly(ids: Iterable<string>): void {
    this.#visible = new Set([...ids].map((id) => this.#entry(id).id));
  }

  /** Back to the catalogue's own choice and opacities. */
  reset(): void {
    this.#visible = new Set(
      this.catalogue.filter((entry) => entry.visible && !entry.base).map(({ id }) => id),
    );
    this.#opacities = new Map();
  }

  /** True when nothing differs from the catalogue (palette aside). */
  get isDefault(): boolean {
    const defaults = [...this.#entries.values()].filter((entry) => entry.visible);
    return (
      this.#visible.size === defaults.length &&
      defaults.every(({ id }) => this.#visible.has(id) && !this.#opacities.has(id))
    );
  }

  /** Ids a link may name: an optional layer may still be on its way. */
  get linkableIds(): string[] {
    return [...this.#entries.keys()];
  }

  /** Ids somebody asked for whose data nobody imported. */
  get absent(): string[] {
    return this.#requested.filter(({ id }) => !this.visible.has(id)).map(({ id }) => id);
  }

  /** Switched on, whether its data is here yet or not; what the catalogue alone switches on is not waited for. */
  get #requested(): LayerEntry[] {
    return [...this.#entries.values()].filter(
      ({ id, visible }) => this.#visible.has(id) && (!visible || this.visible.has(id)),
    );
  }

  /** The layers switched on in draw order, with the opacities that differ from the catalogue. */
  choices(): LayerChoice[] {
    return this.#requested.map(({ id }) => {
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
