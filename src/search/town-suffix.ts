import { chomeBySound, numberAt } from './numerals.js';
import { soundOfKana } from './phonetic.js';
import type { PlaceKey } from './place-key.js';

/** What follows a town's base name. */
export interface TownSuffix {
  /** Number that is, or may be, a 丁目. */
  chome: number | null;
  /** 丁目 was written out; a bare `1-8-1` may also be 番地 of a 大字. */
  explicit: boolean;
  /** 字 follows: a small place in a 大字. */
  hamlet: boolean;
  /** A number follows at once, be it 丁目, 番 or a lot. */
  numbered: boolean;
  /** Where the unused rest begins, when the 丁目 is used. */
  restAt: number;
  /** The same, when the number is not used. */
  numberAt: number;
  /** The name ends here for sure: end, number, space or 字; otherwise more letters follow. */
  clean: boolean;
}

const none = { chome: null, explicit: false, hamlet: false, numbered: false };
const chomeThen = (chome: number, restAt: number, numberAt: number): TownSuffix => ({
  ...none,
  chome,
  numbered: true,
  restAt,
  numberAt,
  clean: true,
});

/** Spoken 丁目 in kana (いっちょうめ) at `at`. */
function spokenChome(text: string, at: number): { value: number; length: number } | null {
  for (let length = 10; length >= 5; length--) {
    const value = chomeBySound.get(soundOfKana(text.slice(at, at + length)) ?? '');
    if (value !== undefined && text.slice(at, at + length).endsWith('め')) return { value, length };
  }
  return null;
}

/** 二, 八 and 一 typed as the katakana or dash they look like: 名島ニ丁目, 天神ー丁目. */
const lookAlikes: Readonly<Record<string, number>> = { に: 2, は: 8, ー: 1, '-': 1 };

function lookAlikeChome(text: string, at: number): { value: number; length: number } | null {
  const written = /^([にはー-])(丁目|町目)/u.exec(text.slice(at, at + 3));
  const value = lookAlikes[written?.[1] ?? ''];
  return written && value !== undefined ? { value, length: written[0].length } : null;
}

/** Reads `key.text` from `at` up to `to` as the tail of an address. */
export function readTownSuffix(key: PlaceKey, at: number, to: number): TownSuffix {
  const text = key.text.slice(0, to);
  if (at >= to) return { ...none, restAt: to, numberAt: to, clean: true };
  const dash = text.charAt(at) === '-' ? 1 : 0;
  const number = numberAt(text, at + dash);
  if (number) {
    const after = at + dash + number.length;
    const unit = /^(?:丁目?|町目|ちょうめ|ちょめ|-?chome)/.exec(text.slice(after))?.[0];
    if (unit) {
      return { ...chomeThen(number.value, after + unit.length, at), explicit: true };
    }
    // 天神1出口 is an exit of a station.
    if (/^(?:[番号地]|出入?り?口?)/.test(text.slice(after))) {
      return { ...none, numbered: true, restAt: at, numberAt: at, clean: true };
    }
    return chomeThen(number.value, after, at);
  }
  // 元岡甲744: a lot of a series with a letter.
  if (/^[甲乙丙丁戊己]-?\d/u.test(text.slice(at)))
    return { ...none, numbered: true, restAt: at, numberAt: at, clean: true };
  const spoken = spokenChome(text, at) ?? lookAlikeChome(text, at);
  if (spoken) {
    return { ...chomeThen(spoken.value, at + spoken.length, at), explicit: true };
  }
  const hamlet = text.charAt(at) === '字';
  return {
    ...none,
    hamlet,
    restAt: at,
    numberAt: at,
    clean: hamlet || dash > 0 || key.breakBefore[at] === true,
  };
}
