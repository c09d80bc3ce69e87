import { foldText, foldedString } from './fold-text.js';
import { numberAt } from './numerals.js';

/** The number of a block or lot that follows a town's name, and what contradicts it. */
export interface HouseNumber {
  /** 8 of 8番1号 */
  number: number;
  /** 甲, イ, B: a lot with a letter is another lot than the one without. */
  letter: string | null;
  /** Number and letter as they were written, 甲744 or 744甲. */
  written: string;
  /** Another block number that was written (8番1号 12番3号); null where there is none. */
  other: number | null;
  /** Where in the text the block's own part ends: the house number and the building follow. */
  end: number;
  /** Nothing follows yet: the number may go on while somebody types. */
  open: boolean;
}

const letterAt = /^[甲乙丙丁戊己イロハニホいろはにほ]/u;
const separators = /^[\s,.-]*/u;
/** 番地の, 番, ばんち, 街区, no. */
const unitAt = /^\s*(?:番地?|ばんち?|街区|号地)の?(?=\d|[^\p{L}]|$|\p{L})/u;
/** A number somewhere behind that says itself that it is a block: 12番3号, 5番地. */
const otherBlock = /(?:^|[\s,])(\d{1,5})番(?!館|街|組|[a-z])/u;
/** Another whole 1-9-2 behind. */
const otherChain = /[\s,](\d{1,2})-(\d{1,5})-\d{1,5}(?!\d)/u;

/**
 * Reads the number at the start of what follows a town's name, in digits or kanji, whatever stands between:
 * `8-1`, `８番１号`, `八番一号`, `744番地の2`, `8ばん1ごう`. Null where no number comes first.
 * @param text as it was written; @param chome the town's 丁目, to which a second address is compared
 */
export function readHouseNumber(text: string, chome: number | null = null): HouseNumber | null {
  const folded = foldText(text);
  const string = foldedString(folded);
  let at = separators.exec(string)?.[0].length ?? 0;
  const before = letterAt.exec(string.slice(at))?.[0] ?? null;
  at += before?.length ?? 0;
  if (/^番地?(?=\d)/u.test(string.slice(at))) at += string.charAt(at + 1) === '地' ? 2 : 1;
  const number = numberAt(string, at);
  if (!number || number.value === 0) return null;
  at += number.length;
  // 3丁目 is a 丁目 again, 2階 a floor, 301号室 a room.
  if (/^(?:丁目?|階|f\b|号室|時|歳)/u.test(string.slice(at)))
    return /^丁/u.test(string.slice(at))
      ? {
          number: number.value,
          letter: null,
          other: number.value,
          written: String(number.value),
          end: sourceEnd(folded.end, at),
          open: false,
        }
      : null;
  const after = letterAt.exec(string.slice(at))?.[0] ?? null;
  at += after?.length ?? 0;
  at += unitAt.exec(string.slice(at))?.[0].length ?? 0;
  const behind = string.slice(at);
  const letter = before ?? after ?? letterAt.exec(behind)?.[0] ?? null;
  return {
    number: number.value,
    letter,
    written: before ? `${before}${number.value}` : `${number.value}${letter ?? ''}`,
    other: otherNumber(behind, number.value, chome, text),
    end: sourceEnd(folded.end, at),
    open: behind === '',
  };
}

const sourceEnd = (ends: readonly number[], at: number) => ends[at - 1] ?? 0;

function otherNumber(behind: string, own: number, chome: number | null, written: string): number | null {
  const block = Number(otherBlock.exec(behind)?.[1] ?? own);
  if (block !== own) return block;
  // The folded text joins 8-1 1-9-2 to one chain: the space between is looked for in what was written.
  const [, otherChome, other] =
    otherChain.exec(written.normalize('NFKC').replace(/[‐‑–—−ー－]/gu, '-')) ?? [];
  if (other === undefined) return null;
  return Number(other) === own && (chome === null || Number(otherChome) === chome) ? null : Number(other);
}
