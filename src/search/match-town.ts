import type { AddressFrame } from './address-frame.js';
import type { Town, TownGroup } from './gazetteer.js';
import { soundOfKana } from './phonetic.js';
import type { PlaceKey } from './place-key.js';
import { placeKey, writtenBetween, writtenFrom } from './place-key.js';
import type { Match, ScoredCandidate } from './scored-candidate.js';
import { rankBands, coveredTowns, groupCandidate, townCandidate } from './scored-candidate.js';
import type { SearchIndex } from './search-index.js';
import type { TownSuffix } from './town-suffix.js';
import { readTownSuffix } from './town-suffix.js';

/** Groups whose base name is `text`, written or (all in kana) spoken. */
function groupsNamed(index: SearchIndex, text: string): TownGroup[] {
  const spoken = /^[ぁ-んー]{2,}$/u.test(text) ? index.bySound.get(soundOfKana(text) ?? '') : undefined;
  const targets = [...(index.byKey.get(text) ?? []), ...(spoken ?? [])];
  const groups = targets.flatMap((target) => (target.type === 'group' ? [target.group] : []));
  return [...new Set(groups)];
}

/** A base name found in a query, with what follows it. */
export interface Naming {
  group: TownGroup;
  tail: Pick<TownSuffix, 'chome' | 'explicit' | 'hamlet' | 'numbered'>;
  /** 大字 was written. */
  oaza: boolean;
  match: Match;
  /** Same, when the number is not used as a 丁目. */
  withoutNumber: Match;
}

const levelOf = (town: Town) => (town.kind === '丁目' || town.kind === '町' ? 'town' : 'town-group');
const scoreOf = (town: Town) => (town.kind === '小字' ? rankBands.hamlet : rankBands.town);

/** The one town, or the area, that a cleanly ended name with its number stands for. */
export function resolveTown(
  index: SearchIndex,
  { group, tail, oaza, match, withoutNumber }: Naming,
): ScoredCandidate[] {
  const town = tail.chome === null || oaza ? undefined : group.byChome.get(tail.chome);
  if (town) {
    const found = [
      townCandidate(index, group, town, { ...match, level: 'town', score: match.score + rankBands.town }),
    ];
    // 脇山1-2 without 丁目 may be lot 1 of 大字脇山.
    const other = tail.explicit ? undefined : group.plain.find(({ kind }) => kind !== '小字');
    if (other) {
      const score = withoutNumber.score + rankBands.open;
      found.push(townCandidate(index, group, other, { ...withoutNumber, level: levelOf(other), score }));
    }
    return found;
  }
  const oazaTown = oaza || tail.hamlet ? group.plain.find(({ kind }) => kind === '大字') : undefined;
  const alone = group.towns.length === 1 ? group.plain[0] : undefined;
  const lot = tail.numbered && !tail.explicit ? group.plain[0] : undefined;
  const plain = oazaTown ?? alone ?? lot;
  if (plain && !tail.explicit) {
    // 堅粕4-1: the 丁目 of one ward goes before lot 4 of another ward's 大字.
    const asLot = tail.chome === null ? 0 : -40;
    const score = withoutNumber.score + scoreOf(plain) + asLot;
    return [townCandidate(index, group, plain, { ...withoutNumber, level: levelOf(plain), score })];
  }
  // A 丁目 that is not in the register: the base name is all that can be said, and not for sure.
  const unknown = tail.numbered && tail.chome !== null;
  const only = coveredTowns(group).length === 1 ? coveredTowns(group)[0] : undefined;
  const level = unknown ? 'partial' : 'town-group';
  const score = withoutNumber.score + (unknown ? rankBands.open : rankBands.group);
  if (only && only.kind === '小字')
    return [townCandidate(index, group, only, { ...withoutNumber, level, score: rankBands.hamlet })];
  return [groupCandidate(group, { ...withoutNumber, level, score })];
}

/** The 丁目 of a base name, offered below it for choosing. */
export function memberTowns(index: SearchIndex, { group, match }: Naming): ScoredCandidate[] {
  return group.towns.length === 1
    ? []
    : group.towns.map((town, i) =>
        townCandidate(index, group, town, {
          ...match,
          level: 'partial',
          score: rankBands.member - i / 10 - (town.kind === '小字' ? 40 : 0),
        }),
      );
}

/**
 * 堅粕 is a 大字 of one ward and five 丁目 of another: the bare name says neither, so a single town ranks no higher
 * than a base name with 丁目, and just behind it.
 */
function amongEquals(resolved: readonly ScoredCandidate[], group: number): ScoredCandidate[] {
  return resolved.map(({ candidate, score }) => ({
    candidate,
    score: candidate.featureRef === null ? score : Math.min(score, group - 0.5),
  }));
}

/**
 * Towns named at the start of the inner part of an address, longest name first.
 * Stops at the first name that ends cleanly in a ward that fits; names that go on (天神コア) stay `partial`.
 */
export function matchTowns(index: SearchIndex, key: PlaceKey, frame: AddressFrame): ScoredCandidate[] {
  const found: ScoredCandidate[] = [];
  const inner = key.text.slice(0, frame.to);
  const prefix = /^大?字/.exec(inner.slice(frame.from))?.[0] ?? '';
  const from = frame.from + prefix.length;
  const outer = frame.ward !== null || frame.cityWritten ? 20 : 0;
  const written = inner.slice(from);
  for (let length = Math.min(index.longestTown * 2, written.length); length > 0; length--) {
    const tail = readTownSuffix(key, from + length, frame.to);
    // One-character names (西, 田, 原) are believed only when they end for sure.
    if (length === 1 && !tail.clean) continue;
    let settled = false;
    const groups = groupsNamed(index, written.slice(0, length));
    for (const group of groups) {
      const exact = placeKey(group.base) === written.slice(0, length) ? 0 : -5;
      const common = { ward: frame.ward, level: 'partial' as const };
      const naming = (to: number): Match => ({
        ...common,
        score: outer + exact,
        matched: writtenBetween(key, frame.outerTo > frame.outerFrom ? frame.outerFrom : frame.from, to),
        rest: writtenFrom(key, to, frame.to),
      });
      const one: Naming = {
        group,
        tail,
        oaza: prefix === '大字',
        match: naming(tail.restAt),
        withoutNumber: naming(tail.numberAt),
      };
      if (tail.clean) {
        const resolved = resolveTown(index, one);
        const bare = !tail.numbered && frame.ward === null && groups.length > 1;
        found.push(...(bare ? amongEquals(resolved, outer + exact + rankBands.group) : resolved));
        if (tail.chome === null) found.push(...memberTowns(index, one));
        settled ||= frame.ward === null || frame.ward === group.ward;
      } else {
        found.push(groupCandidate(group, { ...one.withoutNumber, score: rankBands.open + length * 5 }));
      }
    }
    if (settled) break;
  }
  return found;
}
