import { describe, expect, it } from 'vitest';
import { locales } from '../../src/i18n/locale.js';
import { shownText, visibleText } from '../../src/i18n/shown-text.js';
import { translate } from '../../src/i18n/translate.js';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
/** Turn text round, or cannot be seen. */
const hidden = [
  ...range(0x202a, 0x202e),
  ...range(0x2066, 0x2069),
  ...[0x200e, 0x200f, 0x061c, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0x00ad, 0x034f, 0x115f, 0x3164, 0xffa0],
  ...range(0x2061, 0x2064),
  ...range(0x206a, 0x206f),
  ...range(0xfff9, 0xfffb),
  ...[0xe0001, 0xe0020, 0xe0041, 0xe007f],
  ...range(0x00, 0x08),
  ...[0x0b, 0x0c, 0x1b, 0x7f, 0x85, 0x9b, 0x2028, 0x2029, 0xd800, 0xdc00, 0xdfff],
];

describe('a letter that hides or turns', () => {
  it.each(hidden)('U+%s stands as what it is', (code) => {
    const letter = String.fromCodePoint(code);
    const name = `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
    for (const [before, after] of [
      ['evil', 'gnp.exe'],
      ['管', '渠'],
      ['', ''],
      ['1', '2'],
    ])
      expect(shownText(`${before}${letter}${after}`)).toBe(`${before}${name}${after}`);
    // What was shown once is shown the same again.
    expect(shownText(shownText(`a${letter}b`))).toBe(shownText(`a${letter}b`));
  });
});

describe('what is written honestly stays whole', () => {
  it.each([
    ['kanji variants', '葛\u{e0100}飾区 辻\u{e0101}'],
    ['joined emoji', '👨‍👩‍👧‍👦 👩🏽‍🚒 🏳️‍🌈 ❤️‍🔥'],
    ['flags', '🇯🇵 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['widths', 'ﾊｶﾀ ハカタ ＡＢＣ ㈱ 髙'],
    ['accents', 'é e\u0301 が か\u3099 ệ'],
    ['Hindi', 'क्\u200dष श्\u200cर'],
    ['lines and tabs', 'a\nb\tc\r\n'],
    ['nothing', ''],
  ])('%s', (_what, text) => {
    expect(shownText(text)).toBe(text);
  });

  it.each([
    ['Arabic', 'محطة الضخ ٣'],
    ['Hebrew', 'תחנת שאיבה 3'],
    ['Adlam', '𞤆𞤵𞤤𞤢𞤪'],
    ['N’Ko', 'ߒߞߏ 1'],
    ['Persian with its joins', 'می\u200cروم'],
    ['Hebrew with a sign of direction', 'שלום\u200f!'],
  ])('%s, kept apart from what stands around it', (_what, text) => {
    expect(shownText(text)).toBe(`\u2068${text}\u2069`);
    // Shown a second time it is neither marked nor wrapped again.
    expect(shownText(shownText(text))).toBe(shownText(text));
    expect(visibleText(text)).toBe(text);
  });

  it('a tag outside a flag is none of it', () => {
    expect(visibleText('a\u{e0067}b')).toBe('a⟨U+E0067⟩b');
    expect(visibleText('🏴\u{e0067}')).toBe('🏴⟨U+E0067⟩');
  });

  it('in work that grows with the text', { timeout: 20_000 }, () => {
    for (const letter of ['\u202e', '\u200d', '🏴\u{e0067}', '\ud800', 'ا\u200c'])
      expect(shownText(letter.repeat(100_000)).length).toBeGreaterThan(100_000);
  });
});

describe('a name from a file that somebody imported', () => {
  it.each(locales)('is marked in %s, and what the tables of names know stays', (locale) => {
    const { name } = translate(locale);
    const strange = '避難\u202e所';
    for (const shown of [name(strange), name(strange, 'eg\u202euler'), name('所', 'eg\u2066uler')])
      expect(shown).not.toMatch(/[\u202a-\u202e\u2066\u2067]/);
    expect(name('中央区', 'Chuo Ward')).toBe(shownText(name('中央区', 'Chuo Ward')));
  });
});
