import { deflateSync } from 'fflate';

const codes = new Map<string, number[]>();
/** CP932 bytes, by turning the decoder's table round. */
export function cp932(text: string): Uint8Array {
  if (codes.size === 0) {
    const decoder = new TextDecoder('shift_jis');
    for (let lead = 0x81; lead <= 0xfc; lead++)
      for (let trail = 0x40; trail <= 0xfc; trail++) {
        const character = decoder.decode(Uint8Array.of(lead, trail));
        if (character.length === 1 && character !== '\ufffd' && !codes.has(character))
          codes.set(character, [lead, trail]);
      }
  }
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0) ?? 0;
      const bytes = code < 0x80 ? [code] : codes.get(character);
      if (!bytes) throw new Error(`${character} is not in CP932`);
      return bytes;
    }),
  );
}

export interface ZipMember {
  path: string;
  data: Uint8Array | string;
  encoding?: 'cp932' | 'utf8';
  /** Sizes to write instead of the true ones. */
  claimed?: { unpacked?: number; packed?: number };
  encrypted?: boolean;
  stored?: boolean;
}

/** A zip as Windows writes it: names in CP932 without the UTF-8 flag, unless told otherwise. */
export function zip(members: readonly ZipMember[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { path, data, encoding = 'cp932', claimed, encrypted = false, stored = false } of members) {
    const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
    const packed = stored ? bytes : deflateSync(bytes);
    const name = encoding === 'cp932' ? cp932(path) : new TextEncoder().encode(path);
    const flags = (encoding === 'utf8' ? 0x800 : 0) | (encrypted ? 1 : 0);
    const head = (signature: number, length: number, at: number) => {
      const buffer = new Uint8Array(length);
      const view = new DataView(buffer.buffer);
      view.setUint32(0, signature, true);
      view.setUint16(at, 20, true);
      view.setUint16(at + 2, flags, true);
      view.setUint16(at + 4, stored ? 0 : 8, true);
      view.setUint32(at + 14, claimed?.packed ?? packed.length, true);
      view.setUint32(at + 18, claimed?.unpacked ?? bytes.length, true);
      view.setUint16(at + 22, name.length, true);
      return { buffer, view };
    };
    const local = head(0x04034b50, 30, 4);
    const entry = head(0x02014b50, 46, 6);
    entry.view.setUint32(42, offset, true);
    parts.push(local.buffer, name, packed);
    directory.push(entry.buffer, name);
    offset += 30 + name.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, members.length, true);
  view.setUint16(10, members.length, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return Buffer.concat([...parts, ...directory, end]);
}
