import type { Ward } from './gazetteer.js';
import { chomeBySound } from './numerals.js';
import { soundOfRomaji } from './phonetic.js';
import { placeKey } from './place-key.js';
import { cities, prefectures } from './prefectures.js';
import { startingWith } from './prefix-table.js';
import type { SearchIndex } from './search-index.js';

/** An address or name in Latin letters, taken apart; any order (1-8-1 Tenjin, Chuo-ku / Tenjin 1-chome). */
export interface LatinAddress {
  ward: Ward | null;
  cityWritten: boolean;
  postalCode: string | null;
  /** Number written as 丁目 (1-chome, itchome). */
  chome: number | null;
  /** The chain of numbers that is the address, `[1, 8, 1]`: the first with several, else the first. */
  numbers: number[];
  /** Other numbers, as written: a room, a floor. */
  otherNumbers: string[];
  /** 大字 was written (Oaza Motooka). */
  oaza: boolean;
  /** Words left when numbers, ward, city and country are taken out. */
  words: string[];
  /** The same with the city's words still in: Fukuoka Airport. */
  allWords: string[];
  exitLabel: string | null;
  /** Name of another municipality or prefecture that was written. */
  outside: string | null;
}

/** Japanese unit words mixed into a romanised address. */
const units: readonly (readonly [RegExp, string])[] = [
  [/丁目/g, '-chome '],
  [/番地?の?|号/g, '-'],
  [/区/g, '-ku '],
  [/市/g, '-shi '],
  [/県/g, '-ken '],
  [/駅/g, ' station '],
];
const administrative = /-(?:shi|ken|to|fu|gun|machi|cho|mura)$/;
const administrativeWord = /^(?:city|prefecture|pref\.?|ken|shi|gun|county)$/;
const country = new Set(['japan', 'nippon', 'jp']);

/** Wards and the city written in Japanese beside Latin letters (中央区 Tenjin), in Latin letters. */
function inLatin({ wards, city, document }: SearchIndex, text: string): string {
  return [
    [city.prefecture, `${document.city.prefectureEn.toLowerCase()}-ken`] as const,
    [city.name, `${document.city.nameEn.toLowerCase()}-shi`] as const,
    ...wards.map((ward) => [placeKey(ward.name), `${ward.sound}-ku`] as const),
  ].reduce((result, [japanese, latin]) => result.replace(japanese, ` ${latin} `), text);
}

/** Splits the folded text; a comma stays as a token of its own. */
function tokensOf(text: string): string[] {
  return text
    .replace(/([a-z])(?=\d)/g, '$1 ')
    .replace(/(\d)(?=[a-z])/g, '$1 ')
    .replace(/,/g, ' , ')
    .split(/\s+/)
    .filter((token) => token !== '');
}

/** Sounds of large cities, none of them this one: a word before City is only a place elsewhere when it is known to be. */
const knownCities = new Set(cities.map(soundOfRomaji));

const isOther = (sound: string, own: string) =>
  sound !== own && prefectures.some(({ nameEn }) => soundOfRomaji(nameEn) === sound);

/** Reads `text` (already folded: lower case, no macrons). Linear; throws nothing. */
export function readLatinAddress(index: SearchIndex, text: string): LatinAddress {
  const read: LatinAddress = {
    ward: null,
    cityWritten: false,
    postalCode: null,
    chome: null,
    numbers: [],
    otherNumbers: [],
    oaza: false,
    words: [],
    allWords: [],
    exitLabel: null,
    outside: null,
  };
  let rest = units.reduce(
    (result, [pattern, word]) => result.replace(pattern, word),
    inLatin(index, text).replace(/(\d)\s*ban(?:chi)?\s*(?:no\s*)?(\d+)(?:\s*go)?\b/, '$1-$2'),
  );
  rest = rest.replace(/〒?\s*(?<![\d-])(\d{3})-(\d{4})(?![\d-])/, (_, area: string, block: string) => {
    read.postalCode = `${area}-${block}`;
    return ' ';
  });
  rest = rest.replace(/(?<![\d-])(\d{1,2})\s*-?\s*(?:ch|ty)ou?\s?-?me\b/, (_, number: string) => {
    read.chome = Number(number);
    return ' ';
  });
  // East 1 exit is Exit East 1.
  rest = rest.replace(
    /\b((?:(?:east|west|north|south|central)\s*)?\d{1,2}[a-z]?)\s*exit\b(?!\s*\d)/,
    'exit $1',
  );
  rest = rest.replace(
    /\bexit\s*(?:no\.?\s*)?((?:(?:east|west|north|south|central)\s*)?[a-z]?\d{0,2}[a-z]?)(?![a-z\d])/,
    (_, label: string) => {
      read.exitLabel = label;
      return ' ';
    },
  );
  readTokens(index, tokensOf(rest), read);
  return read;
}

