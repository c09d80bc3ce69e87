import type { SearchWords } from '../../recipes/search-words.js';

/** Layers whose features are found by name, with the kind of answer they give. */
const placeLayers: SearchWords['placeLayers'] = [
  ['stations', 'station'],
  ['treatment-centres', 'facility'],
  ['pump-stations', 'facility'],
  ['ponds', 'facility'],
  ['shelters', 'shelter'],
  ['treatment-districts', 'district'],
  ['priority-districts', 'district'],
  ['inundation-zones', 'district'],
  ['rainbow-plan', 'district'],
];

/**
 * Only what a document of this repository gives an address for. City Hall: 福岡市中央区天神1丁目8番1号,
 * 福岡市の下水道 令和7年度版, imprint. Ward offices and the prefecture's office are in none of them.
 */
const landmarks: SearchWords['landmarks'] = [
  {
    name: '福岡市役所',
    nameEn: 'Fukuoka City Hall',
    ward: '中央区',
    town: '天神一丁目',
    aliases: ['市役所', '市役所本庁舎', '福岡市庁舎', '市庁舎', 'しやくしょ', 'ふくおかしやくしょ'],
  },
];

/** Tables list some things by their place alone; people search and read them with the word for the thing. */
const typeWords: Readonly<Record<string, readonly [RegExp, string]>> = {
  'pump-stations': [/ポンプ/, 'ポンプ場'],
  'treatment-districts': [/処理区$/, '処理区'],
};

function fullName(layer: string, name: string): string {
  const [word, suffix] = typeWords[layer] ?? [/^/, ''];
  return word.test(name) ? name : name + suffix;
}

function fullNameEn(layer: string, nameEn: string): string {
  return layer === 'treatment-districts' && nameEn !== '' ? `${nameEn} Treatment District` : nameEn;
}

/** Names a thing is also called by. */
function aliasesOf(layer: string, name: string): string[] {
  const aliases: string[] = [];
  // 「～処理場」 became 「～水処理センター」 in 平成8年 (yearbook, chronology).
  if (layer === 'treatment-centres') aliases.push(name.replace(/水処理センター|浄化センター/, '処理場'));
  if (layer === 'ponds') aliases.push(name.replace('雨水', ''));
  if (layer === 'treatment-districts') aliases.push(name.replace(/処理区$/, ''));
  if (layer === 'rainbow-plan') aliases.push(name.replace('雨水整備', ''));
  if (layer === 'stations') {
    const withoutBrackets = name.replace(/\(.*\)|（.*）/u, '');
    aliases.push(withoutBrackets, withoutBrackets.replace(/^西鉄/, ''));
  }
  return [...new Set(aliases)].filter((alias) => alias !== name && alias !== '');
}

export const searchWords: SearchWords = {
  city: {
    kana: 'ふくおかし',
    prefecture: '福岡県',
    prefectureEn: 'Fukuoka',
    prefectureKana: 'ふくおかけん',
    operators: ['地下鉄', 'JR', '西鉄'],
  },
  placeLayers,
  landmarks,
  fullName,
  fullNameEn,
  aliasesOf,
};
