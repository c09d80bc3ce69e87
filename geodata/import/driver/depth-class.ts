/** A class of water depth in metres; `maxMeters` null = open at the top. */
export interface DepthClass {
  minMeters: number;
  maxMeters: number | null;
}

/** A longer number is no depth of water. */
const number = String.raw`(\d{1,4}(?:\.\d{1,4})?)`;
const unit = String.raw`(m|cm)?`;
const between = new RegExp(`^${number}${unit}(?:以上[~、,]?|[~、,])${number}${unit}(?:未満|以下)?$`);
const below = new RegExp(`^~?${number}${unit}(?:未満|以下)$`);
const above = new RegExp(`^${number}${unit}(?:以上|超|~)$`);

/** Width, spaces and the many ways to write "metre" brought to one form. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .toLowerCase()
    .replace(/メートル/g, 'm')
    .replace(/センチm?/g, 'cm')
    .replace(/[〜～∼–—−―-]/g, '~')
    .replace(/から|より/g, '~')
    .replace(/まで/g, '')
    .replace(/を?超え/g, '超');
}

const meters = (value: string, name: string | undefined) =>
  name === 'cm' ? Number(value) / 100 : Number(value);

/**
 * Reads a depth class as municipalities write it: `0.3m未満`, `１ｍ以上３ｍ未満`, `0.5～3.0m`, `50cm以上1m未満`, `20m以上`.
 * Breaks differ from city to city, so nothing is looked up. Null for anything else: unknown is never zero.
 */
export function parseDepthClass(text: string): DepthClass | null {
  const form = plain(text);
  const range = between.exec(form);
  if (range) {
    // `0.5~3m`: the first number has the second one's unit.
    const minMeters = meters(range[1] ?? '', range[2] ?? range[4]);
    const maxMeters = meters(range[3] ?? '', range[4] ?? range[2]);
    const named = range[2] !== undefined || range[4] !== undefined;
    return named && minMeters < maxMeters ? { minMeters, maxMeters } : null;
  }
  const low = below.exec(form);
  if (low) {
    const maxMeters = meters(low[1] ?? '', low[2]);
    return low[2] !== undefined && maxMeters > 0 ? { minMeters: 0, maxMeters } : null;
  }
  const high = above.exec(form);
  if (high)
    return high[2] === undefined ? null : { minMeters: meters(high[1] ?? '', high[2]), maxMeters: null };
  return null;
}

/** `1m以上3m未満`, from the numbers alone. */
export function depthClassName({ minMeters, maxMeters }: DepthClass): string {
  if (maxMeters === null) return `${minMeters}m以上`;
  return minMeters === 0 ? `${maxMeters}m未満` : `${minMeters}m以上${maxMeters}m未満`;
}

export function depthClassNameEn({ minMeters, maxMeters }: DepthClass): string {
  if (maxMeters === null) return `${minMeters} m or more`;
  return minMeters === 0 ? `under ${maxMeters} m` : `${minMeters} to under ${maxMeters} m`;
}
