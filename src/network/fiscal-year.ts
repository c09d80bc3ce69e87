/** A Japanese fiscal year by the calendar year it begins in: 2004 is 平成16年度, April 2004 to March 2005. */
export type FiscalYear = number;

/** Fiscal year of an ISO date or year-month; null for anything else. */
export function fiscalYearOf(iso: string | null): FiscalYear | null {
  const match = /^(\d{4})-(\d{2})(-\d{2})?$/.exec(iso ?? '');
  if (!match) return null;
  const [year, month] = [Number(match[1]), Number(match[2])];
  return month >= 4 ? year : year - 1;
}

const eras = [
  { letter: 'R', name: '令和', from: 2019 },
  { letter: 'H', name: '平成', from: 1989 },
  { letter: 'S', name: '昭和', from: 1926 },
] as const;

/** 2004 → `H16`, as the city's plans write fiscal years. 2019 began as H31 and is written R1 in its plans. */
export function eraYear(year: FiscalYear): string {
  const era = eras.find(({ from }) => year >= from);
  return era ? `${era.letter}${year - era.from + 1}` : String(year);
}

/** `H16–H24`, `R1–R10`, `H21–` → first and last fiscal year; null where nothing is written. */
export function parseEraPeriod(period: string): { first: FiscalYear | null; last: FiscalYear | null } {
  const [first, last] = period.normalize('NFKC').split(/[–—~〜-]/);
  return { first: parseEraYear(first), last: parseEraYear(last) };
}

function parseEraYear(text: string | undefined): FiscalYear | null {
  const match = /^\s*([RHS])\s*(\d{1,2})\s*$/.exec(text ?? '');
  const era = eras.find(({ letter }) => letter === match?.[1]);
  return era && match ? era.from + Number(match[2]) - 1 : null;
}

/** The slider's span: the first year of レインボープラン博多 to the last of 再構築プラン. */
export const sliderYears = { first: 2004, last: 2043 } as const;
