import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/search/fold-text.js';
import { keyOfFolded } from '../../src/search/place-key.js';
import { readTownSuffix } from '../../src/search/town-suffix.js';

/** What stands behind 天神: its 丁目, what is told of it, and what is left with and without the number. */
function tailOf(written: string): string {
  const key = keyOfFolded(foldText(`天神${written}`));
  const tail = readTownSuffix(key, 2, key.text.length);
  const told = [
    tail.chome === null ? '' : `${tail.chome}丁目`,
    tail.explicit ? 'explicit' : '',
    tail.numbered ? 'numbered' : '',
    tail.hamlet ? '字' : '',
    tail.clean ? 'clean' : '',
  ].filter((each) => each !== '');
  return `${told.join(' ')} | ${key.text.slice(tail.restAt)} | ${key.text.slice(tail.numberAt)}`;
}

describe('what follows the name of a town', () => {
  it.each([
    ['', 'clean |  | '],
    // 丁目 written out
    ['1丁目', '1丁目 explicit numbered clean |  | 1丁目'],
    ['1丁目8番1号', '1丁目 explicit numbered clean | 8番1号 | 1丁目8番1号'],
    ['一丁目8-1', '1丁目 explicit numbered clean | 8-1 | 一丁目8-1'],
    ['十二丁目', '12丁目 explicit numbered clean |  | 十二丁目'],
    ['1丁', '1丁目 explicit numbered clean |  | 1丁'],
    ['1町目', '1丁目 explicit numbered clean |  | 1町目'],
    ['1ちょうめ', '1丁目 explicit numbered clean |  | 1ちょうめ'],
    ['1ちょめ2', '1丁目 explicit numbered clean | 2 | 1ちょめ2'],
    ['1-chome', '1丁目 explicit numbered clean |  | 1-chome'],
    ['1chome8', '1丁目 explicit numbered clean | 8 | 1chome8'],
    // A bare number may be one
    ['1', '1丁目 numbered clean |  | 1'],
    ['1-8-1', '1丁目 numbered clean | -8-1 | 1-8-1'],
    ['-1-8', '1丁目 numbered clean | -8 | -1-8'],
    ['-1丁目', '1丁目 explicit numbered clean |  | -1丁目'],
    ['123', '123丁目 numbered clean |  | 123'],
    ['1ビル', '1丁目 numbered clean | びる | 1びる'],
    // 番, 号, 番地 and exits are none
    ['8番1号', 'numbered clean | 8番1号 | 8番1号'],
    ['8号', 'numbered clean | 8号 | 8号'],
    ['744地', 'numbered clean | 744地 | 744地'],
    ['-8番', 'numbered clean | -8番 | -8番'],
    ['1出口', 'numbered clean | 1出口 | 1出口'],
    ['1出入り口', 'numbered clean | 1出入り口 | 1出入り口'],
    // Spoken, and typed as what it looks like
    ['いっちょうめ', '1丁目 explicit numbered clean |  | いっちょうめ'],
    ['にちょうめ8', '2丁目 explicit numbered clean | 8 | にちょうめ8'],
    ['じゅっちょうめ', '10丁目 explicit numbered clean |  | じゅっちょうめ'],
    ['しちちょうめ', '7丁目 explicit numbered clean |  | しちちょうめ'],
    ['ニ丁目', '2丁目 explicit numbered clean |  | に丁目'],
    ['ハ丁目3', '8丁目 explicit numbered clean | 3 | は丁目3'],
    ['ー丁目', '1丁目 explicit numbered clean |  | ー丁目'],
    ['-丁目', '1丁目 explicit numbered clean |  | -丁目'],
    ['ニ町目', '2丁目 explicit numbered clean |  | に町目'],
    ['ホ丁目', ' | ほ丁目 | ほ丁目'],
    ['ニ丁', ' | に丁 | に丁'],
    // The name may go on, or has ended
    ['南', ' | 南 | 南'],
    [' 南', 'clean | 南 | 南'],
    ['（南）', 'clean | 南 | 南'],
    ['-南', 'clean | -南 | -南'],
    ['字中原', '字 clean | 字中原 | 字中原'],
  ])('%s', (written, expected) => {
    expect(tailOf(written)).toBe(expected);
  });

  it('reads no further than it is told', () => {
    const key = keyOfFolded(foldText('天神1丁目8番'));
    expect(readTownSuffix(key, 2, 3)).toEqual({
      chome: 1,
      explicit: false,
      hamlet: false,
      numbered: true,
      restAt: 3,
      numberAt: 2,
      clean: true,
    });
    expect(readTownSuffix(key, 2, 2)).toMatchObject({ chome: null, clean: true, restAt: 2, numberAt: 2 });
  });
});
