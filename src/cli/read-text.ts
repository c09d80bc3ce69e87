import { createReadStream } from 'node:fs';
import { Failure } from './command.js';

export const encodings = ['utf-8', 'shift_jis'] as const;
export type Encoding = (typeof encodings)[number];

/**
 * The text of a file (or of stdin for `-`), piece by piece.
 * Lists from offices are often in CP932: without a word on it, the first piece that is not plain ASCII tells.
 */
export async function* readText(
  path: string,
  encoding: Encoding | null,
  input: AsyncIterable<Uint8Array>,
): AsyncGenerator<string> {
  const stream: AsyncIterable<Uint8Array> =
    path === '-' ? input : createReadStream(path, { highWaterMark: 1 << 18 });
  let decoder = encoding && new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of stream) {
      if (!decoder && chunk.every((byte) => byte < 0x80)) {
        yield Buffer.from(chunk).toString('latin1');
        continue;
      }
      decoder ??= new TextDecoder(looksLikeUtf8(chunk) ? 'utf-8' : 'shift_jis', { fatal: true });
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder?.decode() ?? '';
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Failure(`${path}: no such file`);
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new Failure(`${path}: neither UTF-8 nor Shift_JIS text; say --encoding`);
    throw new Failure(`${path}: ${message}`);
  }
}

function looksLikeUtf8(chunk: Uint8Array): boolean {
  try {
    // Streaming: a character cut off at the end of the chunk is no error.
    new TextDecoder('utf-8', { fatal: true }).decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}
