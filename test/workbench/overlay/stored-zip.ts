/** A zip written byte by byte: names in any encoding, sizes that may lie. */
export function storedZip(
  files: { name: Uint8Array; content: Uint8Array; declaredBytes?: number; method?: number }[],
): Uint8Array {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content, declaredBytes = content.length, method = 0 } of files) {
    const local = new Uint8Array(30 + name.length);
    const entry = new Uint8Array(46 + name.length);
    const [l, e] = [new DataView(local.buffer), new DataView(entry.buffer)];
    l.setUint32(0, 0x04034b50, true);
    e.setUint32(0, 0x02014b50, true);
    for (const [view, base] of [
      [l, 18],
      [e, 20],
    ] as const) {
      view.setUint32(base, content.length, true);
      view.setUint32(base + 4, declaredBytes, true);
      view.setUint16(base - 10, method, true);
      view.setUint16(base + 8, name.length, true);
    }
    e.setUint32(42, offset, true);
    local.set(name, 30);
    entry.set(name, 46);
    chunks.push(local, content);
    directory.push(entry);
    offset += local.length + content.length;
  }
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, files.length, true);
  view.setUint16(10, files.length, true);
  view.setUint32(
    12,
    directory.reduce((sum, part) => sum + part.length, 0),
    true,
  );
  view.setUint32(16, offset, true);
  const all = [...chunks, ...directory, end];
  const out = new Uint8Array(all.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of all) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
