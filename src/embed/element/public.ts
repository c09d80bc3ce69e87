/**
 * What a page that uses `<mizumichi-map>` may rely on. Types only, and no imports: the build hands this very file
 * out as `mizumichi-map.d.ts`. Positions are [longitude, latitude] in degrees, opacities 0–1.
 */

export type MizumichiLanguage = 'ja' | 'easy' | 'en' | 'zh' | 'ko';
export type MizumichiTheme = 'system' | 'light' | 'dark';

export interface MizumichiLayerChoice {
  id: string;
  /** Absent: the catalogue's own. */
  opacity?: number;
}

/**
 * The answer for a point. Fields may be added, never renamed. `clear`: farther from the deciding edge than the
 * data's accuracy; `near-edge`: it cannot be decided, `alternatives` names the others; `outside`: in none. Of the
 * treatment also `doubtful`: the edge is far, but the town may belong to one of the `alternatives`.
 */
export interface MizumichiReport {
  readonly position: readonly [number, number];
  readonly inCity: boolean;
  readonly ward: string | null;
  readonly town: { readonly name: string; readonly nameEn: string } | null;
  readonly treatment: {
    readonly district: string | null;
    readonly centre: string | null;
    readonly certainty: 'clear' | 'near-edge' | 'doubtful' | 'outside';
    readonly alternatives: readonly (string | null)[];
    readonly source: { readonly document: string; readonly page: number | null };
  } | null;
  /** Planned levels, mm/h: `target` is the aim of the whole plan, `stage` what is being built or has been reached. */
  readonly designRainfall: {
    readonly targetMmPerHour: number;
    readonly stageMmPerHour: number;
    readonly plan: string | null;
    readonly certainty: 'clear' | 'near-edge' | 'outside';
    readonly source: { readonly document: string; readonly page: number | null };
  } | null;
  /** Hazard scenarios, never design levels. */
  readonly inundation: readonly {
    readonly zone: string;
    readonly scenarioMmPerHour: number | null;
    readonly inside: boolean;
    readonly certainty: 'clear' | 'near-edge';
  }[];
  readonly dataVersion: string;
  readonly asOf: string;
}

export type MizumichiAnswer =
  | { readonly ok: true; readonly report: MizumichiReport }
  | {
      readonly ok: false;
      readonly problem: 'not-a-number' | 'longitude-range' | 'latitude-range' | 'swapped';
    };

export interface MizumichiMapEvents {
  /** Sources, date and version are on screen; the map itself may still be loading. */
  ready: CustomEvent<{ dataVersion: string; asOf: string }>;
  /** The reader asked about a point. */
  report: CustomEvent<MizumichiReport>;
  /** The reader switched a layer. */
  layerschange: CustomEvent<MizumichiLayerChoice[]>;
  /** The parts could not be loaded; what stands inside the element stays on screen. */
  fail: CustomEvent<{ reason: string }>;
}

export interface MizumichiMapElement extends HTMLElement {
  /** Layer ids, lowest first; written back as the attribute `treatment-districts.60,rainbow-plan`. */
  layers: readonly MizumichiLayerChoice[] | string;
  /** Layers of the right half of a comparison. */
  compare: readonly MizumichiLayerChoice[] | string;
  centre: readonly [number, number] | string | null;
  zoom: number | string | null;
  /** A point to mark, and to answer for where the attribute `answers` is set. */
  position: readonly [number, number] | string | null;
  language: MizumichiLanguage | null;
  theme: MizumichiTheme | null;
  heading: string | null;
  caption: string | null;
  story: string | null;
  /** Moves the map. */
  fly(target: { centre: readonly [number, number]; zoom?: number }): Promise<void>;
  /** Answers for a point without showing it. Rejects when the data could not be loaded. */
  report(position: readonly [number, number]): Promise<MizumichiAnswer>;
  addEventListener<Name extends keyof MizumichiMapEvents>(
    type: Name,
    listener: (this: MizumichiMapElement, event: MizumichiMapEvents[Name]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'mizumichi-map': MizumichiMapElement;
  }
}
