import { Inflate } from 'fflate';
import { decodeText } from './decode-text.js';
import { limits, megabytes } from './limits.js';
import { OverlayFailure } from './overlay.js';

export interface ZipEntry {
  name: string;
  packedBytes: number;
  unpackedBytes: number;
  method: number;
  encrypted: boolean;
  offset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;

/**
 * The entries of a zip by its central directory, before anything is unpacked: a bomb is refused by what it
 * declares here, and by what it really yields in `unzipEntry`. Throws OverlayFailure.
 */
export function listZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) throw new OverlayFailure({ reason: 'zip-broken' });
  const count = view.getUint16(end + 10, true);
  if (count > limits.zipEntries)
    throw new OverlayFailure({ reason: 'zip-too-many', count, limit: limits.zipEntries });
  let offset = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (offset + 46 > bytes.length || view.getUint32(offset, true) !== entrySignature)
      throw new OverlayFailure({ reason: 'zip-broken' });
    const nameLength = view.getUint16(offset + 28, true);
    const flags = view.getUint16(offset + 8, true);
    const entry: ZipEntry = {
      // Windows writes CP932 names without the UTF-8 flag; decoding by content serves both.
      name: decodeText(bytes.subarray(offset + 46, offset + 46 + nameLength)).text.replaceAll('\\', '/'),
      packedBytes: view.getUint32(offset + 20, true),
      unpackedBytes: view.getUint32(offset + 24, true),
      method: view.getUint16(offset + 10, true),
      encrypted: (flags & 1) === 1,
      offset: view.getUint32(offset + 42, true),
    };
    total += entry.unpackedBytes;
    if (total > limits.unpackedBytes)
      throw new OverlayFailure({
        reason: 'zip-bomb',
        megabytes: megabytes(total),
        limitMegabytes: megabytes(limits.unpackedBytes),
      });
    if (!entry.name.endsWith('/') && !entry.name.startsWith('__MACOSX/')) entries.push(entry);
    offset += 46 + nameLength + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number {
  // The end record is followed by a comment of at most 65,535 bytes.
  const lowest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= lowest; at--)
    if (view.getUint32(at, true) === endSignature) return at;
  return -1;
}

/** One entry's bytes. Stops as soon as it yields more than it declared: a directory can lie. */
export function unzipEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.encrypted) throw new OverlayFailure({ reason: 'zip-encrypted' });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== localSignature)
    throw new OverlayFailure({ reason: 'zip-broken' });
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (start + entry.packedBytes > bytes.length) throw new OverlayFailure({ reason: 'zip-broken' });
  const packed = bytes.subarray(start, start + entry.packedBytes);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new OverlayFailure({ reason: 'zip-broken' });
  // Deflate packs 1,032 times at the very most: room for more is never set aside.
  if (entry.unpackedBytes > entry.packedBytes * 1_032 + 64)
    throw new OverlayFailure({
      reason: 'zip-bomb',
      megabytes: megabytes(entry.unpackedBytes),
      limitMegabytes: megabytes(entry.packedBytes * 1_032),
    });
  return inflate(packed, entry.unpackedBytes);
}

function inflate(packed: Uint8Array, expectedBytes: number): Uint8Array {
  const out = new Uint8Array(expectedBytes);
  let written = 0;
  const stream = new Inflate((chunk) => {
    if (written + chunk.length > expectedBytes)
      throw new OverlayFailure({
        reason: 'zip-bomb',
        megabytes: megabytes(written + chunk.length),
        limitMegabytes: megabytes(expectedBytes),
      });
    out.set(chunk, written);
    written += chunk.length;
  });
  const step = 1 << 16;
  try {
    for (let at = 0; at < packed.length; at += step)
      stream.push(packed.subarray(at, at + step), at + step >= packed.length);
  } catch (error) {
    if (error instanceof OverlayFailure) throw error;
    throw new OverlayFailure({ reason: 'zip-broken' });
  }
  if (written !== expectedBytes) throw new OverlayFailure({ reason: 'zip-broken' });
  return out;
}
