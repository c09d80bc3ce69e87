import type { Position } from '../../geometry/position.js';
import { positionOfRow } from '../../geometry/table-features.js';
import type { BatchAnswer, BatchInput } from '../../service/batch.js';
import type { SiteRow } from './parse-sites.js';

/** The functions of the data worker this needs. */
export interface SiteAnswerer {
  batch(rows: readonly BatchInput[]): Promise<BatchAnswer[]>;
  /** Where an address was found; null = nowhere, or its place is not published. */
  locate(address: string): Promise<Position | null>;
}

export interface AnsweredSite {
  row: SiteRow;
  answer: BatchAnswer;
  position: Position | null;
}

/** Rows asked at a time: small enough for a moving bar and a quick stop, large enough to keep the thread busy. */
const atOnce = 50;

/**
 * Answers for every row, in order. `signal` stops between portions and what is done is returned.
 * A row that cannot be answered carries its reason in `error`.
 */
export async function answerSites(
  rows: readonly SiteRow[],
  answerer: SiteAnswerer,
  options: { signal: AbortSignal; onProgress(done: number, total: number): void },
): Promise<AnsweredSite[]> {
  const answered: AnsweredSite[] = [];
  for (let from = 0; from < rows.length && !options.signal.aborted; from += atOnce) {
    const portion = rows.slice(from, from + atOnce);
    const [answers, positions] = await Promise.all([
      answerer.batch(portion.map(({ longitude, latitude, address }) => ({ longitude, latitude, address }))),
      Promise.all(portion.map((row) => positionOf(row, answerer))),
    ]);
    for (const [index, row] of portion.entries()) {
      const answer = answers[index];
      if (answer)
        answered.push({
          row,
          answer, // Answered in part is answered: only a row without any answer has no place.
          position: answer.data_version === null ? null : (positions[index] ?? null),
        });
    }
    options.onProgress(answered.length, rows.length);
  }
  return answered;
}

async function positionOf(row: SiteRow, answerer: SiteAnswerer): Promise<Position | null> {
  if (row.longitude !== '' || row.latitude !== '') return positionOfRow(row);
  return row.address === '' ? null : answerer.locate(row.address);
}
