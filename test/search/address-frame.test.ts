import { beforeEach, describe, expect, it } from 'vitest';
import { readAddressFrame } from '../../src/search/address-frame.js';
import { foldText } from '../../src/search/fold-text.js';
import { keyOfFolded } from '../../src/search/place-key.js';
import { createSearchIndex, type SearchIndex } from '../../src/search/search-index.js';
import { smallCity } from './small-city.js';

let index: SearchIndex;
beforeEach(() => {
  index = createSearchIndex(smallCity());
});

/** outer part | inner part | ward, city (市), postal code, elsewhere (≠) */
function frameOf(text: string): string {
  const key = keyOfFolded(foldText(text));
  const frame = readAddressFrame(index, key);
  const told = [
    frame.ward?.name,
    frame.cityWritten ? '市' : undefined,
    frame.postalCode ?? undefined,
    frame.outside === null ? undefined : `≠${frame.outside}`,
  ];
  return [
    key.text.slice(frame.outerFrom, frame.outerTo),
    key.text.slice(frame.from, frame.to),
    told.filter((each) => each !== undefined).join(' '),
  ].join(' | ');
}

describe('the outer parts of an address', () => {
  it.each([
    ['', ' |  | '],
    ['天神1-8-1', ' | 天神1-8-1 | '],
    ['中央区天神1-8-1', '中央区 | 天神1-8-1 | 中央区'],
    ['福岡市中央区天神', '福岡市中央区 | 天神 | 中央区 市'],
    ['福岡県福岡市中央区天神', '福岡県福岡市中央区 | 天神 | 中央区 市'],
    ['福岡県中央区天神', '福岡県中央区 | 天神 | 中央区 市'],
    ['日本福岡県福岡市中央区天神', '日本福岡県福岡市中央区 | 天神 | 中央区 市'],
    ['日本国福岡市', '日本国福岡市 |  | 市'],
    ['福岡県', '福岡県 |  | 市'],
    ['福岡市', '福岡市 |  | 市'],
    // The city without its word, before a ward only
    ['福岡中央区天神', '福岡中央区 | 天神 | 中央区 市'],
    ['福岡空港', ' | 福岡空港 | '],
    ['福岡天神', ' | 福岡天神 | '],
    // Spoken
    ['ふくおかしちゅうおうくてんじん', 'ふくおかしちゅうおうく | てんじん | 中央区 市'],
    ['ふくおかけんふくおかしひがしく', 'ふくおかけんふくおかしひがしく |  | 東区 市'],
    ['さわらくももち', 'さわらく | ももち | 早良区'],
    ['ふくおか', ' | ふくおか | '],
    ['しか', ' | しか | '],
    // The ward behind
    ['天神1丁目（中央区）', ' | 天神1丁目 | 中央区'],
    ['天神 中央区', ' | 天神 | 中央区'],
    ['福岡市天神 中央区', '福岡市 | 天神 | 中央区 市'],
    ['天神中央区', ' | 天神 | 中央区'],
    ['天神東区', ' | 天神 | 東区'],
    ['天神1-8-1中央区', ' | 天神1-8-1 | 中央区'],
    ['天神一丁目中央区', ' | 天神一丁目 | 中央区'],
    ['天神2丁目3-4中央区', ' | 天神2丁目3-4 | 中央区'],
    ['梅東区', ' | 梅東区 | ≠梅東区'],
    ['中央区天神 東区', '中央区 | 天神東区 | 中央区'],
    ['干隈 早良区 城南区', ' | 干隈 | 早良区'],
  ])('%s', (text, expected) => {
    expect(frameOf(text)).toBe(expected);
  });
});

describe('postal codes', () => {
  it.each([
    ['〒810-0001', ' |  | 810-0001'],
    ['〒8100001', ' |  | 810-0001'],
    ['810-0001', ' |  | 810-0001'],
    ['8100001', ' |  | 810-0001'],
    ['８１０ー０００１', ' |  | 810-0001'],
    ['〒810-0001福岡市中央区天神', '福岡市中央区 | 天神 | 中央区 市 810-0001'],
    ['8100001天神', ' | 天神 | 810-0001'],
    // Not the first digits of something longer, nor of a code in letters
    ['810-00012', ' | 810-00012 | '],
    ['810-0001-2', ' | 810-0001-2 | '],
    ['8100001tenjin', ' | 8100001tenjin | '],
    ['〒8100001tenjin', ' | tenjin | 810-0001'],
    ['810-0001tenjin', ' | tenjin | 810-0001'],
    ['81-0001', ' | 81-0001 | '],
  ])('%s', (text, expected) => {
    expect(frameOf(text)).toBe(expected);
  });
});

describe('elsewhere', () => {
  it.each([
    ['東京都中央区銀座', '≠東京都'],
    ['佐賀県鳥栖市', '≠佐賀県'],
    ['春日市原町', '≠春日市'],
    ['福岡県春日市原町', '市 ≠春日市'],
    ['粕屋町仲原', '≠粕屋町'],
    ['糟屋郡粕屋町', '≠粕屋町'],
    ['糟屋郡', '≠糟屋郡'],
    ['北九州市小倉北区', '≠北九州市'],
    ['小倉北区浅野', '≠小倉北区'],
    ['小倉南区', '≠小倉南区'],
    ['札幌市東区', '≠札幌市'],
    ['ビル 福岡市天神', ''],
    ['ビル 春日市原町', '≠春日市'],
    ['ビル 札幌市', '≠びる札幌市'],
    ['久留米市城南町', '≠久留米市'],
    ['久留米市 城南区', '城南区 ≠久留米市'],
    // Named here, or no municipality at all
    ['福岡市春日', '市'],
    ['中央区春日市', '中央区'],
    ['市民センター', ''],
    ['市役所', ''],
    ['中央市民センター', ''],
    ['学校区', ''],
    ['中部処理区', ''],
    ['六本松地区', ''],
  ])('%s: %s', (text, told) => {
    expect(frameOf(text).split(' | ')[2]).toBe(told);
  });
});
