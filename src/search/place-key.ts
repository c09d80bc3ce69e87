import type { FoldedText } from './fold-text.js';
import { foldText } from './fold-text.js';

/**
 * The form two spellings of one Japanese place name share, with the way back to the source.
 * Spaces are gone (remembered in `breakBefore`); が/ヶ/ケ and の/ノ/之 between characters are gone
 * (香住ヶ丘 = 香住が丘 = 香住丘, 姪の浜 = 姪浜); 通り is 通.
 */
export interface PlaceKey {
  source: string;
  text: string;
  start: number[];
  end: number[];
  /** A space, comma or bracket stood before this character. */
  breakBefore: boolean[];
}

const han = /^\p{Script=Han}$/u;
const kana = /^[ぁ-ゖー]$/u;
const isHan = (character: string | undefined) => character !== undefined && han.test(character);
const isName = (character: string | undefined) =>
  character !== undefined && (han.test(character) || kana.test(character));

function isSilent(characters: readonly string[], i: number): boolean {
  const here = characters[i];
  const before = characters[i - 1];
  const after = characters[i + 1];
  if (here === 'が' || here === 'け' || here === 'の' || here === '之') {
    // At the very end the reader may still be typing: 姪の → 姪浜.
    return after === undefined ? isHan(before) && here !== '之' : isName(before) && isHan(after);
  }
  return here === 'り' && before === '通';
}

/** {@link PlaceKey} of an already folded text. Throws nothing. */
export function keyOfFolded(folded: FoldedText): PlaceKey {
  const key: PlaceKey = { source: folded.source, text: '', start: [], end: [], breakBefore: [] };
  const characters: string[] = [];
  let broken = false;
  folded.characters.forEach((character, i) => {
    if (character === ' ' || character === ',') broken = true;
    else if (!isSilent(folded.characters, i)) {
      characters.push(character);
      key.start.push(folded.start[i] ?? 0);
      key.end.push(folded.end[i] ?? 0);
      key.breakBefore.push(broken);
      broken = false;
    }
  });
  key.text = characters.join('');
  return key;
}

/** The bare key of a name, as the index keeps it. */
export function placeKey(name: string): string {
  return keyOfFolded(foldText(name)).text;
}

/** What was written for `key.text.slice(from, to)`, with the characters dropped in between. */
export function writtenBetween(key: PlaceKey, from: number, to: number): string {
  const first = key.start[from];
  if (first === undefined || to <= from) return '';
  const last = key.end[Math.min(to, key.text.length) - 1] ?? key.source.length;
  return key.source.slice(first, last).trim();
}

/**
 * Everything written from `key.text[from]` up to `key.text[to]`, without separators around it;
 * up to the end of what was read when `to` is the key's end.
 */
export function writtenFrom(key: PlaceKey, from: number, to = key.text.length): string {
  const first = key.start[from];
  if (first === undefined || from >= to) return '';
  return key.source
    .slice(first, key.start[to])
    .replace(/[\s(（,、，]+$/u, '')
    .replace(/^[\s,、，のノ\p{Pd}−ーｰ〜~～]+/u, '')
    .trim();
}
