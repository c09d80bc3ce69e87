import { soundOfRomaji } from './phonetic.js';
import type { SearchIndex, Target } from './search-index.js';

/**
 * Names written in Hangul or with Chinese words. Korean writes Japanese names by their sound (하카타 for はかた), with
 * one letter for k and g, t and d in places: both sides are brought to one coarse sound and compared as a whole.
 */
const initials = [
  'k',
  'k',
  'n',
  't',
  't',
  'r',
  'm',
  'b',
  'p',
  's',
  't',
  '',
  't',
  't',
  't',
  'k',
  't',
  'p',
  'h',
];
const vowels = [
  ...['a', 'e', 'ya', 'e', 'o', 'e', 'yo', 'e', 'o', 'wa', 'e', 'e'],
  ...['yo', 'u', 'wo', 'e', 'wi', 'yu', 'u', 'ui', 'i'],
];
/** ㄴ, ㅁ and ㅇ at the end are ん; what else closes a syllable is the small っ. */
const nasalFinals = new Set([4, 16, 21]);
const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;

const hangul = /[\uac00-\ud7a3]/;
/** What a name ends in, in Korean and in Japanese sounds. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/역$/, 'eki'],
  [/공항$/, 'kuko'],
  [/공원$/, 'koen'],
  [/대학$/, 'daigaku'],
  [/구$/, 'ku'],
  [/시$/, 'si'],
];

function soundOfHangul(text: string): string {
  return [...text]
    .map((syllable) => {
      const at = (syllable.codePointAt(0) ?? 0) - firstSyllable;
      if (at < 0 || at > lastSyllable - firstSyllable) return '';
      const [initial, vowel, final] = [Math.floor(at / 588), Math.floor((at % 588) / 28), at % 28];
      return `${initials[initial]}${vowels[vowel]}${nasalFinals.has(final) ? 'n' : ''}`;
    })
    .join('');
}

/** Voiced and unvoiced alike, じゃ like ざ: as much as Hangul tells apart. */
const coarse = (sound: string) =>
  soundOfRomaji(sound)
    .replace(/g/g, 'k')
    .replace(/[dz]/g, 't')
    .replace(/([ts])y/g, '$1')
    .replace(/(.)\1+/g, '$1');

const coarseTables = new WeakMap<SearchIndex, ReadonlyMap<string, readonly Target[]>>();

function coarseTable(index: SearchIndex): ReadonlyMap<string, readonly Target[]> {
  const known = coarseTables.get(index);
  if (known) return known;
  const table = new Map<string, Target[]>();
  for (const [sound, targets] of index.bySound) {
    const key = coarse(sound);
    table.set(key, [...(table.get(key) ?? []), ...targets]);
  }
  coarseTables.set(index, table);
  return table;
}

/** Sound keys of the index that a name in Hangul may stand for; none where it is in another script. */
export function soundsOfHangul(index: SearchIndex, written: string): string[] {
  const text = written.replace(/\s/g, '').normalize('NFC');
  if (!hangul.test(text) || /[^\uac00-\ud7a3]/.test(text)) return [];
  const [pattern, ending] = endings.find(([each]) => each.test(text) && !each.test(text.slice(0, 1))) ?? [];
  const readings = [soundOfHangul(text)];
  if (pattern && ending !== undefined) readings.push(soundOfHangul(text.replace(pattern, '')) + ending);
  const wanted = new Set(readings.map(coarse));
  const targets = new Set([...wanted].flatMap((key) => coarseTable(index).get(key) ?? []));
  return [...index.bySound].flatMap(([sound, here]) =>
    wanted.has(coarse(sound)) && here.some((target) => targets.has(target)) ? [sound] : [],
  );
}

/** 福冈机场 is 福岡空港: words Chinese has for what a name ends in. The characters themselves are folded already. */
const chinese: readonly (readonly [RegExp, string])[] = [
  [/[机機]場$/u, '空港'],
  [/(?:火?車站|站)$/u, '駅'],
  [/公园$/u, '公園'],
  [/地铁站?$/u, '駅'],
];

/** The key with Japanese words for Chinese ones; null where it has none of them. */
export function fromChinese(key: string): string | null {
  const found = chinese.find(([pattern]) => pattern.test(key));
  return found ? key.replace(...found) : null;
}
