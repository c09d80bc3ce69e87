import { foldText, foldedString } from './fold-text.js';
import { numberAt } from './numerals.js';

export interface NormalisedAddress {
  /** One spelling: half-width, hyphens, new kanji, digits in front of 丁目, 番 and 号, no spaces inside. */
  text: string;
  /** `810-0001` when one stood at the start; postal codes are not in the offline data. */
  postalCode: string | null;
  /** The query was longer than what is read (200 characters). */
  truncated: boolean;
}

/** 一丁目八番一号 → 1丁目8番1号; numerals that are part of a name (七隈, 六本松) stay. */
function digitsBeforeUnits(text: string): string {
  return text.replace(/[〇一二三四五六七八九十拾百千壱弐参]{1,6}(?=丁目|番|号|-\d)/gu, (written) => {
    const number = numberAt(written, 0);
    return number && number.length === written.length ? String(number.value) : written;
  });
}

/**
 * Brings an address as people write it to one form: width, kana, dashes (８−１, 8ー1, 8の1), old kanji,
 * numerals, spaces. Knows no gazetteer, so it cannot tell a ward from a town; `search` does.
 * Takes any text, throws nothing.
 */
export function normaliseAddress(text: string): NormalisedAddress {
  const folded = foldText(text);
  const plain = foldedString(folded).trim();
  const postal = /^〒?\s*(\d{3})-?(\d{4})(?![\d-])\s*/.exec(plain);
  const rest = (postal ? plain.slice(postal[0].length) : plain)
    .replace(/\s*,\s*/g, ',')
    // Between Japanese characters a space only separates; between Latin words it belongs.
    .replace(/(?<=[^a-z\d.,])\s+|\s+(?=[^a-z\d.,])/g, '');
  return {
    text: digitsBeforeUnits(rest),
    postalCode: postal ? `${postal[1]}-${postal[2]}` : null,
    truncated: (folded.end.at(-1) ?? 0) < text.trimEnd().length,
  };
}
