import type { LayerEntry } from '../catalog/layer-entry.js';
import type { AreaReport } from '../report/area-report.js';
import type { TreatmentAnswer } from '../report/site-report.js';
import type { FeatureReference } from '../state/selection-state.svelte.js';
import type { LongitudeLatitude } from '../state/view-state.svelte.js';
import type { DataClient } from '../thread/client.js';
import type { TableRow } from '../service/service.js';
import type { LocatedCircle } from '../report-text/located.js';
import { lookAround } from './around.js';

/** A feature together with the entry that says how to read it. */
export interface LayerRow {
  entry: LayerEntry;
  row: TableRow;
}

/** What is known beside the site report: the area or thing that was chosen, and the centre in charge. */
export class About {
  readonly #client: Pick<DataClient, 'areaReport' | 'feature' | 'report' | 'table'>;
  readonly #catalogue: readonly LayerEntry[];
  #area = $state.raw<AreaReport | null>(null);
  #picked = $state.raw<LayerRow | null>(null);
  #centre = $state.raw<LayerRow | null>(null);
  #around = $state.raw<LocatedCircle | null>(null);
  #turn = 0;
  #lookTurn = 0;

  constructor(client: DataClient, catalogue: readonly LayerEntry[]) {
    this.#client = client;
    this.#catalogue = catalogue;
  }

  /** The answer for the whole town or ward that was chosen. */
  get area(): AreaReport | null {
    return this.#area;
  }
  /** The feature that was clicked or chosen, with all its fields. */
  get picked(): LayerRow | null {
    return this.#picked;
  }
  /** The treatment centre in charge of the point, with all its fields. */
  get centre(): LayerRow | null {
    return this.#centre;
  }

  /** What lies within the device's accuracy of the place it found; null where the place was chosen. */
  get around(): LocatedCircle | null {
    return this.#around;
  }

  /** Asks all around a place the device found; a later call wins. */
  async look(located: { position: LongitudeLatitude; accuracyMeters: number } | null): Promise<void> {
    const turn = ++this.#lookTurn;
    this.#around = null;
    if (!located) return;
    const { position, accuracyMeters } = located;
    const around = await lookAround(position, accuracyMeters, (each) => this.#client.report(each));
    if (turn === this.#lookTurn) this.#around = around;
  }

  /** Asks for the chosen feature: a town or ward is answered as an area. A later call wins. */
  async pick(reference: FeatureReference | null): Promise<void> {
    const turn = ++this.#turn;
    this.#area = null;
    this.#picked = null;
    const entry = reference && this.#catalogue.find(({ id }) => id === reference.layer);
    if (!reference || !entry) return;
    if (entry.role === 'town' || entry.role === 'ward') {
      const answer = await this.#client.areaReport(reference.id);
      if (turn === this.#turn && answer.ok) this.#area = answer.report;
      return;
    }
    const feature = await this.#client.feature(reference.layer, reference.id);
    if (turn !== this.#turn || !feature) return;
    const row = { id: reference.id, placed: feature.geometry !== null, properties: feature.properties ?? {} };
    this.#picked = { entry, row };
  }

  /** Asks for the centre that a certain answer names. */
  async follow(treatment: TreatmentAnswer | null): Promise<void> {
    this.#centre = null;
    const entry = this.#catalogue.find(({ role }) => role === 'treatmentCentre');
    if (!entry || treatment?.certainty !== 'clear') return;
    const rows = (await this.#client.table(entry.id)) ?? [];
    const row = rows.find(({ properties }) => properties['name'] === treatment.centre);
    if (row) this.#centre = { entry, row };
  }
}
