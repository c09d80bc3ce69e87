import { kanjiVariants } from './kanji-variants.js';

/** Longest query that is looked at; an address never needs it, and it bounds the work. */
export const maximumQueryCharacters = 200;

/**
 * A text brought to one form, with the way back to what was written:
 * `characters[i]` came from `source.slice(start[i], end[i])`.
 */
export interface FoldedText {
  source: string;
  characters: string[];
  start: number[];
  end: number[];
}

const dashes = /^[-‐‑‒–—―−⁃⁻₋─━﹘﹣~〜∼_]$/u;
const dropped = /^[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Mn}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]$/u;
const joinsBefore = /^[\u3099\u309A\uFF9E\uFF9F]$/u;

/** One written character (with its voicing mark) → the characters it stands for. */
function foldCharacter(cluster: string): string {
  const only = cluster.length === 1 ? cluster.charCodeAt(0) : 0;
  // Hiragana and plain kanji, most of every address, need no more than the table.
  if ((only >= 0x3041 && only <= 0x3096) || (only >= 0x4e00 && only <= 0x9fff)) {
    return kanjiVariants.get(cluster) ?? cluster;
  }
  const folded = cluster.normalize('NFKC').toLowerCase();
  let result = '';
  for (const character of folded) {
    const code = character.codePointAt(0) ?? 0;
    if (dashes.test(character)) result += '-';
    // \s would take the byte order mark for a space.
    else if (character === '\ufeff') continue;
    else if (/\s/u.test(character)) result += ' ';
    else if (/^[,、，;；\t\n]$/u.test(character)) result += ',';
    else if (/^[。.．｡]$/u.test(character)) result += '.';
    else if (/^[・･()[\]{}「」『』【】〔〕〈〉《》"“”!?|/\\]$/u.test(character)) result += ' ';
    else if (dropped.test(character)) continue;
    else if (code >= 0x30a1 && code <= 0x30f6) {
      // Katakana to hiragana; small ヶ and ヵ are read ga in place names.
      result += character === 'ヶ' || character === 'ヵ' ? 'が' : String.fromCodePoint(code - 0x60);
    } else if (code >= 0xc0 && code <= 0x24f) {
      // Macrons and accents of romanised names: ō → o.
      result += character.normalize('NFD').replace(/\p{Mn}/gu, '');
    } else {
      const common = kanjiVariants.get(character) ?? character;
      // One element is one UTF-16 unit from here on, so that indices into the joined string hold.
      result += common.length > 1 ? '〓' : common;
    }
  }
  return result;
}

const isDigit = (character: string | undefined) => character !== undefined && /^\d$/.test(character);
const isNumeral = (character: string | undefined) =>
  character !== undefined && /^[\d〇一二三四五六七八九十]$/u.test(character);

/**
 * Folds width, case, kana, dashes, kanji variants and invisible characters; keeps spaces as ' '.
 * A dash-like ー, の or 一 between numbers becomes '-'; 々 repeats the character before it.
 * Never throws; reads at most {@link maximumQueryCharacters} characters of the source.
 */
export function foldText(source: string): FoldedText {
  const folded: FoldedText = { source, characters: [], start: [], end: [] };
  let clusters = 0;
  for (let at = 0; at < source.length && clusters < maximumQueryCharacters; clusters++) {
    let next = at + ((source.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
    while (next < source.length && joinsBefore.test(source.charAt(next))) next++;
    for (const character of foldCharacter(source.slice(at, Math.min(next, at + 8)))) {
      if (folded.characters.length >= 2 * maximumQueryCharacters) break;
      if (character === ' ' && folded.characters.at(-1) === ' ') continue;
      const repeats = character === '々' && folded.characters.length > 0;
      folded.characters.push(repeats ? (folded.characters.at(-1) ?? character) : character);
      folded.start.push(at);
      folded.end.push(next);
    }
    at = next;
  }
  // What lies beyond was never looked at, and is not handed on.
  folded.source = source.slice(0, folded.end.at(-1) ?? 0);
  joinNumbers(folded.characters);
  return folded;
}

/** 1ー8の1, 1 8 1 and 1一8 all mean 1-8-1. */
function joinNumbers(characters: string[]): void {
  for (let i = 1; i < characters.length; i++) {
    const before = characters[i - 1];
    const here = characters[i];
    const after = characters[i + 1];
    if (here === 'ー' && (isNumeral(before) || before === '目' || before === '-')) characters[i] = '-';
    else if (here === 'の' && isNumeral(before) && isNumeral(after)) characters[i] = '-';
    else if (here === '一' && isDigit(before) && isDigit(after)) characters[i] = '-';
    else if (here === ' ' && isDigit(before) && isDigit(after)) characters[i] = '-';
  }
}

export function foldedString(folded: FoldedText): string {
  return folded.characters.join('');
}
