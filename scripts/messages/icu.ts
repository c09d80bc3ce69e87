/** One message in ICU MessageFormat: what it takes, and the TypeScript that says it. */
import MessageFormat from '@messageformat/core';
import { parse, type Token } from '@messageformat/parser';
import { pluralLanguage, type Locale } from '../../src/i18n/locale.js';

/**
 * What a caller has to give: `number` where the message counts, `flag` where it selects by true or false, `choice`
 * where it selects by other names, else `text`, which is written as it comes (figures are formatted before, by
 * src/i18n/format.ts).
 */
export type ArgumentKind = 'number' | 'flag' | 'choice' | 'text';
export type Arguments = Readonly<Record<string, ArgumentKind>>;

const formatOf = new Map<Locale, MessageFormat>();

function format(locale: Locale): MessageFormat {
  const known = formatOf.get(locale) ?? new MessageFormat(pluralLanguage[locale]);
  formatOf.set(locale, known);
  return known;
}

/** The plural categories a language's messages must have: `one` and `other` in English, `other` in Japanese. */
export function categoriesOf(locale: Locale): readonly string[] {
  return format(locale).resolvedOptions().plurals[0]?.cardinals ?? [];
}

/** Throws with the place of the mistake when the text is no ICU message or has a category the language lacks. */
export function tokensOf(text: string, locale: Locale): Token[] {
  return parse(text, { cardinal: [...categoriesOf(locale)] as never, ordinal: [], strictPluralKeys: true });
}

const isFlag = (names: readonly string[]) =>
  names.every((name) => name === 'true' || name === 'false' || name === 'other');

function kindsIn(tokens: readonly Token[], found: Map<string, ArgumentKind>): void {
  const note = (name: string, kind: ArgumentKind) => {
    if ((found.get(name) ?? 'text') === 'text') found.set(name, kind);
    else if (kind !== 'text' && found.get(name) !== kind)
      throw new Error(`“${name}” is both counted and chosen by`);
  };
  for (const token of tokens) {
    if (token.type === 'argument') note(token.arg, 'text');
    else if (token.type === 'function') {
      if (token.key !== 'number' || token.param)
        throw new Error(
          `“${token.arg}”: only {…, number} without a style; dates and decimals are formatted before`,
        );
      note(token.arg, 'number');
    } else if (token.type === 'plural' || token.type === 'select') {
      const names = token.cases.map(({ key }) => key);
      note(token.arg, token.type === 'plural' ? 'number' : isFlag(names) ? 'flag' : 'choice');
      for (const each of token.cases) kindsIn(each.tokens, found);
    } else if (token.type === 'selectordinal')
      throw new Error(`“${token.arg}”: selectordinal is not used here`);
  }
}

/** The arguments of a message, in the order they first appear. */
export function argumentsOf(tokens: readonly Token[]): Arguments {
  const found = new Map<string, ArgumentKind>();
  kindsIn(tokens, found);
  return Object.fromEntries(found);
}

/** Every `{…, plural, …}` of a message with the categories it has. */
export function pluralsIn(tokens: readonly Token[]): { name: string; categories: string[] }[] {
  return tokens.flatMap((token) =>
    token.type === 'plural' || token.type === 'select'
      ? [
          ...(token.type === 'plural'
            ? [{ name: token.arg, categories: token.cases.map(({ key }) => key) }]
            : []),
          ...token.cases.flatMap((each) => pluralsIn(each.tokens)),
        ]
      : [],
  );
}

/** Only words, or words with something put in: a template literal is shorter than what the library makes of it. */
function templateOf(tokens: readonly Token[]): string | null {
  const parts = tokens.map((token) =>
    token.type === 'content'
      ? JSON.stringify(token.value)
          .slice(1, -1)
          .replaceAll('\\"', '"')
          .replace(/`|\$\{/g, '\\$&')
      : token.type === 'argument'
        ? `\${d.${token.arg}}`
        : null,
  );
  return parts.includes(null) ? null : `\`${parts.join('')}\``;
}

/** TypeScript for one message: a string literal, or a function of its arguments `d`. */
export function expressionOf(text: string, locale: Locale): string {
  const tokens = tokensOf(text, locale);
  if (tokens.every(({ type }) => type === 'content'))
    return JSON.stringify(tokens.map((token) => (token.type === 'content' ? token.value : '')).join(''));
  const template = templateOf(tokens);
  if (template !== null) return `(d) => ${template}`;
  const source = String(format(locale).compile(text));
  // Two figures side by side are joined, not added up.
  return tokens[0]?.type === 'argument' ? source.replace('(d) => ', '(d) => "" + ') : source;
}
