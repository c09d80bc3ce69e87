import { languageTag, type Locale } from './locale.js';

/** Numbers and dates as one language writes them. Units in words are in the message table. */
export interface Formats {
  /** Grouped digits, at most `digits` after the point (default 1). */
  readonly number: (value: number, digits?: number) => string;
  /** Grouped digits, exactly `digits` after the point: a survey's 1,000.00. */
  readonly fixed: (value: number, digits: number) => string;
  /** Metres in, `850 m` or `2.1 km` out; rounded to what a reader can use. */
  readonly distance: (meters: number) => string;
  /** Exact metres, for levels and depths: `2.57 m`. */
  readonly meters: (value: number) => string;
  /** Hectares in. */
  readonly area: (hectares: number) => string;
  /** ISO date (`2025-03-31`) or year-month (`1981-09`) in; Japanese also names the era. Other text comes back as it is. */
  readonly date: (iso: string) => string;
  /** Fiscal years as the yearbook prints them (`R1-R10`, `H21-`) in, `FY2019–FY2028`, `FY2009–` out. Other text comes back as it is. */
  readonly fiscalPeriod: (text: string) => string;
  /** Degrees with five decimals, about one metre. */
  readonly degrees: (value: number) => string;
}

const eras: readonly { from: string; name: string; firstYear: number }[] = [
  { from: '2019-05-01', name: '令和', firstYear: 2019 },
  { from: '1989-01-08', name: '平成', firstYear: 1989 },
  { from: '1926-12-25', name: '昭和', firstYear: 1926 },
];

/** Era name and year of an ISO date, or null before 昭和. A year-month counts from its first day. */
export function japaneseEra(iso: string): { name: string; year: number } | null {
  const day = iso.length === 7 ? `${iso}-01` : iso;
  const era = eras.find(({ from }) => day >= from);
  return era ? { name: era.name, year: Number(iso.slice(0, 4)) - era.firstYear + 1 } : null;
}

function japaneseDate(iso: string): string {
  const [year = '', month = '', day] = iso.split('-');
  const era = japaneseEra(iso);
  const eraText = era ? `（${era.name}${era.year === 1 ? '元' : era.year}年）` : '';
  return `${Number(year)}年${eraText}${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`;
}

function otherDate(iso: string, tag: string): string {
  const hasDay = iso.length > 7;
  // A date is a day, not a moment: read and written in UTC so that no time zone moves it.
  const moment = new Date(hasDay ? `${iso}T00:00:00Z` : `${iso}-01T00:00:00Z`);
  const day = hasDay ? { day: 'numeric' as const } : {};
  return new Intl.DateTimeFormat(tag === 'en' ? 'en-GB' : tag, {
    year: 'numeric',
    month: 'long',
    ...day,
    timeZone: 'UTC',
  }).format(moment);
}

/** Below 995 m in metres (tens from 100 m on), above in kilometres: 999 m must not become "1,000 m". */
function roundedDistance(meters: number): { value: number; digits: number; unit: 'm' | 'km' } {
  if (meters < 100) return { value: Math.round(meters), digits: 0, unit: 'm' };
  if (meters < 995) return { value: Math.round(meters / 10) * 10, digits: 0, unit: 'm' };
  return { value: meters / 1000, digits: meters < 9950 ? 1 : 0, unit: 'km' };
}

const eraLetters: Readonly<Record<string, string>> = { R: '令和', H: '平成', S: '昭和' };

function fiscalYear(letter: string, yearText: string, locale: Locale): string {
  const era = eras.find(({ name }) => name === eraLetters[letter]);
  if (!era) return `${letter}${yearText}`;
  const year = era.firstYear + Number(yearText) - 1;
  if (locale === 'en') return `FY${year}`;
  if (locale === 'ko') return `${year}년도`;
  if (locale === 'zh') return `${year}年度`;
  return `${era.name}${yearText === '1' ? '元' : yearText}年度（${year}年度）`;
}

/** Grouped digits, at most `digits` after the point. */
export const formatNumber = (tag: string, value: number, digits = 1): string =>
  new Intl.NumberFormat(tag, { maximumFractionDigits: digits }).format(value);

/** The writer of figures of one language. */
export function formats(locale: Locale): Formats {
  const tag = languageTag[locale];
  const number = (value: number, digits?: number) => formatNumber(tag, value, digits);
  const fixed = (value: number, digits: number) =>
    new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
      value,
    );
  return {
    number,
    fixed,
    distance(meters) {
      const { value, digits, unit } = roundedDistance(meters);
      return `${fixed(value, digits)} ${unit}`;
    },
    meters: (value) => `${number(value, 2)} m`,
    area: (hectares) => `${number(hectares, hectares < 10 ? 1 : 0)} ha`,
    date(iso) {
      if (!/^\d{4}-\d{2}(-\d{2})?$/.test(iso)) return iso;
      return tag === 'ja' ? japaneseDate(iso) : otherDate(iso, tag);
    },
    fiscalPeriod: (text) =>
      /^[RHS]\d+([–〜~-]([RHS]\d+)?)?$/.test(text)
        ? text
            .replace(/[–〜~-]/, tag === 'ja' ? '〜' : '–')
            .replace(/([RHS])(\d+)/g, (_, letter: string, year: string) => fiscalYear(letter, year, locale))
        : text,
    degrees: (value) => value.toFixed(5),
  };
}
