import type { ImportPreview, PreviewStep } from '../../geodata/import/preview-import.js';
import type { ImportLayer } from '../../geodata/import/layers.js';
import { ImportNotStarted, type ImportClient } from './import-client.js';
import type { PreviewRequest } from './import-worker.js';
import type { ApplyResult } from './imported-layers.js';

/** A browser's memory ends sooner than the command line's. */
export const pageLimitMebibytes = 256;

export type JobState =
  | { kind: 'idle' }
  | { kind: 'working'; step: PreviewStep; share: number }
  | { kind: 'previewed'; answer: ImportPreview }
  | { kind: 'too-large' }
  /** The part that reads files did not come. */
  | { kind: 'not-started' }
  /** The thread broke down: usually no memory was left. */
  | { kind: 'broken'; detail: string };

type PreviewSettings = Pick<PreviewRequest, 'tilesUrl' | 'inUse'>;

/** One file on its way through the importer. */
export class ImportJob {
  file = $state.raw<File | null>(null);
  /** null = recognised by the columns. */
  layer = $state<ImportLayer | null>(null);
  crs = $state('');
  asOf = $state('');
  applying = $state(false);
  applied = $state.raw<ApplyResult | null>(null);
  #state = $state.raw<JobState>({ kind: 'idle' });
  #client: ImportClient | null = null;
  readonly #start: () => ImportClient;

  constructor(start: () => ImportClient) {
    this.#start = start;
  }

  get state(): JobState {
    return this.#state;
  }

  /** Another file: nothing of the one before goes on. */
  choose(file: File): void {
    this.cancel();
    this.file = file;
  }

  /** Reads and judges the file; changes nothing outside. */
  async preview({ tilesUrl, inUse }: PreviewSettings): Promise<void> {
    const { file } = this;
    if (!file) return;
    this.cancel();
    if (file.size > pageLimitMebibytes * 2 ** 20) {
      this.#state = { kind: 'too-large' };
      return;
    }
    this.#state = { kind: 'working', step: 'opening', share: 0 };
    const client = this.#start();
    this.#client = client;
    const request = { layer: this.layer, crs: this.crs || null, asOf: this.asOf || null, tilesUrl, inUse };
    const current = () => this.#client === client;
    try {
      const answer = await client.preview(file, request, (step, share) => {
        if (current()) this.#state = { kind: 'working', step, share };
      });
      if (current()) this.#state = { kind: 'previewed', answer };
    } catch (error) {
      if (current() && error instanceof ImportNotStarted) this.#state = { kind: 'not-started' };
      else if (current())
        this.#state = { kind: 'broken', detail: error instanceof Error ? error.message : String(error) };
    } finally {
      if (current()) this.#client = null;
      client.close();
    }
  }

  async apply(text: string, apply: (text: string) => Promise<ApplyResult>): Promise<void> {
    this.applying = true;
    this.applied = await apply(text).catch((error: unknown): ApplyResult => ({
      ok: false,
      reason: error instanceof ImportNotStarted ? 'no-layer' : 'refused',
      detail: String(error),
    }));
    this.applying = false;
  }

  cancel(): void {
    const client = this.#client;
    this.#client = null;
    client?.close();
    this.#state = { kind: 'idle' };
    this.applied = null;
  }
}
