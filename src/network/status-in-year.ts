import { fiscalYearOf, type FiscalYear } from './fiscal-year.js';

/** What the layer says of a sewer; times as ISO year-months. */
export interface SewerTimes {
  status: 'planned' | 'under-way' | 'in-service' | 'unknown';
  periodStart: string | null;
  periodEnd: string | null;
  /** ISO date the status is as of. */
  asOf: string;
}

/**
 * - `before`: the works it belongs to had not begun
 * - `planned`: in a plan whose period runs, its own progress not said
 * - `under-way`, `in-service`: as the documents say, or said of the period
 * - `due`: the plan's period is over by then; whether it will be built is not known today
 * - `unknown`: the documents do not say
 */
export const yearStatuses = ['before', 'planned', 'under-way', 'in-service', 'due', 'unknown'] as const;
export type YearStatus = (typeof yearStatuses)[number];

export interface StatusInYear {
  status: YearStatus;
  /** true: beyond the document's own year, so what the plan intends, not what happened. */
  intended: boolean;
  /** Works on a sewer that already serves (earthquake proofing). */
  works: boolean;
}

/** Status of a sewer in a fiscal year, from its period and its status at the document's date. Pure. */
export function statusInYear(sewer: SewerTimes, year: FiscalYear): StatusInYear {
  const known = fiscalYearOf(sewer.asOf) ?? year;
  const start = fiscalYearOf(sewer.periodStart);
  const end = fiscalYearOf(sewer.periodEnd);
  const intended = year > known;
  const inPeriod = start !== null && year >= start && (end === null || year <= end);
  const answer = (status: YearStatus, works = false): StatusInYear => ({ status, intended, works });

  if (sewer.status === 'in-service') {
    // A period that is not over describes works on a sewer already in use, not its building.
    const built = end !== null && end < known;
    if (!built) return answer(year >= known ? 'in-service' : 'unknown', inPeriod && end !== null);
    if (year > end) return answer('in-service');
    if (start === null) return answer('unknown');
    return answer(year < start ? 'before' : 'under-way');
  }
  if (sewer.status === 'unknown' || start === null) return answer('unknown');
  if (year < start) return answer('before');
  if (end !== null && year > end) return answer('due');
  return answer(sewer.status);
}

/** A facility with a known first day of use: pump stations and ponds. */
export function facilityInYear(started: string | null, year: FiscalYear): YearStatus {
  const first = fiscalYearOf(started);
  if (first === null) return 'unknown';
  return year >= first ? 'in-service' : 'before';
}
