import type { ByteSource } from '../byte-source.js';
import { decodeText } from '../decode-text.js';
import { mebibytes, type Limits } from '../limits.js';
import { ReadFailure } from '../read-failure.js';

/** One file of a zip, as the central directory describes it. */
export interface ZipEntry {
  /** Path as written, CP932 or UTF-8, with `/` between folders. Never used as a path on disk. */
  path: string;
  /** Packed with a password. */
  encrypted: boolean;
  method: number;
  packedBytes: number;
  unpackedBytes: number;
  /** Where its local header begins. */
  offset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endBytes = 22;
const utf8Flag = 0x0800;
const encryptedFlag = 0x0001;

/** The end-of-directory record, searched from the back: a comment may follow it. */
async function findEnd(source: ByteSource): Promise<DataView> {
  const length = Math.min(source.size, endBytes + 0xffff);
  const tail = await source.read(source.size - length, length);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  for (let at = tail.length - endBytes; at >= 0; at--)
    if (view.getUint32(at, true) === endSignature)
      return new DataView(tail.buffer, tail.byteOffset + at, endBytes);
  throw new ReadFailure({ reason: 'zip-broken' });
}

/** Lists a zip without unpacking it. @throws ReadFailure for too many entries, zip64, or a damaged directory */
export async function readZipDirectory(source: ByteSource, limits: Limits): Promise<ZipEntry[]> {
  const end = await findEnd(source);
  const count = end.getUint16(10, true);
  const size = end.getUint32(12, true);
  const start = end.getUint32(16, true);
  if (count === 0xffff || size === 0xffffffff || start === 0xffffffff)
    throw new ReadFailure({ reason: 'zip-unsupported', detail: 'zip64' });
  if (count > limits.zipEntries)
    throw new ReadFailure({ reason: 'zip-too-many-entries', count, limit: limits.zipEntries });
  const bytes = await source.read(start, size);
  if (bytes.length < size) throw new ReadFailure({ reason: 'zip-broken' });
  return parseEntries(bytes, count);
}

/**
 * Refuses what is not worth unpacking: encrypted, packed too well to be data (a bomb), or too large together.
 * @param entries those that are to be taken out; others may be what they like
 * @throws ReadFailure
 */
export function requireUnpackable(entries: readonly ZipEntry[], limits: Limits): void {
  if (entries.some(({ encrypted }) => encrypted)) throw new ReadFailure({ reason: 'zip-encrypted' });
  const bomb = entries.find(
    ({ packedBytes, unpackedBytes }) =>
      unpackedBytes > limits.ratioFromBytes && unpackedBytes > packedBytes * limits.packingRatio,
  );
  if (bomb)
    throw new ReadFailure({
      reason: 'zip-bomb',
      entry: `${bomb.path}: ${bomb.packedBytes} → ${bomb.unpackedBytes} bytes`,
    });
  const total = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (total > limits.unpackedBytes)
    throw new ReadFailure({
      reason: 'zip-too-large',
      megabytes: mebibytes(total),
      limitMegabytes: mebibytes(limits.unpackedBytes),
    });
}

function parseEntries(bytes: Uint8Array, count: number): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: ZipEntry[] = [];
  let next = 0;
  for (let number = 0; number < count; number++) {
    const at = next;
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature)
      throw new ReadFailure({ reason: 'zip-broken' });
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const name = bytes.subarray(at + 46, at + 46 + nameLength);
    const written = (flags & utf8Flag) === 0 ? decodeText(name).text : new TextDecoder().decode(name);
    // Windows tools write backslashes; in CP932 a second byte may look like one, so only after decoding.
    const path = written.replaceAll('\\', '/');
    if (path.endsWith('/') || path.startsWith('__MACOSX/')) continue;
    entries.push({
      path,
      encrypted: (flags & encryptedFlag) !== 0,
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
  }
  return entries;
}
