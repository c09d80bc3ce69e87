import type { Block, TownBlocks } from '../catalog/block-document.js';
import type { BlockNote, Candidate } from './candidate.js';
import type { HouseNumber } from './house-number.js';
import { readHouseNumber } from './house-number.js';
import type { ScoredCandidate } from './scored-candidate.js';
import { rankBands } from './scored-candidate.js';

/**
 * Blocks of a town by its id: `none`, the town has none; `absent`, its ward's index has not been read, or could not be.
 */
export type BlockLookup = (town: string) => TownBlocks | 'none' | 'absent';

/** 天神一丁目8番, 大字元岡744番地 */
export const blockName = ({ name, lots }: Pick<TownBlocks, 'name' | 'lots'>, number: number): string =>
  `${name}${number}${lots ? '番地' : '番'}`;
export const blockNameEn = ({ nameEn }: Pick<TownBlocks, 'nameEn'>, number: number): string =>
  nameEn === '' ? '' : `${nameEn} ${number}`;

/** The one town that a candidate names for sure, or null. */
export function townOf({ kind, towns, matchLevel, wardMismatch }: Candidate): string | null {
  const named = kind === 'town' && !wardMismatch && (matchLevel === 'town' || matchLevel === 'town-group');
  const [town, second] = towns;
  return named && town !== undefined && second === undefined ? town : null;
}

/** A block goes before its town, and decides between towns of one name of which only one has it. */
const blockLead = 5;
/** Blocks that are offered while somebody types. */
const offeredBlocks = 6;

/**
 * Goes on from towns to their blocks: a number that was written finds its block, or the town says what of it is known.
 * @param best candidates, best first
 */
export function withBlocks(
  best: readonly ScoredCandidate[],
  lookup: BlockLookup,
  query: string,
): ScoredCandidate[] {
  const found: ScoredCandidate[] = [];
  best.forEach((scored, rank) => {
    const { candidate } = scored;
    const town = townOf(candidate);
    if (town === null) return void found.push(scored);
    const blocks = lookup(town);
    const written = readHouseNumber(candidate.rest, chomeOf(candidate));
    if (written === null) {
      found.push(scored);
      if (rank === 0 && typeof blocks !== 'string' && /(?:丁目|番地?|[-‐‑–—−ー－])$/u.test(query.trim()))
        if (candidate.rest === '' || /^[\s\p{Pd}ー−]*$/u.test(candidate.rest))
          found.push(...offered(scored, blocks, ''));
      return;
    }
    const note = noteOf(written, blocks);
    const block = note === null && typeof blocks !== 'string' ? blockOf(blocks, written.number) : undefined;
    if (block && typeof blocks !== 'string')
      found.push(blockCandidate(scored, blocks, block, written, query));
    found.push(note ? { ...scored, candidate: { ...candidate, blockNote: note } } : scored);
    if (
      rank === 0 &&
      typeof blocks !== 'string' &&
      written.open &&
      /\d$/.test(candidate.rest.normalize('NFKC'))
    )
      found.push(...offered(scored, blocks, String(written.number)));
  });
  return found;
}

const blockOf = ({ blocks }: TownBlocks, number: number): Block | undefined =>
  blocks.find((block) => block.number === number);

function chomeOf({ nameEn }: Candidate): number | null {
  const written = /(\d+)-chome$/.exec(nameEn)?.[1];
  return written === undefined ? null : Number(written);
}

/** Why a number finds no block; null where it does. */
function noteOf(written: HouseNumber, blocks: TownBlocks | 'none' | 'absent'): BlockNote | null {
  const asked = String(written.number);
  if (written.other !== null)
    return {
      kind: 'two-numbers',
      asked: [...new Set([asked, String(written.other)])].join(', '),
      known: null,
    };
  if (blocks === 'absent') return { kind: 'index-absent', asked, known: null };
  if (blocks === 'none') return { kind: 'no-blocks', asked, known: null };
  const exact = blockOf(blocks, written.number);
  if (written.letter !== null)
    return {
      kind: 'letter',
      asked: written.written,
      known: exact ? asked : nearestNumber(blocks, written.number),
    };
  return exact ? null : { kind: 'unknown-number', asked, known: nearestNumber(blocks, written.number) };
}

/** Of the numbers that are known the one next to the one asked for. */
function nearestNumber({ blocks }: TownBlocks, asked: number): string | null {
  const numbers = blocks.map(({ number }) => number);
  const nearest = numbers.reduce<number | null>(
    (best, number) => (best === null || Math.abs(number - asked) < Math.abs(best - asked) ? number : best),
    null,
  );
  return nearest === null ? null : String(nearest);
}

function blockCandidate(
  { candidate, score }: ScoredCandidate,
  town: TownBlocks,
  block: Block,
  written: HouseNumber,
  query: string,
): ScoredCandidate {
  const own = candidate.rest.slice(0, written.end);
  return {
    candidate: {
      ...blockParts(candidate, town, block),
      matchLevel: 'block',
      matched: matchedWith(candidate, own, query),
      rest: candidate.rest
        .slice(written.end)
        .replace(/^[\s,、，のノ\p{Pd}−ーｰ〜~～]+/u, '')
        .trim(),
    },
    score: score + blockLead,
  };
}

function blockParts(candidate: Candidate, town: TownBlocks, block: Block): Candidate {
  const name = blockName(town, block.number);
  return {
    ...candidate,
    id: `block:${town.town}:${block.number}`,
    kind: 'block',
    name,
    nameEn: blockNameEn(town, block.number) || name,
    position: block.position,
    featureRef: null,
    accuracyMeters: block.accuracyMeters,
  };
}

/** What was written for the town and its block, with whatever stood between. */
function matchedWith({ matched, rest }: Candidate, own: string, query: string): string {
  const from = query.indexOf(matched);
  const at = query.indexOf(rest, from + matched.length);
  return from >= 0 && at >= 0 && matched !== ''
    ? query.slice(from, at + own.length)
    : `${matched} ${own}`.trim();
}

/** Blocks whose number goes on from the digits typed so far. */
function offered({ candidate }: ScoredCandidate, town: TownBlocks, digits: string): ScoredCandidate[] {
  return town.blocks
    .filter(({ number }) => String(number).startsWith(digits) && String(number) !== digits)
    .slice(0, offeredBlocks)
    .map((block, at) => ({
      candidate: { ...blockParts(candidate, town, block), matchLevel: 'partial', rest: '' },
      score: rankBands.member - at / 10,
    }));
}
