import type { Geometry } from 'geojson';
import type { LedgerFeature } from './read-network.js';

/** A sewer of the plans by its names. */
export interface NamedSewer {
  properties: { id: string; name: string; nameEn: string };
}

/** An imported line that bears a plan sewer's name. */
export interface AlignmentMatch {
  sewerId: string;
  /** Row of the file. */
  feature: number;
  geometry: Geometry;
}

export interface AlignmentMatches {
  matches: AlignmentMatch[];
  /** Sewers that several imported lines claim; none is taken without being asked. */
  ambiguous: { sewerId: string; features: number[] }[];
  /** Named lines of the file that are no sewer of the plans. */
  unknownNames: string[];
}

const kanjiDigits: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** 「第１１号」 and 「十一号」 and 「11 号」 are one name; 雨水 and 汚水 stay, they tell sewers apart. */
export function normaliseSewerName(name: string): string {
  return (
    name
      .normalize('NFKC')
      .replace(/[\s・･_-]/g, '')
      .replace(/[一二三四五六七八九]?十[一二三四五六七八九]?(?=号)/g, (text) => {
        const [tens = '', ones = ''] = text.split('十');
        return String(10 * Number(kanjiDigits[tens] ?? 1) + Number(kanjiDigits[ones] ?? 0));
      })
      .replace(/[一二三四五六七八九](?=号)/g, (digit) => kanjiDigits[digit] ?? digit)
      .replace(/第(?=\d+号)/g, '')
      // Once for each number: `0+(?=\d+号)` would try every split of four thousand noughts, and make 105号 of 15号.
      .replace(/(?<!\d)\d+(?=号)/g, (number) => number.replace(/^0+(?=\d)/, ''))
      .toLowerCase()
  );
}

/** Lines of a file that replace the schematic ones: matched by name only, never by nearness. */
export function matchAlignments(
  features: readonly LedgerFeature[],
  nameField: string,
  sewers: readonly NamedSewer[],
): AlignmentMatches {
  const byName = new Map<string, LedgerFeature[]>();
  const names = new Map<string, string>();
  for (const feature of features) {
    const given = Object.hasOwn(feature.properties, nameField) ? feature.properties[nameField] : null;
    if (typeof given !== 'string' || given.trim() === '' || !isLine(feature.geometry)) continue;
    const key = normaliseSewerName(given);
    const same = byName.get(key);
    if (same) same.push(feature);
    else byName.set(key, [feature]);
    names.set(key, given);
  }
  const result: AlignmentMatches = { matches: [], ambiguous: [], unknownNames: [] };
  for (const { properties } of sewers) {
    const key = normaliseSewerName(properties.name);
    const found = byName.get(key) ?? byName.get(normaliseSewerName(properties.nameEn)) ?? [];
    names.delete(key);
    const [first, ...others] = found;
    if (first?.geometry && others.length === 0)
      result.matches.push({ sewerId: properties.id, feature: first.id, geometry: first.geometry });
    else if (others.length > 0)
      result.ambiguous.push({ sewerId: properties.id, features: found.map(({ id }) => id) });
  }
  result.unknownNames = [...names.values()];
  return result;
}

function isLine(geometry: Geometry | null): boolean {
  return geometry?.type === 'LineString' || geometry?.type === 'MultiLineString';
}
