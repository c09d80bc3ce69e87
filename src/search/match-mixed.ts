import type { AddressFrame } from './address-frame.js';
import type { Place, TownGroup } from './gazetteer.js';
import { resolveTown } from './match-town.js';
import { soundOfKana } from './phonetic.js';
import type { PlaceKey } from './place-key.js';
import { placeKey, writtenBetween, writtenFrom } from './place-key.js';
import type { ScoredCandidate } from './scored-candidate.js';
import { rankBands, groupCandidate, placeCandidate } from './scored-candidate.js';
import type { SearchIndex } from './search-index.js';
import { readTownSuffix } from './town-suffix.js';

/** How a name written half in kanji, half in kana (めいの浜, 香しい, はかた駅) stands for a base name. */
type Spelling = 'whole' | 'begun' | null;

function spelling(base: string, sounds: readonly string[], runs: readonly string[]): Spelling {
  let at = 0;
  for (const run of runs) {
    if (!isHan(run)) continue;
    const found = base.indexOf(run, at);
    // The first letters written are the first of the name.
    if (found < 0 || (run === runs[0] && found > 0)) return null;
    at = found + run.length;
  }
  const [first, last] = [runs[0] ?? '', runs.at(-1) ?? ''];
  const spoken = (run: string) => (isHan(run) ? '' : (soundOfKana(run) ?? ''));
  const heard = sounds.some((sound) => sound.startsWith(spoken(first)) && sound.endsWith(spoken(last)));
  if (!heard) return null;
  return isHan(last) && at < base.length ? 'begun' : 'whole';
}

const isHan = (run: string) => /\p{Script=Han}/u.test(run);

/** Towns and stations whose kanji and reading together give the mixed name that was written. */
export function matchMixedScript(index: SearchIndex, key: PlaceKey, frame: AddressFrame): ScoredCandidate[] {
  const inner = key.text.slice(frame.from, frame.to);
  const written =
    /^(?:\p{Script=Han}|[ぁ-んー])+?(?=[\d-]|[一二三四五六七八九十]{1,2}丁|$)/u.exec(inner)?.[0] ?? '';
  const runs = written.match(/\p{Script=Han}+|[ぁ-んー]+/gu) ?? [];
  if (runs.length < 2 || written.length > 16) return [];
  const to = frame.from + written.length;
  const tail = readTownSuffix(key, to, frame.to);
  const naming = (end: number) => ({
    ward: frame.ward,
    level: 'partial' as const,
    score: rankBands.completion - rankBands.town,
    matched: writtenBetween(key, frame.outerTo > frame.outerFrom ? frame.outerFrom : frame.from, end),
    rest: writtenFrom(key, end, frame.to),
  });
  const townOf = (group: TownGroup): ScoredCandidate[] => {
    const how = spelling(placeKey(group.base), group.sounds, runs);
    if (how === null || (frame.ward !== null && group.ward !== frame.ward)) return [];
    if (how === 'begun') return [groupCandidate(group, { ...naming(to), score: rankBands.completion - 60 })];
    return resolveTown(index, {
      group,
      tail,
      oaza: false,
      match: naming(tail.restAt),
      withoutNumber: naming(tail.numberAt),
    });
  };
  // Only with its word, and nothing behind: めいの浜1丁目 is a town.
  const stationOf = (place: Place): ScoredCandidate[] => {
    if (place.kind !== 'station' || !/(?:駅|えき)$/u.test(inner)) return [];
    if (!place.keys.some((name) => spelling(name, place.sounds, runs) === 'whole')) return [];
    return [placeCandidate(place, { ...naming(to), level: 'station', score: rankBands.completion })];
  };
  return [...index.byKey.values()].flatMap((targets) =>
    targets.flatMap((target) => {
      if (target.type === 'group') return townOf(target.group);
      return target.type === 'place' ? stationOf(target.place) : [];
    }),
  );
}
