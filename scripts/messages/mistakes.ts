/** What a language file must keep, beside what the compiler finds in the tables made of it. */
import { locales, type Locale } from '../../src/i18n/locale.js';
import type { LanguageFiles } from './compile.js';
import { baseLocale, groups, namesPath } from './groups.js';
import { argumentsOf, categoriesOf, pluralsIn, tokensOf } from './icu.js';
import { messagesOf } from './tree.js';

/** The only message that may be empty: Japanese puts nothing between two sentences. */
const mayBeEmpty = /[sS]entenceSpace$|^embed\.story\.otherLanguage$/;

function mistakesOfText(text: string, locale: Locale): string[] {
  try {
    const tokens = tokensOf(text, locale);
    argumentsOf(tokens);
    return pluralsIn(tokens).flatMap(({ name, categories }) =>
      categoriesOf(locale)
        .filter((category) => !categories.includes(category) && !categories.includes('=1'))
        .map((category) => `“${name}” has no form for “${category}”`),
    );
  } catch (error) {
    return [error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)];
  }
}

function argumentsIn(text: string, locale: Locale): string {
  try {
    return Object.keys(argumentsOf(tokensOf(text, locale)))
      .sort()
      .join(', ');
  } catch {
    return '';
  }
}

/** Names of places fall back to their romanised form, and some groups are not written in every language. */
function mayLack(path: string, locale: Locale): boolean {
  const only = groups[path.split('.')[0] ?? '']?.only;
  return path.startsWith(`${namesPath}.`) || (only !== undefined && !only.includes(locale));
}

/** Sentences for a person, `en.json, page.search.count: …`; empty when all is well. */
export function mistakesIn(files: LanguageFiles): string[] {
  const base = new Map(messagesOf(files[baseLocale]));
  const found: string[] = [];
  for (const locale of locales) {
    const say = (path: string, what: string) => found.push(`${locale}.json, ${path}: ${what}`);
    const own = new Map(messagesOf(files[locale]));
    for (const path of base.keys()) if (!own.has(path) && !mayLack(path, locale)) say(path, 'is missing');
    for (const [path, text] of own) {
      const original = base.get(path);
      if (original === undefined) {
        say(path, `is not in ${baseLocale}.json`);
        continue;
      }
      if (text.trim() === '' && !mayBeEmpty.test(path)) say(path, 'is empty');
      for (const what of mistakesOfText(text, locale)) say(path, what);
      const [here, there] = [argumentsIn(text, locale), argumentsIn(original, baseLocale)];
      if (here !== there) say(path, `takes {${here}}, but ${baseLocale}.json takes {${there}}`);
    }
  }
  return found;
}
