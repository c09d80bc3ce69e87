import { createSearchIndex } from '../../src/search/search-index.js';
import { search } from '../../src/search/search.js';
import type { BlockLookup } from '../../src/search/blocks.js';
import { builtBlocks } from '../search/built-blocks.js';
import { readDocument } from '../search/read-document.js';

/** What people type, letter by letter; an input method hands over each kana as it comes. */
const typed = [
  '中央区天神1-8-1',
  'てんじん1ちょうめ',
  'tenjin 1-chome, chuo-ku',
  '福岡市早良区百道浜2丁目3-26',
  'はかたえきまえ',
  '博多駅東1番出口',
  '東部水処理センター',
  '香住ヶ丘三丁目',
  'hakata station',
  '山王調整池',
  '北九州市小倉北区',
  '33.5902,130.4017',
];

export interface SearchBench {
  name: string;
  /** Milliseconds a keystroke. */
  medianMilliseconds: number;
  p95Milliseconds: number;
  worstMilliseconds: number;
  keystrokes: number;
  indexMilliseconds: number;
}

/** A city with so many blocks in every town that it has ten times as many. */
function manyBlocks(times: number): BlockLookup {
  return (town) => {
    const own = builtBlocks.get(town);
    if (!own) return 'none';
    const blocks = own.blocks.flatMap((block) =>
      Array.from({ length: times }, (_, i) => ({ ...block, number: block.number + i * 10_000 })),
    );
    return { ...own, blocks };
  };
}

/** The same lookup made once a town: what is timed is the search. */
function remembered(lookup: BlockLookup): BlockLookup {
  const known = new Map<string, ReturnType<BlockLookup>>();
  return (town) => {
    const found = known.get(town) ?? lookup(town);
    known.set(town, found);
    return found;
  };
}

/**
 * Types every text above, one character at a time, ten times over, and times each search.
 * @param times so many blocks for each of the city's; 0: without blocks
 */
export function searchBench(times = 0): SearchBench {
  const document = readDocument();
  const blocks = times > 0 ? { blocks: remembered(manyBlocks(times)) } : {};
  const started = performance.now();
  const index = createSearchIndex(document);
  const indexMilliseconds = performance.now() - started;
  const milliseconds: number[] = [];
  for (let round = 0; round < 10; round++) {
    for (const text of typed) {
      for (let length = 1; length <= text.length; length++) {
        const before = performance.now();
        search(index, text.slice(0, length), { limit: 10, ...blocks });
        milliseconds.push(performance.now() - before);
      }
    }
  }
  milliseconds.sort((a, b) => a - b);
  const at = (share: number) =>
    Number((milliseconds[Math.floor(share * (milliseconds.length - 1))] ?? NaN).toFixed(3));
  return {
    name: times > 0 ? `search: one keystroke, ${times} times the blocks` : 'search: one keystroke',
    medianMilliseconds: at(0.5),
    p95Milliseconds: at(0.95),
    worstMilliseconds: at(1),
    keystrokes: milliseconds.length,
    indexMilliseconds: Number(indexMilliseconds.toFixed(1)),
  };
}
