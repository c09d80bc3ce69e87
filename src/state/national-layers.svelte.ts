/* eslint-disable svelte/prefer-svelte-reactivity -- snapshots replaced as a whole, never mutated */
import type { Position } from '../geometry/position.js';
import { nationalRasters } from '../catalog/national.js';
import { distanceMeters } from '../geometry/measure.js';
import type { HazardReading } from '../report/hazard-reading.js';
import type { ElevationReading, NationalAnswers } from '../report/national-answers.js';
import type { Candidate } from '../search/candidate.js';
import type { RefineResult } from '../service/service.js';
import type { LayerChoice } from './layer-state.svelte.js';

/** The worker as far as this state asks it; `turn` grows with every question. */
export interface NationalSource {
  nationalHazard(turn: number, id: string, position: Position): Promise<HazardReading>;
  nationalElevation(turn: number, position: Position): Promise<ElevationReading>;
  nationalStop(turn: number): Promise<unknown>;
}

/** Where a national address search puts the house number of an offline answer. */
export interface Refinement {
  /** The offline answer that is to be refined. */
  offline: Candidate;
  /** null = under way. */
  result: RefineResult | null;
}

const firstOpacity = 0.7;

/** Whether national services may be asked, which of their maps are drawn, what they said. */
export class NationalLayers {
  /** The reader's switch; nothing may be sent while it is off. */
  enabled = $state(false);
  #visible = $state.raw<ReadonlySet<string>>(new Set());
  #opacities = $state.raw<ReadonlyMap<string, number>>(new Map());
  #failures = $state.raw<ReadonlySet<string>>(new Set());
  #answers = $state.raw<NationalAnswers | null>(null);
  #refinement = $state.raw<Refinement | null>(null);
  #turn = 0;
  #refineTurn = 0;
  /** Maps drawn now, in catalogue order; none while switched off. */
  readonly shown = $derived.by(() =>
    this.enabled ? nationalRasters.filter(({ id }) => this.#visible.has(id)) : [],
  );

  /** Ids of maps whose tiles do not come. */
  get failures(): ReadonlySet<string> {
    return this.#failures;
  }
  /** Of the position asked about last; null while nothing is asked. */
  get answers(): NationalAnswers | null {
    return this.#answers;
  }
  /** Of the address chosen last; null when there is nothing to refine. */
  get refinement(): Refinement | null {
    return this.#refinement;
  }
  /** From the offline answer to what was found, metres; null when there are not two places. */
  get refinementMeters(): number | null {
    const from = this.#refinement?.offline.position;
    const result = this.#refinement?.result;
    const to = result?.kind === 'found' ? result.candidate.position : null;
    return from && to ? distanceMeters(from, to) : null;
  }

  isShown(id: string): boolean {
    return this.#visible.has(known(id));
  }

  toggle(id: string): void {
    const next = new Set(this.#visible);
    if (!next.delete(known(id))) next.add(id);
    this.#visible = next;
    this.succeed(id);
  }

  /** 0–1 */
  opacityOf(id: string): number {
    return this.#opacities.get(known(id)) ?? firstOpacity;
  }

  /** @param value clamped to 0–1, rounded to whole percents; throws where it is not a number */
  setOpacity(id: string, value: number): void {
    if (Number.isNaN(value)) throw new RangeError(`opacity of ${id} is not a number`);
    const opacity = Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;
    this.#opacities = new Map(this.#opacities).set(known(id), opacity);
  }

  /** The chosen maps, drawn or not, with the opacities that differ from the first one. */
  choices(): LayerChoice[] {
    return nationalRasters
      .filter(({ id }) => this.#visible.has(id))
      .map(({ id }) => {
        const opacity = this.opacityOf(id);
        return opacity === firstOpacity ? { id } : { id, opacity };
      });
  }

  /** Takes over what `choices` wrote. Nothing is loaded before the reader switches the services on. */
  applyChoices(choices: readonly LayerChoice[]): void {
    this.#visible = new Set(choices.map(({ id }) => known(id)));
    this.#opacities = new Map();
    for (const { id, opacity } of choices) if (opacity !== undefined) this.setOpacity(id, opacity);
  }

  fail(id: string): void {
    this.#failures = new Set([...this.#failures, known(id)]);
  }

  succeed(id: string): void {
    if (this.#failures.has(id)) this.#failures = new Set([...this.#failures].filter((other) => other !== id));
  }

  /**
   * Asks every service about a position; a newer question wins, each hazard settles for itself, and none rejects.
   * @param askedOn ISO date of today
   */
  ask(position: Position, askedOn: string, source: NationalSource): void {
    const turn = ++this.#turn;
    this.#answers = {
      position,
      askedOn,
      hazards: nationalRasters.map((raster) => ({ raster, reading: null })),
      elevation: null,
    };
    const settle = (change: (answers: NationalAnswers) => Partial<NationalAnswers>) => {
      if (turn === this.#turn && this.#answers)
        this.#answers = { ...this.#answers, ...change(this.#answers) };
    };
    for (const { id, hazard } of nationalRasters) {
      // Not waited for: each part comes when it comes, and a refusal is an answer too.
      void source
        .nationalHazard(turn, id, position)
        .catch((): HazardReading => ({ id, hazard, kind: 'unreachable', reason: 'worker' }))
        .then((reading) =>
          settle(({ hazards }) => ({
            hazards: hazards.map((entry) => (entry.raster.id === id ? { ...entry, reading } : entry)),
          })),
        );
    }
    void source
      .nationalElevation(turn, position)
      .catch((): ElevationReading => ({ kind: 'unreachable' }))
      .then((elevation) => settle(() => ({ elevation })));
  }

  /** Forgets the answers and whatever is under way. */
  stop(source: Pick<NationalSource, 'nationalStop'>): void {
    if (this.#answers === null) return;
    this.#answers = null;
    void source.nationalStop(++this.#turn).catch(() => undefined);
  }

  /** Asks where the house number of a town's answer lies; a later call or `forgetRefinement` wins. */
  refine(offline: Candidate, answer: () => Promise<RefineResult>): void {
    const turn = ++this.#refineTurn;
    this.#refinement = { offline, result: null };
    void answer()
      .catch((): RefineResult => ({ kind: 'unreachable' }))
      .then((result) => {
        if (turn !== this.#refineTurn) return;
        this.#refinement = result.kind === 'not-asked' ? null : { offline, result };
      });
  }

  forgetRefinement(): void {
    this.#refineTurn++;
    this.#refinement = null;
  }
}

function known(id: string): string {
  if (!nationalRasters.some((raster) => raster.id === id)) throw new Error(`no national map "${id}"`);
  return id;
}
