import { nationalRasters } from '../catalog/national.js';
import type { Candidate } from '../search/candidate.js';
import type { AppState } from '../state/app-state.svelte.js';
import type { DataClient } from '../thread/client.js';

type NationalClient = Pick<DataClient, 'nationalHazard' | 'nationalElevation' | 'nationalStop' | 'refine'>;

/** Questions to national services: only while the reader's switch is on and a network is there. */
export class NationalServices {
  readonly #app: AppState;
  readonly #client: NationalClient;

  constructor(app: AppState, client: NationalClient) {
    this.#app = app;
    this.#client = client;
  }

  get #allowed(): boolean {
    return this.#app.national.enabled && this.#app.networkStatus.online;
  }

  /** Asks about the point of the report; call it whenever the report, the switch or the network changes. */
  update(): void {
    const { national, report } = this.#app;
    const answer = report.report;
    if (!this.#allowed || answer === null || !answer.inCity) national.stop(this.#client);
    else national.ask(answer.position, today(), this.#client);
  }

  /** Asks once more what could not be reached. */
  retry(): void {
    for (const { id } of nationalRasters) this.#app.national.succeed(id);
    this.update();
  }

  /** A place was chosen by search: asks where its house number lies, when there is one. */
  refine(candidate: Candidate): void {
    const { national } = this.#app;
    if (this.#allowed && candidate.rest !== '' && candidate.position !== null)
      national.refine(candidate, () => this.#client.refine(candidate));
    else national.forgetRefinement();
  }
}

/** The reader's own calendar day, ISO. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
