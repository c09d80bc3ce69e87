import { soundOfKana } from './phonetic.js';

const values: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  壱: 1,
  二: 2,
  弐: 2,
  三: 3,
  参: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const units: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 千: 1000 };

/** A number written at `at`: its value and how many characters it took. */
export interface WrittenNumber {
  value: number;
  length: number;
}

/** Value of kanji numerals, positional (一二三 = 123) or with units (百二十三 = 123). */
function valueOfKanji(written: string): number {
  if (![...written].some((character) => character in units)) {
    return Number([...written].map((character) => values[character]).join(''));
  }
  let total = 0;
  let digit = 0;
  for (const character of written) {
    const unit = units[character];
    if (unit === undefined) digit = values[character] ?? 0;
    else {
      total += (digit || 1) * unit;
      digit = 0;
    }
  }
  return total + digit;
}

/** Reads ASCII digits or kanji numerals at `at` of a folded text; null when there is none. */
export function numberAt(text: string, at: number): WrittenNumber | null {
  const rest = text.slice(at, at + 8);
  const digits = /^\d{1,6}/.exec(rest)?.[0];
  if (digits) return { value: Number(digits), length: digits.length };
  const kanji = /^[〇零一壱二弐三参四五六七八九十拾百千]{1,6}/u.exec(rest)?.[0];
  if (kanji) return { value: valueOfKanji(kanji), length: kanji.length };
  return null;
}

const digitsKanji = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1–99 as kanji numerals, as official town names write them. */
export function kanjiNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ten = tens === 0 ? '' : (tens === 1 ? '' : (digitsKanji[tens] ?? '')) + '十';
  return ten + (digitsKanji[value % 10] ?? '');
}

const spokenChome = [
  'いっちょうめ',
  'にちょうめ',
  'さんちょうめ',
  'よんちょうめ',
  'ごちょうめ',
  'ろくちょうめ',
  'ななちょうめ',
  'はっちょうめ',
  'きゅうちょうめ',
  'じゅっちょうめ',
];
const alsoSpoken: readonly (readonly [string, number])[] = [
  ['いちちょうめ', 1],
  ['よちょうめ', 4],
  ['しちちょうめ', 7],
  ['はちちょうめ', 8],
];

/** Sound key of a spoken 丁目 → its number: `ityome` → 1. */
export const chomeBySound: ReadonlyMap<string, number> = new Map(
  [...spokenChome.map((spoken, i) => [spoken, i + 1] as const), ...alsoSpoken].map(
    ([spoken, value]) => [soundOfKana(spoken) ?? '', value] as const,
  ),
);
