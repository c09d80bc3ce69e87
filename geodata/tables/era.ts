/** First year of each era less one: S1 = 1926. */
const eraOffset: Readonly<Record<string, number>> = { S: 1925, H: 1988, R: 2018 };

function year(era: string, count: string): number | null {
  const offset = eraOffset[era];
  return offset === undefined ? null : offset + (count === '元' ? 1 : Number(count));
}

/** `S56.9` → `1981-09`, `H元.4` → `1989-04`, `S41.7.1` → `1966-07-01`; null when it is not such a date. */
export function eraToIso(printed: string): string | null {
  const match = /^([SHR])(元|\d{1,2})\.(\d{1,2})(?:\.(\d{1,2}))?$/.exec(printed);
  if (!match) return null;
  const [, era = '', count = '', month = '', day] = match;
  const start = year(era, count);
  if (start === null) return null;
  return [String(start), month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-');
}

/**
 * Fiscal years `R1-R8` → April of the first to March after the last. An open end (`H21-`) has null
 * as its end; null when it is no such period.
 */
export function fiscalPeriodToIso(printed: string): { start: string; end: string | null } | null {
  const match = /^([SHR])(元|\d{1,2})-(?:([SHR])(元|\d{1,2}))?$/.exec(printed);
  if (!match) return null;
  const [, startEra = '', startCount = '', endEra, endCount] = match;
  const start = year(startEra, startCount);
  if (start === null) return null;
  const end = endEra && endCount ? year(endEra, endCount) : null;
  return { start: `${start}-04`, end: end === null ? null : `${end + 1}-03` };
}
