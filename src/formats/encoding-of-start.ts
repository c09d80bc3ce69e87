/** What a text may be in, by the web's names. */
export type TextEncoding = 'utf-8' | 'shift_jis' | 'utf-16le' | 'utf-16be';

export interface StartOfText {
  encoding: TextEncoding | 'binary';
  /** Bytes of a mark that are no text. */
  skip: number;
  /** Nothing but plain ASCII so far: the encoding is still open. */
  ascii: boolean;
}

/** The byte-order mark as a letter: first in a text of UTF-16, and of UTF-8 where a spreadsheet is to know it. */
export const byteOrderMark = '\ufeff';

/** A text without the mark some programs put first. */
export const withoutMark = (text: string): string =>
  text.startsWith(byteOrderMark) ? text.slice(byteOrderMark.length) : text;

const utf8Mark = [0xef, 0xbb, 0xbf];

/** Whether bytes begin with UTF-8's mark. */
export const hasUtf8Mark = (bytes: Uint8Array): boolean => utf8Mark.every((byte, at) => bytes[at] === byte);

/** How many bytes of a file's beginning are looked at. */
export const lookedAtBytes = 2000;

/**
 * UTF-16 by its mark, or without one where the beginning is text so and no text otherwise: command line and page ask
 * here. @param bytes the file's first, at least `lookedAtBytes` where there are so many
 * @returns null for every other encoding; `skip`: bytes of the mark
 */
export function utf16Start(bytes: Uint8Array): { encoding: 'utf-16le' | 'utf-16be'; skip: 0 | 2 } | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', skip: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', skip: 2 };
  const start = bytes.subarray(0, Math.min(bytes.length, lookedAtBytes) & ~1);
  const zeros = [0, 0];
  for (const [at, byte] of start.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // Every line end, comma and figure has a zero byte on one side, and no letter has one on the other.
  if ((even === 0) === (odd === 0)) return null;
  const encoding = even === 0 ? 'utf-16le' : 'utf-16be';
  const units = start.length / 2;
  if (Math.max(even, odd) < Math.min(4, units) || units < 2) return null;
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(start, { stream: true });
    return usualLetters.test(text) ? { encoding, skip: 0 } : null;
  } catch {
    return null;
  }
}

/**
 * Letters of tables in Japanese and its neighbours. Text of one byte a letter, taken for UTF-16, has others: a comma or
 * line end with its neighbour is Glagolitic, Gurmukhi or Malayalam.
 */
const usualLetters =
  /^[\t\n\r\u0020-\u007e\u00a0-\u052f\u2010-\u27ff\u2e80-\u33ff\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}\u{1f000}-\u{1ffff}]*$/u;

/**
 * The encoding of a text that arrives in pieces, by the first piece that shows it.
 * @param isFirst the file's first bytes are in it, where a mark would stand
 */
export function encodingOfStart(bytes: Uint8Array, isFirst: boolean): StartOfText {
  const utf16 = isFirst ? utf16Start(bytes) : null;
  if (utf16) return { ...utf16, ascii: false };
  if (bytes.includes(0)) return { encoding: 'binary', skip: 0, ascii: false };
  const marked = isFirst && hasUtf8Mark(bytes);
  const text = marked ? bytes.subarray(utf8Mark.length) : bytes;
  // Some programs put UTF-8's mark before CP932.
  if (!marked && text.every((byte) => byte < 0x80)) return { encoding: 'utf-8', skip: 0, ascii: true };
  return {
    encoding: isUtf8Start(text) ? 'utf-8' : 'shift_jis',
    skip: marked ? utf8Mark.length : 0,
    ascii: false,
  };
}

function isUtf8Start(bytes: Uint8Array): boolean {
  try {
    // Streaming: a character cut off at the end of the piece is no error.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
