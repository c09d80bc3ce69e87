/** Advance widths of Helvetica for ASCII 32–126, in thousandths of the size: the one font every PDF reader has. */
// prettier-ignore
const widths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];

/** Marks beyond ASCII that Helvetica has: WinAnsi code and width. */
const marks: Readonly<Record<string, readonly [code: number, width: number]>> = {
  '‰': [0x89, 1000],
  '–': [0x96, 556],
  '—': [0x97, 1000],
  '°': [0xb0, 400],
  '±': [0xb1, 584],
  '²': [0xb2, 333],
  '³': [0xb3, 333],
  '·': [0xb7, 278],
  '×': [0xd7, 584],
  Ø: [0xd8, 778],
  '÷': [0xf7, 584],
};

/** Code of a character in Helvetica's WinAnsi encoding, or null when the font lacks it. */
export function winAnsiCode(character: string): number | null {
  if (character >= ' ' && character <= '~') return character.charCodeAt(0);
  return Object.hasOwn(marks, character) ? (marks[character]?.[0] ?? null) : null;
}

function widthOf(character: string): number {
  if (character >= ' ' && character <= '~') return widths[character.charCodeAt(0) - 32] ?? 556;
  return Object.hasOwn(marks, character) ? (marks[character]?.[1] ?? 1000) : 1000;
}

/** Text cut into runs Helvetica has and runs for the CJK font, which gives every character a full em. */
export function runs(text: string): { latin: boolean; text: string }[] {
  const found: { latin: boolean; text: string }[] = [];
  for (const character of text) {
    const latin = winAnsiCode(character) !== null;
    const last = found.at(-1);
    if (last && last.latin === latin) last.text += character;
    else found.push({ latin, text: character });
  }
  return found;
}

/** Width of a text in the unit its size is given in. */
export function textWidth(text: string, size: number): number {
  let sum = 0;
  for (const character of text) sum += widthOf(character);
  return (sum / 1000) * size;
}
