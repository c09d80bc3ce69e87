import type { FoldedText } from './fold-text.js';
import { foldedString } from './fold-text.js';
import type { TownGroup } from './gazetteer.js';
import type { LatinAddress } from './latin-address.js';
import { readLatinAddress } from './latin-address.js';
import { completions, containing, namedPlaces, similar } from './match-name.js';
import { memberTowns, resolveTown } from './match-town.js';
import { soundOfRomaji } from './phonetic.js';
import { placeKey } from './place-key.js';
import type { Match, ScoredCandidate } from './scored-candidate.js';
import { exitSound, inJapanese } from './spellings.js';
import { rankBands, cityCandidate, wardCandidate } from './scored-candidate.js';
import type { SearchIndex } from './search-index.js';

export interface LatinMatches {
  found: ScoredCandidate[];
  address: LatinAddress;
}

const soundOfWords = (words: readonly string[]) => soundOfRomaji(words.map(inJapanese).join(''));

/** Railways named in front of a station or between it and its word: JR Hakata, Tenjin subway station. */
const withoutOperator = (words: readonly string[]) =>
  words.filter((word) => !/^(?:jr|subway|nishitetsu|line)$/.test(word));

/** Longest run of words that is a town's name. */
function townWords(index: SearchIndex, words: readonly string[]) {
  for (let length = Math.min(words.length, 6); length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const run = words.slice(from, from + length);
      const targets = index.bySound.get(soundOfWords(run)) ?? index.byKey.get(placeKey(run.join(''))) ?? [];
      const groups = targets.flatMap((target) => (target.type === 'group' ? [target.group] : []));
      if (groups.length > 0)
        return { groups, run, others: [...words.slice(0, from), ...words.slice(from + length)] };
    }
  }
  return null;
}

function townMatches(index: SearchIndex, address: LatinAddress): ScoredCandidate[] {
  const named = townWords(index, address.words);
  if (!named) return [];
  const chome = address.chome ?? address.numbers[0] ?? null;
  const tail = { chome, explicit: address.chome !== null, hamlet: false, numbered: chome !== null };
  // Other words around the name are a building, if a number or the ward vouches for an address.
  const sure = named.others.length === 0 || address.ward !== null || address.chome !== null;
  const wardWords = address.ward ? [address.ward.nameEn] : [];
  return named.groups.flatMap((group: TownGroup) => {
    const naming = (numbers: readonly number[], used: string): Match => ({
      ward: address.ward,
      level: 'partial',
      score: (address.ward ? 20 : 0) + (sure ? 0 : rankBands.open - rankBands.town),
      matched: [named.run.join(' '), used, ...wardWords].filter((part) => part !== '').join(' '),
      rest: [numbers.join('-'), ...named.others, ...address.otherNumbers]
        .filter((part) => part !== '')
        .join(' '),
    });
    const used = address.chome !== null ? `${address.chome}-chome` : String(chome ?? '');
    const match = naming(address.chome !== null ? address.numbers : address.numbers.slice(1), used);
    const one = { group, tail, oaza: address.oaza, match, withoutNumber: naming(address.numbers, '') };
    const found = resolveTown(index, one);
    if (!sure) for (const { candidate } of found) candidate.matchLevel = 'partial';
    return chome === null ? [...found, ...memberTowns(index, one)] : found;
  });
}

/** Tenjin Station Exit 1. */
function exitMatches(
  index: SearchIndex,
  { exitLabel, words, ward }: LatinAddress,
  matched: string,
): ScoredCandidate[] {
  if (exitLabel === null) return [];
  const station = withoutOperator(words)
    .filter((word) => !/^(?:station|sta\.?|eki)$/.test(word))
    .join('');
  const text = exitSound(station.replace(/-eki$/, ''), exitLabel);
  return namedPlaces({ index, table: 'sound', text, ward, matched, rest: '' });
}

/** Fukuoka City Hall: its "city" is a part of the name, not of an address. */
function landmarkMatches(index: SearchIndex, folded: FoldedText): ScoredCandidate[] {
  const text = soundOfRomaji(foldedString(folded).replace(/\s/g, ''));
  const matched = folded.source.trim();
  return namedPlaces({ index, table: 'sound', text, ward: null, matched, rest: '' }).filter(
    ({ candidate }) => candidate.kind === 'landmark',
  );
}

/** With numbers a query is an address: a station or facility of that name is then only a guess. */
function guessed(scored: ScoredCandidate): ScoredCandidate {
  const candidate = { ...scored.candidate, matchLevel: 'partial' as const };
  return { candidate, score: scored.score - rankBands.open / 2 };
}

/** Everything a query in Latin letters may mean. */
export function matchLatin(index: SearchIndex, folded: FoldedText, limit: number): LatinMatches {
  const address = readLatinAddress(index, foldedString(folded));
  const { ward, words, allWords } = address;
  const numbered = address.chome !== null || address.numbers.length > 0;
  const common = { index, table: 'sound' as const, ward, rest: address.numbers.join('-') };
  const everything = { ...common, text: soundOfWords(allWords), matched: allWords.join(' ') };
  const inner = { ...common, text: soundOfWords(words), matched: words.join(' ') };
  const bare = withoutOperator(words);
  const found = exitMatches(index, address, folded.source.trim());
  if (found.length > 0) return { found, address };
  found.push(...landmarkMatches(index, folded));
  if (!numbered) found.push(...namedPlaces(everything));
  if (address.outside !== null && found.length === 0) return { found, address };
  const named = namedPlaces(inner);
  const places =
    named.length > 0 || bare.length === words.length
      ? named
      : namedPlaces({ ...inner, text: soundOfWords(bare) }).filter(
          ({ candidate }) => candidate.kind === 'station',
        );
  found.push(...townMatches(index, address), ...(numbered ? places.map(guessed) : places));
  found.push(...completions(inner, limit * 2));
  if (everything.text !== inner.text) found.push(...completions(everything, limit));
  if (inner.text.length >= 4) found.push(...containing(inner, limit));
  const stem = inner.text.replace(/(?:station|sta|eki)$/, '');
  if (found.length === 0 && stem.length >= 4) found.push(...similar({ ...inner, text: stem }, limit));
  const rest = [...words, ...address.numbers].join(' ');
  const outer = { ward, matched: ward?.nameEn ?? index.document.city.nameEn, rest };
  const score = words.length === 0 ? rankBands.ward : rankBands.outer;
  if (ward) found.push(wardCandidate(index, ward, { ...outer, level: 'ward', score }));
  else if (address.cityWritten) found.push(cityCandidate(index, { ...outer, level: 'city', score }));
  return { found, address };
}
