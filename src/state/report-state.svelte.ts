import type { Position } from '../geometry/position.js';
import type { PositionProblem, SiteReport, SiteReportResult } from '../report/site-report-types.js';

export type ReportStatus = 'idle' | 'loading' | 'ready' | 'problem' | 'failed';

/** The answer for the selected point, on its way or here. */
export class ReportState {
  #status = $state<ReportStatus>('idle');
  #report = $state.raw<SiteReport | null>(null);
  #problem = $state<PositionProblem | null>(null);
  #failure = $state<string | null>(null);
  #position = $state.raw<Position | null>(null);
  #turn = 0;

  get status(): ReportStatus {
    return this.#status;
  }
  /** While the next one is loading the former one stays: no flicker. */
  get report(): SiteReport | null {
    return this.#report;
  }
  /** Why the position is no position. */
  get problem(): PositionProblem | null {
    return this.#problem;
  }
  /** The reason the worker gave. */
  get failure(): string | null {
    return this.#failure;
  }
  /** The position asked about, also while the answer is still on its way. */
  get position(): Position | null {
    return this.#position;
  }

  /** A later `ask` or `clear` wins over an earlier answer. Never rejects: a rejection becomes status `failed`. */
  async ask(position: Position, answer: () => Promise<SiteReportResult>): Promise<void> {
    const turn = ++this.#turn;
    this.#position = position;
    this.#status = 'loading';
    try {
      const result = await answer();
      if (turn !== this.#turn) return;
      if (result.ok) this.#settle('ready', { report: result.report });
      else this.#settle('problem', { problem: result.problem });
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#settle('failed', { failure: error instanceof Error ? error.message : String(error) });
    }
  }

  clear(): void {
    this.#turn++;
    this.#position = null;
    this.#settle('idle', {});
  }

  #settle(
    status: ReportStatus,
    outcome: { report?: SiteReport; problem?: PositionProblem; failure?: string },
  ): void {
    this.#status = status;
    this.#report = outcome.report ?? null;
    this.#problem = outcome.problem ?? null;
    this.#failure = outcome.failure ?? null;
  }
}
