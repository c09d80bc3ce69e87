/** What a text may be in, by the web's names. */
export type TextEncoding = 'utf-8' | 'shift_jis' | 'utf-16le' | 'utf-16be';

export interface StartOfText {
  encoding: TextEncoding | 'binary';
  /** Bytes of a mark that are no text. */
  skip: number;
  /** Nothing but plain ASCII so far: the encoding is still open. */
  ascii: boolean;
}

const utf8Mark = [0xef, 0xbb, 0xbf];

/**
 * The encoding of a text that arrives in pieces, by the first piece that shows it.
 * @param isFirst the file's first bytes are in it, where a mark would stand
 */
export function encodingOfStart(bytes: Uint8Array, isFirst: boolean): StartOfText {
  if (isFirst && bytes[0] === 0xff && bytes[1] === 0xfe)
    return { encoding: 'utf-16le', skip: 2, ascii: false };
  if (isFirst && bytes[0] === 0xfe && bytes[1] === 0xff)
    return { encoding: 'utf-16be', skip: 2, ascii: false };
  if (isFirst && isEveryOther(bytes, 1)) return { encoding: 'utf-16le', skip: 0, ascii: false };
  if (isFirst && isEveryOther(bytes, 0)) return { encoding: 'utf-16be', skip: 0, ascii: false };
  if (bytes.includes(0)) return { encoding: 'binary', skip: 0, ascii: false };
  const marked = isFirst && utf8Mark.every((byte, at) => bytes[at] === byte);
  const text = marked ? bytes.subarray(utf8Mark.length) : bytes;
  // Some programs put UTF-8's mark before CP932.
  if (!marked && text.every((byte) => byte < 0x80)) return { encoding: 'utf-8', skip: 0, ascii: true };
  return {
    encoding: isUtf8Start(text) ? 'utf-8' : 'shift_jis',
    skip: marked ? utf8Mark.length : 0,
    ascii: false,
  };
}

/** UTF-16 without a mark shows in a header of ASCII: every other byte is zero, the ones between are not. */
function isEveryOther(bytes: Uint8Array, first: 0 | 1): boolean {
  const start = bytes.subarray(0, Math.min(bytes.length, 8));
  return start.length >= 4 && start.every((byte, at) => (at % 2 === first) === (byte === 0));
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
