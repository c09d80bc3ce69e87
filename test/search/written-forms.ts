import type { SearchDocument } from '../../src/search/document.js';
import type { Town, TownGroup } from '../../src/search/gazetteer.js';
import { readGazetteer } from '../../src/search/gazetteer.js';
import { kanjiNumber } from '../../src/search/numerals.js';

/** One way of writing one town, with the town it means. */
export interface WrittenForm {
  rule: string;
  written: string;
  ward: string;
  town: string;
}

/** Park–Miller: the same numbers everywhere. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const dashes = ['-', '−', '－', '‐', '–', '—', 'ー', 'ｰ', '〜', 'の', 'ノ'];

interface Parts {
  ward: string;
  wardEn: string;
  base: string;
  romaji: string;
  kana: string;
  /** No other ward has a town of this name. */
  only: boolean;
  chome: number;
  block: number;
  house: number;
  dash: string;
}

/** The habits of writing an address with 丁目; every one names the ward or a name no other ward has. */
const rules: Readonly<Record<string, (parts: Parts) => string | null>> = {
  official: ({ ward, base, chome }) => `福岡市${ward}${base}${kanjiNumber(chome)}丁目`,
  'with prefecture, 番 号': ({ ward, base, chome, block, house }) =>
    `福岡県福岡市${ward}${base}${chome}丁目${block}番${house}号`,
  'kanji numerals': ({ ward, base, chome, block, house }) =>
    `${ward}${base}${kanjiNumber(chome)}丁目${kanjiNumber(block)}番${kanjiNumber(house)}号`,
  'full width': ({ ward, base, chome, block, house }) =>
    `${ward}${base}${fullWidth(String(chome))}丁目${fullWidth(`${block}-${house}`)}`,
  dashes: ({ ward, base, chome, block, house, dash }) =>
    `${ward}${base}${chome}${dash}${block}${dash}${house}`,
  'full width dashes': ({ ward, base, chome, block, dash }) =>
    `福岡市${ward}${base}${fullWidth(String(chome))}${dash}${fullWidth(String(block))}`,
  spaces: ({ ward, base, chome, block, house }) =>
    `福岡県 福岡市 ${ward}\u3000${base} ${chome}丁目 ${block}-${house}`,
  'spaced numbers': ({ ward, base, chome, block, house }) => `${ward} ${base} ${chome} ${block} ${house}`,
  'postal code in front': ({ ward, base, chome, block }) =>
    `〒810-0001 福岡市${ward}${base}${chome}-${block}`,
  'postal code without sign': ({ ward, base, chome, block }) =>
    `８１２－００１１\u3000福岡市${ward}${base}${chome}-${block}`,
  building: ({ ward, base, chome, block, house }) =>
    `${ward}${base}${chome}-${block}-${house} 第2天神ビル 8F`,
  'ward behind': ({ ward, base, chome }) => `${base}${chome}丁目（${ward}）`,
  'city without its word': ({ ward, base, chome }) => `福岡${ward}${base}${chome}丁目`,
  country: ({ ward, base, chome }) => `日本、福岡県福岡市${ward}${base}${chome}丁目`,
  'の between': ({ ward, base, chome, block, house }) => `${ward}${base}${chome}の${block}の${house}`,
  'ken and の left out': ({ ward, base, chome }) =>
    /(?<=.)[ヶがの](?=.)/u.test(base)
      ? `${ward}${base.replace(/(?<=.)[ヶがの](?=.)/u, '')}${chome}丁目`
      : null,
  'ケ for ヶ, ノ for の': ({ ward, base, chome }) =>
    /[ヶがの]/u.test(base) ? `${ward}${base.replace(/[ヶが]/u, 'ケ').replace('の', 'ノ')}${chome}-1` : null,
  'old kanji': ({ ward, base, chome }) => {
    const old = base.replace(/[浜沢崎高渡辺薬麦塩桜竜島]/gu, (one) => {
      const forms: Record<string, string> = {
        浜: '濱',
        沢: '澤',
        崎: '﨑',
        高: '髙',
        薬: '藥',
        麦: '麥',
        塩: '鹽',
        桜: '櫻',
        辺: '邊',
        島: '嶋',
      };
      return forms[one] ?? one;
    });
    return old === base ? null : `${ward}${old}${chome}丁目`;
  },
  '通り for 通': ({ ward, base, chome }) => (base.endsWith('通') ? `${ward}${base}り${chome}-2` : null),
  'ward left out': ({ only, base, chome, block }) => (only ? `${base}${chome}-${block}` : null),
  'city, ward left out': ({ only, base, chome }) => (only ? `福岡市${base}${kanjiNumber(chome)}丁目` : null),
  'name and number': ({ only, base, chome }) => (only ? `${base}${fullWidth(String(chome))}` : null),
  'hiragana, ward left out': ({ only, kana, chome }) => (only && kana ? `${kana}${chome}ちょうめ` : null),
  katakana: ({ ward, kana, chome }) =>
    kana
      ? `${ward}${kana.replace(/[ぁ-ん]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0x60))}${chome}丁目`
      : null,
  'romaji, ward left out': ({ only, romaji, chome }) => (only && romaji ? `${chome}-chome ${romaji}` : null),
  'romaji, Japanese order': ({ wardEn, romaji, chome }) =>
    romaji ? `${wardEn}-ku ${romaji} ${chome}-chome` : null,
  'romaji, Western order': ({ wardEn, romaji, chome, block, house }) =>
    romaji ? `${chome}-${block}-${house} ${romaji}, ${wardEn}-ku, Fukuoka` : null,
  'romaji, chome first': ({ wardEn, romaji, chome, block }) =>
    romaji
      ? `${block} ${romaji} ${chome}-chome, ${wardEn} Ward, Fukuoka City, Fukuoka 810-0001, Japan`
      : null,
  'romaji, capitals': ({ wardEn, romaji, chome }) =>
    romaji ? `${romaji} ${chome} CHOME ${wardEn}-KU`.toUpperCase() : null,
  'romaji, kunrei': ({ wardEn, romaji, chome }) =>
    romaji
      ? `${wardEn}-ku ${romaji
          .toLowerCase()
          .replace(/sh(?=[aou])/g, 'sy')
          .replace(/shi/g, 'si')
          .replace(/ch(?=[aou])/g, 'ty')
          .replace(/chi/g, 'ti')
          .replace(/tsu/g, 'tu')
          .replace(/fu/g, 'hu')
          .replace(/ji/g, 'zi')
          .replace(/j(?=[aou])/g, 'zy')} ${chome}`
      : null,
};

