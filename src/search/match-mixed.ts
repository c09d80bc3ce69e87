import type { AddressFrame } from './address-frame.js';
import type { TownGroup } from './gazetteer.js';
import { resolveTown } from './match-town.js';
import { soundOfKana } from './phonetic.js';
import type { PlaceKey } from './place-key.js';
import { placeKey, writtenBetween, writtenFrom } from './place-key.js';
import type { Scored } from './scored.js';
import { band } from './scored.js';
import type { SearchIndex } from './search-index.js';
import { readTownTail } from './town-tail.js';

/** Names written half in kanji, half in kana: めいの浜, 香しい, なかず川. */
function spells(group: TownGroup, runs: readonly string[]): boolean {
  const base = placeKey(group.base);
  let at = 0;
  for (const run of runs) {
    if (!/\p{Script=Han}/u.test(run)) continue;
    const found = base.indexOf(run, at);
    if (found < 0) return false;
    at = found + run.length;
  }
  const spoken = (run: string | undefined) => (run === undefined ? null : soundOfKana(run));
  const first = spoken(runs[0]);
  const last = spoken(runs.at(-1));
  return group.sounds.some(
    (sound) => (first === null || sound.startsWith(first)) && (last === null || sound.endsWith(last)),
  );
}

/** Towns whose kanji and reading together give the mixed name that was written. */
export function matchMixed(index: SearchIndex, key: PlaceKey, frame: AddressFrame): Scored[] {
  const inner = key.text.slice(frame.from, frame.to);
  const written =
    /^(?:\p{Script=Han}|[ぁ-んー])+?(?=[\d-]|[一二三四五六七八九十]{1,2}丁|$)/u.exec(inner)?.[0] ?? '';
  const runs = written.match(/\p{Script=Han}+|[ぁ-んー]+/gu) ?? [];
  if (runs.length < 2 || written.length > 16) return [];
  const to = frame.from + written.length;
  const tail = readTownTail(key, to, frame.to);
  return [...index.byKey.values()].flatMap((targets) =>
    targets.flatMap((target) => {
      if (target.type !== 'group' || !spells(target.group, runs)) return [];
      if (frame.ward !== null && target.group.ward !== frame.ward) return [];
      const naming = (end: number) => ({
        ward: frame.ward,
        level: 'partial' as const,
        score: band.completion - band.town,
        matched: writtenBetween(key, frame.outerTo > frame.outerFrom ? frame.outerFrom : frame.from, end),
        rest: writtenFrom(key, end, frame.to),
      });
      const one = {
        group: target.group,
        tail,
        oaza: false,
        match: naming(tail.restAt),
        withoutNumber: naming(tail.numberAt),
      };
      return resolveTown(index, one);
    }),
  );
}
