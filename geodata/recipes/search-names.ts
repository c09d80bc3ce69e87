/** The city's own names and readings, and its railways; the city has none of these. */
export const cityWords = {
  city: 'ふくおかし',
  prefecture: '福岡県',
  prefectureEn: 'Fukuoka',
  prefectureKana: 'ふくおかけん',
  operators: ['地下鉄', 'JR', '西鉄'],
};

/** An English name, or '' where Japanese letters stand in for one. */
export function latin(value: unknown): string {
  return typeof value === 'string' && !/[^\u0020-\u024f]/.test(value) ? value : '';
}

/** Tables list some things by their place alone; people search and read them with the word for the thing. */
const typeWords: Readonly<Record<string, readonly [RegExp, string]>> = {
  'pump-stations': [/ポンプ/, 'ポンプ場'],
  'treatment-districts': [/処理区$/, '処理区'],
};

export function fullName(layer: string, name: string): string {
  const [word, suffix] = typeWords[layer] ?? [/^/, ''];
  return word.test(name) ? name : name + suffix;
}

export function fullNameEn(layer: string, nameEn: string): string {
  return layer === 'treatment-districts' && nameEn !== '' ? `${nameEn} Treatment District` : nameEn;
}

/** Names a thing is also called by. */
export function aliasesOf(layer: string, name: string): string[] {
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
