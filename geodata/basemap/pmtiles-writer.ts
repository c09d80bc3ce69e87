import { gzipSync, strToU8 } from 'fflate';
import { zxyToTileId } from 'pmtiles';

/** One tile of an archive: bytes before packing. */
export interface ArchiveTile {
  z: number;
  x: number;
  y: number;
  bytes: Uint8Array;
}

export interface ArchiveAbout {
  minZoom: number;
  maxZoom: number;
  /** [west, south, east, north] in degrees */
  bounds: readonly [number, number, number, number];
  centre: { longitude: number; latitude: number; zoom: number };
  /** Written into the archive as JSON: `vector_layers`, `attribution` and what else a reader should know. */
  metadata: Readonly<Record<string, unknown>>;
}

interface Entry {
  id: number;
  offset: number;
  length: number;
  run: number;
}

const headerBytes = 127;
/** The root directory must lie in the first 16,384 bytes, which every reader asks for at once. */
const rootBytes = 16_384 - headerBytes;
const packed = { gzip: 2, mvt: 1 } as const;
const pack = (bytes: Uint8Array) => gzipSync(bytes, { level: 9, mtime: 0 });

/**
 * A PMTiles archive, version 3 (github.com/protomaps/PMTiles, spec/v3): gzip inside, tiles of MVT in the order of their
 * ids, equal ones once. The same tiles give the same bytes on every machine: it is packed by fflate, which uses no
 * library of the machine.
 * @throws RangeError where the directory is too large for one root with leaves
 */
export function writePmtiles(tiles: readonly ArchiveTile[], about: ArchiveAbout): Uint8Array {
  const ordered = tiles
    .map((tile) => ({ id: zxyToTileId(tile.z, tile.x, tile.y), bytes: tile.bytes }))
    .sort((a, b) => a.id - b.id);
  const entries: Entry[] = [];
  const contents: Uint8Array[] = [];
  const known = new Map<string, { offset: number; length: number }>();
  let dataLength = 0;
  for (const { id, bytes } of ordered) {
    const content = pack(bytes);
    const key = Buffer.from(content).toString('latin1');
    let place = known.get(key);
    if (!place) {
      place = { offset: dataLength, length: content.length };
      known.set(key, place);
      contents.push(content);
      dataLength += content.length;
    }
    const last = entries.at(-1);
    if (last && last.offset === place.offset && last.id + last.run === id) last.run++;
    else entries.push({ id, ...place, run: 1 });
  }
  const { root, leaves } = directories(entries);
  const metadata = pack(strToU8(JSON.stringify(about.metadata)));
  const header = headerOf({
    about,
    lengths: [root.length, metadata.length, leaves.length, dataLength],
    counts: [ordered.length, entries.length, contents.length],
  });
  return concatenated([header, root, metadata, leaves, ...contents]);
}

/** One directory, or a root of leaves where one would not fit into the first request. */
function directories(entries: readonly Entry[]): { root: Uint8Array; leaves: Uint8Array } {
  const whole = directory(entries);
  if (whole.length <= rootBytes) return { root: whole, leaves: new Uint8Array(0) };
  for (let size = 4096; size < entries.length; size *= 2) {
    const leaves: Uint8Array[] = [];
    const pointers: Entry[] = [];
    let offset = 0;
    for (let at = 0; at < entries.length; at += size) {
      const part = entries.slice(at, at + size);
      const leaf = directory(part);
      // A run of none: what it points to is a directory.
      pointers.push({ id: (part[0] as Entry).id, offset, length: leaf.length, run: 0 });
      leaves.push(leaf);
      offset += leaf.length;
    }
    const root = directory(pointers);
    if (root.length <= rootBytes) return { root, leaves: concatenated(leaves) };
  }
  throw new RangeError(`${entries.length} tiles are too many for one archive`);
}

function directory(entries: readonly Entry[]): Uint8Array {
  const numbers: number[] = [entries.length];
  entries.forEach(({ id }, index) => numbers.push(id - (entries[index - 1]?.id ?? 0)));
  for (const { run } of entries) numbers.push(run);
  for (const { length } of entries) numbers.push(length);
  entries.forEach(({ offset }, index) => {
    const before = entries[index - 1];
    // 0: right behind the one before.
    numbers.push(before && before.offset + before.length === offset ? 0 : offset + 1);
  });
  return pack(Uint8Array.from(numbers.flatMap(varint)));
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return [...bytes, rest];
}

function headerOf(parts: {
  about: ArchiveAbout;
  /** Root, metadata, leaves, tiles: they lie in this order. */
  lengths: readonly [number, number, number, number];
  /** Addressed tiles, entries, contents. */
  counts: readonly [number, number, number];
}): Uint8Array {
  const { about, lengths, counts } = parts;
  const header = new Uint8Array(headerBytes);
  const view = new DataView(header.buffer);
  header.set(strToU8('PMTiles'));
  view.setUint8(7, 3);
  let offset = headerBytes;
  lengths.forEach((length, index) => {
    view.setBigUint64(8 + index * 16, BigInt(offset), true);
    view.setBigUint64(16 + index * 16, BigInt(length), true);
    offset += length;
  });
  counts.forEach((count, index) => view.setBigUint64(72 + index * 8, BigInt(count), true));
  const { minZoom, maxZoom, bounds, centre } = about;
  header.set([1, packed.gzip, packed.gzip, packed.mvt, minZoom, maxZoom], 96);
  const degrees = (at: number, value: number) => view.setInt32(at, Math.round(value * 1e7), true);
  bounds.forEach((value, index) => degrees(102 + index * 4, value));
  view.setUint8(118, centre.zoom);
  degrees(119, centre.longitude);
  degrees(123, centre.latitude);
  return header;
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
