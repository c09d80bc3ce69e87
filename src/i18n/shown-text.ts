/**
 * A stranger's text as it may be shown: a name in a file, a cell, a title in an address. Letters that turn the text
 * round or cannot be seen stand as what they are, `⟨U+202E⟩`, so that `evil⟨U+202E⟩gnp.exe` shows its real end; text
 * that runs from right to left is kept apart from ours (FSI … PDI) and stays readable. What belongs to a letter stays
 * with it: kanji and emoji variants, joined emoji, flags, accents.
 */
export function shownText(text: string): string {
  // What was kept apart before is not marked for it now.
  const marked = visibleText(apart.exec(text)?.[1] ?? text);
  return rightToLeft.test(marked) ? `\u2068${marked}\u2069` : marked;
}

const apart = /^\u2068([^\u2066-\u2069]*)\u2069$/s;
/** Letters whose script runs from right to left, and what Unicode keeps free for more of them. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Controls, formats, halves of characters and private-use planes' tags: whatever might not be seen. */
// eslint-disable-next-line no-misleading-character-class -- each is meant by itself
const suspect = /[\p{Cc}\p{Cf}\p{Cs}\u034f\u115f\u1160\u17b4\u17b5\u2028\u2029\u3164\uffa0]/u;
// eslint-disable-next-line no-misleading-character-class -- the same
const suspects = new RegExp(suspect.source, 'gu');

/** Scripts whose letters ZWJ and ZWNJ join and part; outside them and emoji they are invisible and nothing else. */
const joinable =
  /[\p{Script=Arab}\p{Script=Syrc}\p{Script=Deva}\p{Script=Beng}\p{Script=Guru}\p{Script=Gujr}\p{Script=Orya}\p{Script=Taml}\p{Script=Telu}\p{Script=Knda}\p{Script=Mlym}\p{Script=Sinh}\p{Script=Mymr}\p{Script=Khmr}\p{Script=Mong}\p{Script=Tibt}]/u;
const emoji = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]/u;
/** A flag of a part of a country: a black flag, letters as tags, and the tag that ends them. */
const flag = /\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{1,6}\u{e007f}/gu;

/** The same without the isolation, for what is no running text: file names, layers of a drawing. */
export function visibleText(text: string): string {
  if (!suspect.test(text)) return text;
  const flags = new Set<number>();
  for (const { index, 0: whole } of text.matchAll(flag))
    for (let at = index + 2; at < index + whole.length; at++) flags.add(at);
  return text.replace(suspects, (letter, at: number) => {
    if (letter === '\n' || letter === '\r' || letter === '\t') return letter;
    return flags.has(at) || belongs(letter, text, at) ? letter : mark(letter);
  });
}

function mark(letter: string): string {
  return `⟨U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** True for a sign that does its honest work between its neighbours. */
function belongs(letter: string, text: string, at: number): boolean {
  // The last whole character before it: the second half of a pair stands right before.
  const before = String.fromCodePoint(
    text.codePointAt(/[\udc00-\udfff]/.test(text.charAt(at - 1)) ? at - 2 : at - 1) ?? 0,
  );
  const after = String.fromCodePoint(text.codePointAt(at + letter.length) ?? 0);
  if (letter === '\u200d' && emoji.test(before) && emoji.test(after)) return true;
  if (letter === '\u200c' || letter === '\u200d')
    return (joinable.test(before) || /\p{M}/u.test(before)) && joinable.test(after);
  // Signs of direction without a pair: beside a letter that runs from right to left they only order what is there.
  if (letter === '\u200e' || letter === '\u200f' || letter === '\u061c')
    return rightToLeft.test(before) || rightToLeft.test(after);
  // Numbers and verses in Arabic script.
  return /[\u0600-\u0605\u06dd\u070f\u08e2]/.test(letter);
}