interface Pick {
  group: TownGroup;
  town: Town;
  kana: string;
  only: boolean;
}

function formOf(rule: string, { group, town, kana, only }: Pick, next: () => number): WrittenForm | null {
  const write = rules[rule];
  if (!write || town.chome === null) return null;
  const written = write({
    ward: group.ward.name,
    wardEn: group.ward.nameEn.replace(/[\s-]*(ku|ward)$/i, ''),
    base: group.base,
    romaji: group.nameEn,
    kana,
    only,
    chome: town.chome,
    block: 1 + Math.floor(next() * 40),
    house: 1 + Math.floor(next() * 30),
    dash: dashes[Math.floor(next() * dashes.length)] ?? '-',
  });
  return written === null ? null : { rule, written, ward: group.ward.name, town: town.name };
}

/** About `count` forms, spread over the rules and the whole town table; the same for the same seed. */
export function generatedForms(document: SearchDocument, count: number, seed: number): WrittenForm[] {
  const next = random(seed);
  const { groups } = readGazetteer(document);
  const kanas = document.towns.map((row) => row[2]);
  const soundsOf = (town: Town, group: TownGroup) =>
    [group.base, ...group.sounds].map((sound) => `${sound} ${town.chome}`);
  const owners = new Map<string, Set<TownGroup>>();
  for (const group of groups) {
    for (const town of group.towns) {
      for (const sound of soundsOf(town, group))
        owners.set(sound, (owners.get(sound) ?? new Set()).add(group));
    }
  }
  const towns = groups.flatMap((group, i) =>
    [...group.byChome.values()].map((town): Pick => {
      const only = soundsOf(town, group).every((sound) => owners.get(sound)?.size === 1);
      return { group, town, kana: kanas[i] ?? '', only };
    }),
  );
  const names = Object.keys(rules);
  const forms: WrittenForm[] = [];
  for (let i = 0; forms.length < count; i++) {
    const rule = names[i % names.length] ?? '';
    // Some rules fit few names; look on for one that fits.
    for (let tries = 0; tries < 400; tries++) {
      const pick = towns[Math.floor(next() * towns.length)];
      const form = pick && formOf(rule, pick, next);
      if (!form) continue;
      forms.push(form);
      break;
    }
  }
  return forms;
}
