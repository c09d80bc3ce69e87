import { createReadStream } from 'node:fs';
import { reasonOf } from '../../geodata/disk/disk-failure.js';
import { encodingOfStart, lookedAtBytes, type TextEncoding } from '../formats/encoding-of-start.js';
import { Failure } from './command.js';

export const encodings = ['utf-8', 'shift_jis', 'utf-16le', 'utf-16be'] as const satisfies TextEncoding[];
export type Encoding = (typeof encodings)[number];

/**
 * The text of a file (or of stdin for `-`), piece by piece, as the page reads it: UTF-16, UTF-8, or CP932.
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
    for await (const chunk of withWholeStart(stream)) {
      if (!decoder) {
        const { encoding: found, skip, ascii } = encodingOfStart(chunk.bytes, chunk.isFirst);
        if (found === 'binary') throw new Failure(`${path}: this is no text (it holds zero bytes)`);
        if (ascii) {
          yield Buffer.from(chunk.bytes).toString('latin1');
          continue;
        }
        decoder = new TextDecoder(found, { fatal: true });
        yield decoder.decode(chunk.bytes.subarray(skip), { stream: true });
        continue;
      }
      yield decoder.decode(chunk.bytes, { stream: true });
    }
    yield decoder?.decode() ?? '';
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Failure(`${path}: no such file`);
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new Failure(`${path}: neither UTF-8, Shift_JIS nor UTF-16; say --encoding`);
    throw new Failure(`${path}: ${reasonOf(error)}`);
  }
}

/** A line of one byte a letter, or as much as is looked at: in UTF-16 a line end has a zero byte beside it. */
function showsEncoding(bytes: Uint8Array): boolean {
  if (bytes.length >= lookedAtBytes) return true;
  const lineEnd = bytes.findIndex((byte) => byte === 0x0a || byte === 0x0d);
  return lineEnd >= 0 && lineEnd + 1 < bytes.length && !bytes.includes(0);
}

/**
 * The same bytes, of which the first piece shows the encoding: a pipe may bring them one by one.
 */
async function* withWholeStart(stream: AsyncIterable<Uint8Array>) {
  let start: Uint8Array | null = new Uint8Array();
  for await (const chunk of stream) {
    if (start === null) {
      yield { bytes: chunk, isFirst: false };
      continue;
    }
    const bytes: Uint8Array = start.length === 0 ? chunk : Buffer.concat([start, chunk]);
    if (!showsEncoding(bytes)) start = bytes;
    else {
      start = null;
      yield { bytes, isFirst: true };
    }
  }
  if (start !== null && start.length > 0) yield { bytes: start, isFirst: true };
}
