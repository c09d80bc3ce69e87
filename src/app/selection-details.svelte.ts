import type { FeatureReference } from '../catalog/feature-reference.js';
import type { Position } from '../geometry/position.js';
import type { LayerEntry } from '../catalog/layer-entry.js';
import type { AreaReport } from '../report/area-report.js';
import type { TreatmentAnswer } from '../report/site-report-types.js';
import type { DataClient } from '../thread/client.js';
import type { TableRow } from '../service/service.js';
import type { AnswersWithinAccuracy } from '../report-text/within-accuracy.js';
import { answersWithinAccuracy } from './answers-within-accuracy.js';

/** A feature together with the entry that says how to read it. */
export interface LayerRow {
  entry: LayerEntry;
  row: TableRow;
}

/** What is known beside the site report: the area or thing that was chosen, and the centre in charge. */
export class SelectionDetails {
  readonly #client: Pick<DataClient, 'areaReport' | 'feature' | 'report' | 'table'>;
  readonly #catalogue: readonly LayerEntry[];
  #area = $state.raw<AreaReport | null>(null);
  #feature = $state.raw<LayerRow | null>(null);
  #centre = $state.raw<LayerRow | null>(null);
  #withinAccuracy = $state.raw<AnswersWithinAccuracy | null>(null);
  #featureTurn = 0;
  #accuracyTurn = 0;

  constructor(client: DataClient, catalogue: readonly LayerEntry[]) {
    this.#client = client;
    this.#catalogue = catalogue;
  }

  /** The answer for the whole town or ward that was chosen. */
  get area(): AreaReport | null {
    return this.#area;
  }
  /** The feature that was clicked or chosen, with all its fields. */
  get feature(): LayerRow | null {
    return this.#feature;
  }
  /** The treatment centre in charge of the point, with all its fields. */
  get centre(): LayerRow | null {
    return this.#centre;
  }

  /** What lies within the device's accuracy of the place it found; null where the place was chosen. */
  get withinAccuracy(): AnswersWithinAccuracy | null {
    return this.#withinAccuracy;
  }

  /** Asks all around a place the device found; a later call wins. */
  async updateWithinAccuracy(located: { position: Position; accuracyMeters: number } | null): Promise<void> {
    const turn = ++this.#accuracyTurn;
    this.#withinAccuracy = null;
    if (!located) return;
    const { position, accuracyMeters } = located;
    const answers = await answersWithinAccuracy(position, accuracyMeters, (each) =>
      this.#client.report(each),
    );
    if (turn === this.#accuracyTurn) this.#withinAccuracy = answers;
  }

  /** Asks for the chosen feature: a town or ward is answered as an area. A later call wins. */
  async updateFeature(reference: FeatureReference | null): Promise<void> {
    const turn = ++this.#featureTurn;
    this.#area = null;
    this.#feature = null;
    const entry = reference && this.#catalogue.find(({ id }) => id === reference.layer);
    if (!reference || !entry) return;
    if (entry.role === 'town' || entry.role === 'ward') {
      const answer = await this.#client.areaReport(reference.id);
      if (turn === this.#featureTurn && answer.ok) this.#area = answer.report;
      return;
    }
    const geojson = await this.#client.feature(reference.layer, reference.id);
    if (turn !== this.#featureTurn || !geojson) return;
    const row = { id: reference.id, placed: geojson.geometry !== null, properties: geojson.properties ?? {} };
    this.#feature = { entry, row };
  }

  /** Asks for the centre that a certain answer names. */
  async updateCentre(treatment: TreatmentAnswer | null): Promise<void> {
    this.#centre = null;
    const entry = this.#catalogue.find(({ role }) => role === 'treatmentCentre');
    if (!entry || treatment?.certainty !== 'clear') return;
    const rows = (await this.#client.table(entry.id)) ?? [];
    const row = rows.find(({ properties }) => properties['name'] === treatment.centre);
    if (row) this.#centre = { entry, row };
  }
}
