import { bytesSource, pieces, wholeOf, type ByteSource } from './byte-source.js';
import { hasUtf8Mark, lookedAtBytes, utf16Start } from './encoding-of-start.js';

/** The encodings Japanese offices write. CP932 is Windows' Shift_JIS. */
export type Encoding = 'UTF-8' | 'UTF-16' | 'CP932';

/** The web's labels. */
const decoderOf = { 'UTF-8': 'utf-8', CP932: 'shift_jis' } as const;

/**
 * Text of a file: UTF-16 by its mark or its zero bytes, UTF-8 where the bytes are valid UTF-8, else CP932. Almost no CP932 text is
 * valid UTF-8 by accident. A byte-order mark is taken off.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const utf16 = utf16Start(bytes);
  if (utf16) return { text: new TextDecoder(utf16.encoding).decode(bytes), encoding: 'UTF-16' };
  const utf8 = decodeStrictly(bytes);
  if (utf8 !== null) return { text: utf8, encoding: 'UTF-8' };
  // Some programs put UTF-8's mark before CP932.
  const text = hasUtf8Mark(bytes) ? bytes.subarray(3) : bytes;
  return { text: new TextDecoder(decoderOf.CP932).decode(text), encoding: 'CP932' };
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

/** The encoding of a text of any size, told as `decodeText` tells it, but read in pieces. */
export async function encodingOf(source: ByteSource): Promise<Encoding> {
  if (utf16Start(await source.read(0, lookedAtBytes)) !== null) return 'UTF-16';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of pieces(source)) decoder.decode(piece, { stream: true });
    decoder.decode();
    return 'UTF-8';
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return 'CP932';
  }
}

/** The text as UTF-8, piece by piece. Needed wherever bytes are looked at one by one: in CP932 a second byte may look like a bracket. */
export async function* utf8Pieces(source: ByteSource, encoding: Encoding): AsyncGenerator<Uint8Array> {
  if (encoding === 'UTF-8') {
    yield* pieces(source);
    return;
  }
  const utf16 = encoding === 'UTF-16' ? utf16Start(await source.read(0, lookedAtBytes)) : null;
  const decoder = new TextDecoder(utf16?.encoding ?? decoderOf.CP932);
  const encoder = new TextEncoder();
  for await (const piece of pieces(source)) yield encoder.encode(decoder.decode(piece, { stream: true }));
  yield encoder.encode(decoder.decode());
}

/** The source itself where its text is UTF-8, else a copy of it in UTF-8, for readers that know nothing else. */
export async function asUtf8(source: ByteSource): Promise<ByteSource> {
  if ((await encodingOf(source)) === 'UTF-8') return source;
  const { text } = decodeText(await wholeOf(source));
  return bytesSource(source.name, new TextEncoder().encode(text));
}
