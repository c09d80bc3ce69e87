import { soundOfRomaji } from './phonetic.js';

/** English words for what towns and stations are called by in Japanese. */
const translations = new Map([
  ['park', 'koen'],
  ['university', 'daigaku'],
  ['airport', 'kuko'],
]);

/** Ohori Park → Ohori koen, as it is spoken. */
export function inJapanese(english: string): string {
  return english.replace(/[A-Za-z]+/g, (word) => translations.get(word.toLowerCase()) ?? word);
}

/** 博多 is also 博多駅, Hakata also Hakata Station and Hakata-eki. */
export function stationSpellings(names: readonly string[], nameEn: string) {
  const stems = names.map((text) => text.replace(/駅$/, ''));
  const stemEn = nameEn.replace(/\s+(station|sta\.?)$/i, '');
  const romaji = [stemEn, stemEn.replace(/\s*\(.*\)$/, ''), inJapanese(stemEn)];
  return {
    name: `${stems[0] ?? ''}駅`,
    nameEn: stemEn === '' ? '' : `${stemEn} Station`,
    names: stems.flatMap((stem) => [`${stem}駅`, stem]),
    romaji: ['', 'station', 'sta', 'eki'].flatMap((word) => romaji.map((stem) => stem + word)),
  };
}

/** 福岡市立若久小学校 （浸水は２階以上） is also 若久小学校. */
export function withoutOwnerAndNotes(name: string, city: string): string {
  const bare = name.replace(/\s*[（(].*$/u, '');
  return bare.startsWith(city) ? bare.slice(city.length).replace(/^立/, '') : bare;
}

const sides: Readonly<Record<string, string>> = {
  東: 'East ',
  西: 'West ',
  南: 'South ',
  北: 'North ',
  中央: 'Central ',
};

/** 東12a → East 12a */
export function exitLabelEn(label: string): string {
  return label.replace(/[東西南北]|中央/gu, (side) => sides[side] ?? side).trim();
}

/** One form for 天神駅1番出入口, 天神1番出口, 天神 1出入り口; used on names and on queries that hold 出. */
export function exitKey(key: string): string {
  return key
    .replace(/^(?:市?営)?地下鉄/, '')
    .replace(/出入り?口/g, '出口')
    .replace(/[番号](?=出)/g, '')
    .replace(/駅(?!方面)(?=.*出)/g, '');
}

/** `Tenjin`, `1` → the sound key of Tenjin Exit 1; numbers stay in it. */
export function exitSound(station: string, label: string): string {
  return `${soundOfRomaji(station)}exit${label.toLowerCase().replace(/[^a-z0-9]/g, '')}`;
}