function readTokens(index: SearchIndex, tokens: readonly string[], read: LatinAddress): void {
  let component = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] ?? '';
    const next = tokens[i + 1] ?? '';
    if (token === ',') {
      component++;
      continue;
    }
    if (/^[\d-]+$/.test(token)) {
      readNumbers(token, read);
      continue;
    }
    const sound = soundOfRomaji(token);
    const chome = chomeBySound.get(sound);
    const ward = index.wards.find(
      (one) => sound === `${one.sound}ku` || (sound === one.sound && /^(?:ku|ward)$/.test(next)),
    );
    if (chome !== undefined) read.chome ??= chome;
    else if (ward && !read.ward) {
      read.ward = ward;
      if (/^(?:ku|ward)$/.test(next)) i++;
    } else if (token === 'oaza') read.oaza = true;
    else if (!country.has(token))
      i += readWord(index, { token, next, component, alone: isAlone(tokens, i) }, read);
  }
}

function readNumbers(token: string, read: LatinAddress): void {
  const numbers = (token.match(/\d{1,6}/g) ?? []).map(Number);
  if (read.numbers.length === 0) read.numbers = numbers;
  else if (read.numbers.length === 1 && numbers.length > 1) {
    read.otherNumbers.push(...read.numbers.map(String));
    read.numbers = numbers;
  } else read.otherNumbers.push(token);
}

/** The token fills its comma-separated part. */
const isAlone = (tokens: readonly string[], i: number) =>
  (i === 0 || tokens[i - 1] === ',') && (i + 1 >= tokens.length || tokens[i + 1] === ',');

interface Word {
  token: string;
  next: string;
  component: number;
  alone: boolean;
}

/** Municipality or prefecture elsewhere that a word names; null when it may be a name here. */
function otherMunicipality(
  index: SearchIndex,
  sound: string,
  { token, next, component, alone }: Word,
): string | null {
  if (/-ku$/.test(token)) return token;
  const neighbour = index.city.neighbourSounds.get(sound);
  const prefecture = isOther(sound, soundOfRomaji(index.document.city.prefectureEn)) ? token : undefined;
  const elsewhere = knownCities.has(sound) ? token : null;
  const administered = administrative.test(token) || administrativeWord.test(next);
  if (administered || (alone && component > 0)) {
    return neighbour ?? prefecture ?? elsewhere;
  }
  // A bare Tokyo or Dazaifu tells, unless a name here goes on like that.
  return alone && startingWith(index.sounds, sound, 1).length === 0
    ? (neighbour ?? prefecture ?? elsewhere)
    : null;
}

/** Sorts one word into city, elsewhere or name; says how many further tokens it took. */
function readWord(index: SearchIndex, word: Word, read: LatinAddress): number {
  const { token, next, component, alone } = word;
  const followed = administrativeWord.test(next);
  const administered = administrative.test(token) || followed;
  const sound = soundOfRomaji(token.replace(administrative, ''));
  const { city } = index.document;
  read.allWords.push(token);
  const ownName = sound === soundOfRomaji(city.nameEn) && (administered || alone || component > 0);
  if (ownName || sound === index.city.nameSound || sound === index.city.prefectureSound) {
    read.cityWritten = true;
    return followed ? 1 : 0;
  }
  read.outside ??= otherMunicipality(index, sound, word);
  read.words.push(token);
  return 0;
}
