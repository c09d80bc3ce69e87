let table: Map<string, number> | null = null;

/** Character → CP932 code, turned round from the platform's own decoder: there is no encoder for it. */
function codes(): Map<string, number> {
  if (table) return table;
  table = new Map();
  const decoder = new TextDecoder('shift_jis');
  const learn = (bytes: number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    const code = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
    // The first code of a character wins: CP932 holds some NEC and IBM characters twice.
    if ([...text].length === 1 && text !== '\ufffd' && !table?.has(text)) table?.set(text, code);
  };
  for (let byte = 0x20; byte < 0x7f; byte++) learn([byte]);
  for (let byte = 0xa1; byte <= 0xdf; byte++) learn([byte]);
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    if (lead > 0x9f && lead < 0xe0) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) if (trail !== 0x7f) learn([lead, trail]);
  }
  return table;
}

/**
 * Text as CP932 bytes. What it cannot write becomes `\U+XXXX`, the way CAD programs write any character.
 */
export function encodeCp932(text: string): Uint8Array {
  const known = codes();
  const out: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0) < 0x20 ? character.charCodeAt(0) : known.get(character);
    if (code !== undefined) out.push(...(code > 0xff ? [code >> 8, code & 0xff] : [code]));
    else
      for (let unit = 0; unit < character.length; unit++) {
        const hex = character.charCodeAt(unit).toString(16).toUpperCase().padStart(4, '0');
        out.push(...Array.from(`\\U+${hex}`, (letter) => letter.charCodeAt(0)));
      }
  }
  return Uint8Array.from(out);
}
