/** The municipality whose rows are taken: 全国地方公共団体コード without the check digit. */
export const municipality = {
  code: '40130',
  name: '福岡市',
  prefecture: '福岡県',
  prefectureCode: '40',
  wards: new Map([
    ['40131', '東区'],
    ['40132', '博多区'],
    ['40133', '中央区'],
    ['40134', '南区'],
    ['40135', '西区'],
    ['40136', '城南区'],
    ['40137', '早良区'],
  ]),
} as const;

/** A code as published (number, full width, with or without its check digit) → five digits, or null. */
export function fiveDigitCode(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const digits = String(value).normalize('NFKC').trim();
  if (!/^\d{4,6}$/.test(digits)) return null;
  return digits.length === 6 ? digits.slice(0, 5) : digits.padStart(5, '0');
}

/** True for the city's own code and for those of its wards. */
export function isOwnCode(value: unknown): boolean {
  const code = fiveDigitCode(value);
  return code !== null && (code === municipality.code || municipality.wards.has(code));
}

/** Ward a Japanese address names: 福岡県福岡市中央区… → 中央区. */
export function wardInAddress(address: string): string | null {
  const plain = address.normalize('NFKC').replace(/\s/g, '');
  const own = new RegExp(`^(?:${municipality.prefecture})?${municipality.name}(.+?区)`).exec(plain)?.[1];
  return own !== undefined && [...municipality.wards.values()].includes(own) ? own : null;
}
