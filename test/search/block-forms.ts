import type { TownBlocks } from '../../src/catalog/block-document.js';
import { blockName } from '../../src/search/blocks.js';
import { kanjiNumber } from '../../src/search/numerals.js';

/** One way of writing the address of one block. */
export interface BlockForm {
  rule: string;
  written: string;
  ward: string;
  block: string;
}

const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const dashes = ['-', '−', '－', '‐', '–', '—', 'ー', 'の', 'ノ'];

interface Parts {
  ward: string;
  wardEn: string;
  /** 天神一丁目, 大字元岡 as it stands in the register. */
  town: string;
  /** Without 大字 and 丁目. */
  base: string;
  /** 1 of 一丁目; null without one. */
  chome: number | null;
  romaji: string;
  number: number;
  house: number;
  dash: string;
}

const kanji = (value: number) => {
  const hundreds = Math.floor(value / 100);
  const hundred = hundreds === 0 ? '' : hundreds === 1 ? '百' : `${kanjiNumber(hundreds)}百`;
  return value < 1000
    ? hundred + kanjiNumber(value % 100)
    : [...String(value)].map((digit) => '〇一二三四五六七八九'.charAt(Number(digit))).join('');
};
/** `1-8`, or `744` where there is no 丁目. */
const chain = ({ chome, number }: Parts, dash: string) =>
  chome === null ? String(number) : `${chome}${dash}${number}`;

/** Ten habits of writing; every one names the ward. */
const rules: Readonly<Record<string, (parts: Parts) => string>> = {
  official: ({ ward, town, number, house }) => `福岡県福岡市${ward}${town}${number}番${house}号`,
  番地の: ({ ward, town, number, house }) => `福岡市${ward}${town}${number}番地の${house}`,
  'kanji numerals': ({ ward, town, number, house }) => `${ward}${town}${kanji(number)}番${kanji(house)}号`,
  dashes: (parts) => `${parts.ward}${parts.base}${chain(parts, parts.dash)}${parts.dash}${parts.house}`,
  'full width': (parts) =>
    `福岡市${parts.ward}${fullWidth(`${parts.base}${chain(parts, '-')}-${parts.house}`)}`,
  'block alone': (parts) => `${parts.ward}${parts.base}${chain(parts, '-')}`,
  'building behind': (parts) =>
    `${parts.ward}${parts.base}${chain(parts, '-')}-${parts.house} 第2天神ビル 8F`,
  'Latin building at once': (parts) =>
    `${parts.ward}${parts.base}${fullWidth(`${chain(parts, '-')}-${parts.house}`)}ＧＲＡＮＤ\u3000ＭＡＩＳＯＮ`,
  'city twice, spaces': ({ ward, town, number, house }) => `福岡市福岡市${ward} ${town} ${number}-${house}`,
  romaji: (parts) =>
    parts.romaji === ''
      ? `${parts.ward}${parts.town}${parts.number}番`
      : `${chain(parts, '-')}-${parts.house} ${parts.romaji}, ${parts.wardEn}-ku, Fukuoka`,
};

const wardsEn: Readonly<Record<string, string>> = {
  東区: 'Higashi',
  博多区: 'Hakata',
  中央区: 'Chuo',
  南区: 'Minami',
  城南区: 'Jonan',
  早良区: 'Sawara',
  西区: 'Nishi',
};

function partsOf(
  { ward, name, nameEn }: TownBlocks & { ward: string },
  number: number,
  next: () => number,
): Parts {
  const [, base = name, chome] = /^(.+?)([一二三四五六七八九十]+)丁目$/u.exec(name) ?? [];
  return {
    ward,
    wardEn: wardsEn[ward] ?? '',
    town: name,
    base: base.replace(/^大字/, ''),
    chome: chome === undefined ? null : '一二三四五六七八九十'.indexOf(chome) + 1,
    romaji: /^[\u0020-\u024f]+$/.test(nameEn) ? nameEn.replace(/ \d+-chome$/, '') : '',
    number,
    house: 1 + Math.floor(next() * 30),
    dash: dashes[Math.floor(next() * dashes.length)] ?? '-',
  };
}

/** Park–Miller: the same numbers everywhere. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** Addresses of `count` blocks drawn from all of the city, the habits in turn; the same for the same seed. */
export function blockForms(
  towns: Iterable<TownBlocks & { ward: string }>,
  count: number,
  seed: number,
): BlockForm[] {
  const next = random(seed);
  const all = [...towns].flatMap((town) => town.blocks.map(({ number }) => ({ town, number })));
  const names = Object.keys(rules);
  return Array.from({ length: count }, (_, i): BlockForm => {
    const { town, number } = all[Math.floor(next() * all.length)] ?? all[0]!;
    const rule = names[i % names.length] ?? '';
    const written = rules[rule]?.(partsOf(town, number, next)) ?? '';
    return { rule, written, ward: town.ward, block: blockName(town, number) };
  });
}
