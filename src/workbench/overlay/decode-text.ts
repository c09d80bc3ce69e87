/**
 * Text of a file in the encodings Japanese offices use: UTF-8, UTF-16 with a mark, else CP932 (Shift_JIS).
 * CP932 is only the answer when the bytes are no UTF-8: almost no CP932 text is valid UTF-8 by accident.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: 'utf-8' | 'utf-16' | 'cp932' } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
  const utf8 = decodeStrictly(bytes);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  return { text: new TextDecoder('shift_jis').decode(bytes), encoding: 'cp932' };
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** True when the bytes outside ASCII form valid UTF-8; pure ASCII is UTF-8 too. */
export function isUtf8(bytes: Uint8Array): boolean {
  return decodeStrictly(bytes) !== null;
}
