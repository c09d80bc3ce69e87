/** Advance widths of Helvetica for ASCII 32–126, in thousandths of the size: the one font every PDF reader has. */
// prettier-ignore
const widths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];

const isAscii = (character: string) => character >= ' ' && character <= '~';

/** Text cut into runs of ASCII and of everything else, which takes a full em a character. */
export function runs(text: string): { ascii: boolean; text: string }[] {
  const found: { ascii: boolean; text: string }[] = [];
  for (const character of text) {
    const ascii = isAscii(character);
    const last = found.at(-1);
    if (last && last.ascii === ascii) last.text += character;
    else found.push({ ascii, text: character });
  }
  return found;
}

/** Width of a text in the unit its size is given in. */
export function textWidth(text: string, size: number): number {
  let sum = 0;
  for (const character of text)
    sum += isAscii(character) ? (widths[character.charCodeAt(0) - 32] ?? 556) : 1000;
  return (sum / 1000) * size;
}
